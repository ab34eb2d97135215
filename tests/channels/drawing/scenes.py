"""What the pictures show: payloads as the product makes them, about invented roles and people."""

from tempfile import TemporaryDirectory

from bot.briefs.reading import read_brief
from bot.channels.slack import modals
from bot.channels.slack.render import rendered
from bot.channels.teams import dialog_cards
from bot.channels.teams.render import activities
from bot.core.fit.sketch import of_card
from bot.core.forms import INVITE, KIT, STEP_FIELD, Form, Wanted
from bot.core.messages import Block, Choice, Choices, Incoming, Text
from bot.core.roles import Audience
from bot.core.wording.picture import as_read
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.drawing.png import png
from bot.storage.store import open_store
from tests.channels.drawing import slack, teams, terminal
from tests.channels.drawing.html import page
from tests.channels.drawing.played import REASON, Played
from tests.channels.slack import samples as in_slack
from tests.channels.teams import samples as in_teams
from tests.ports import token_of_screening
from tests.recruiting.office import NOON, Office

BRIEFS = {
    "ai-infrastructure-architect": (
        "# AI Infrastructure Architect\n\n## Required\n- Building and running training clusters\n"
        "- Kubernetes in production\n- Cost models for large systems\n"
    ),
    "data-engineer": "# Data Engineer\n\n## Required\n- Pipelines in SQL and Python\n",
}
SIGNED: tuple[Block, ...] = (
    Text("Signed off: kit 0f0f0f0f0f0f for AI Infrastructure Architect."),
    Choices((Choice("Invite a candidate", "invite", primary=True),)),
)


PLAYED = (
    *("slack-fit-card", "slack-decide", "slack-decided"),
    *("teams-fit-card", "teams-decide", "teams-decided", "teams-levels"),
    *("terminal-fit-card", "terminal-decided"),
)
"""The pictures of a card, as it is posted about a screening that is played."""


def pages() -> dict[str, str]:
    """The pages by the pictures' names, but for those of a card."""
    invite, kit = forms()
    return {
        "slack-answer": _slack(in_slack.answer()),
        "slack-question": _slack(in_slack.question()),
        "teams-answer": _teams(in_teams.ANSWER),
        "teams-question": _teams(in_teams.QUESTION),
        "teams-invite": page("teams", _activities(SIGNED) + _dialog(invite)),
        "teams-kit": page("teams", _dialog(kit)),
    }


def forms() -> tuple[Form, Form]:
    """The form that invites a candidate, and the one of a kit, about two invented roles."""
    with TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/rolecall.db", read_brief, token_of_screening)
        try:
            office = Office(store)
            for role, brief in BRIEFS.items():
                office.add(role, brief)
            asks = Incoming("1", "team", "U-ria", Audience.TEAM, "", NOON, role=next(iter(BRIEFS)))
            made = [FillingIn(office.ports).form(Wanted(name), asks) for name in (INVITE, KIT)]
        finally:
            store.close()
    invite, kit = made
    assert invite
    assert kit
    return invite, kit


def played_pages(played: Played) -> dict[str, str]:
    """The pages of a card by the pictures' names, PLAYED: before, during and after a decision."""
    typed = {STEP_FIELD: REASON}
    view = modals.drawn(played.form, {"channel": "C1"})
    return {
        "slack-fit-card": page("slack", _messages(played.posted) + _picture(played.posted), "wide"),
        "slack-decide": page("slack", slack.modal(view, typed)),
        "slack-decided": page("slack", _messages(played.decided) + _below(played), "wide"),
        "teams-fit-card": page("teams", _activities(played.posted), "wide"),
        "teams-decide": page("teams", _dialog(played.form, typed)),
        "teams-decided": page("teams", _activities(played.decided), "wide"),
        "teams-levels": page("teams", _dialog(played.levels)),
        "terminal-fit-card": terminal.page(played.posted),
        "terminal-decided": terminal.page(played.decided),
    }


def _slack(blocks: tuple[Block, ...]) -> str:
    return page("slack", _messages(blocks))


def _messages(blocks: tuple[Block, ...]) -> str:
    return "".join(slack.message(said.blocks) for said in rendered(blocks))


def _picture(blocks: tuple[Block, ...]) -> str:
    """The picture below a card, as it is uploaded."""
    return slack.in_thread(_file(blocks))


def _below(played: Played) -> str:
    """The thread of a decided card: its picture is still there, and the bot's reply."""
    return slack.in_thread(_file(played.posted) + _messages(played.reply))


def _file(blocks: tuple[Block, ...]) -> str:
    sketch = of_card(blocks)
    assert sketch is not None
    return slack.file(as_read(sketch.title), png(sketch))


def _teams(blocks: tuple[Block, ...]) -> str:
    return page("teams", _activities(blocks))


def _dialog(form: Form, typed: dict[str, str] | None = None) -> str:
    drawn = dialog_cards.drawn(form, "", "", dialog_cards.Written(typed or {}))
    assert drawn
    return teams.dialog(drawn)


def _activities(blocks: tuple[Block, ...]) -> str:
    return "".join(teams.activity(drawn) for drawn in activities(blocks))
