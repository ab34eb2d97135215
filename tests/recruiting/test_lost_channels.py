"""A hiring channel that the bot cannot write in is told wherever a recruiter would rely on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.assembly.assemble import App, assemble
from bot.core.messages import Incoming
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.dialogues.recruiting.overview import Overview
from bot.ports.references import Reference
from bot.settings import read_settings
from tests.recruiting.office import KEEPER, KEEPER_BRIEF, NOON

HIRING = "19:hiring@thread.tacv2"
RIA = "11111111-0000-4000-8000-0000000000AA"
CHAT = Reference("teams", "a:ria", {"conversation": "a:ria"}, person=RIA.lower())


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """The product as it is put together, with a hiring channel in Teams and one recruiter."""
    settings = read_settings(
        home=tmp_path,
        seeds=tmp_path,
        model="",
        database_url="",
        hiring_channels=f"{KEEPER}=teams:{HIRING}",
        teams_recruiters=RIA,
    )
    app = assemble(settings)
    app.store.roles.put(KEEPER, "keeper.md", KEEPER_BRIEF, NOON)
    yield app
    app.close()


def say(app: App, text: str) -> str:
    told = Incoming(f"m {text}", "team", RIA, Audience.TEAM, text, NOON, role=KEEPER)
    return plain(app.bot.handle(told).blocks)


def test_the_invitation_the_start_page_and_the_recruiters_chat_say_so(app: App) -> None:
    say(app, "approve the kit")
    assert "hiring channel" not in say(app, "invite Ada Example")
    app.whereabouts.here(CHAT)
    app.whereabouts.gone("teams", HIRING)
    said = "I cannot write in the hiring channel"
    assert said in say(app, "invite Bo Example")
    assert said in plain(Overview(app.ports).page(Audience.TEAM))
    assert said not in plain(Overview(app.ports).page(Audience.CANDIDATE))
    (post,) = app.store.outbox.undelivered()
    assert said in plain(post.blocks)
    assert post.conversation == "teams:a:ria"
    app.whereabouts.here(Reference("teams", HIRING, {"conversation": HIRING}))
    assert app.whereabouts.came_back()
    assert said not in say(app, "invite Cy Example")
