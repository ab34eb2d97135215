"""Links that open nothing, on the real store: a polite page, the same whatever the reason."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.assembly.assemble import now
from bot.core.clock.policy import USUAL
from bot.core.messages import Link, Reply
from bot.core.wording.screening import LINK_INVALID
from tests.bad_input.office import Office, app_in, browser


def token_in(reply: Reply) -> str:
    """The token of the one link a reply holds."""
    [link] = [block for block in reply.blocks if isinstance(block, Link)]
    return link.url.rsplit("/", 1)[1]


def test_expired_unknown_erased_and_misspelt_links_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_in(tmp_path)
    office = Office(app)
    erased, old = (token_in(office.say(f"invite {name}")) for name in ("Ada Example", "Bo Sample"))
    client = browser(app)
    assert client.get(f"/c/{old}").status_code == 200
    for text in ("erase my data", "yes"):
        assert client.post(f"/c/{erased}", data={"text": text}).status_code < 400
    unknown = "A" * len(old)
    dead = [client.get(f"/c/{token}") for token in (erased, unknown, old[:-1], "%00%ff", "א")]
    later = now() + timedelta(days=USUAL.invitation_days, seconds=1)
    monkeypatch.setattr("bot.serving.now", lambda: later)
    client = browser(app)
    dead.append(client.get(f"/c/{old}"))
    assert {page.status_code for page in dead} == {404}
    assert len({page.content for page in dead}) == 1
    assert len({tuple(sorted(page.headers.items())) for page in dead}) == 1
    assert LINK_INVALID.split(".")[0] in dead[0].text
    written = [client.post(f"/c/{token}", data={"text": "Hello?"}) for token in (old, unknown)]
    assert {page.status_code for page in written} == {404}
    assert len({page.content for page in written}) == 1
    assert "Hello?</textarea>" in written[0].text
    app.close()
