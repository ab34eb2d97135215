"""H8: what a candidate writes can ping, link and format nothing in anybody's channel."""

from collections.abc import Iterator
from html import escape
from typing import Any

import pytest

from tests.channels.readers import CANDIDATE, CHANNELS, RECRUITER, InSlack, InTeams, OnTheWeb
from tests.channels.teams.drawn import CLIENT
from tests.dialogues.stage import Stage

HOSTILE = (
    "I mended lamps myself. <!channel> <!here> <@U0RIA> <https://evil.example|pay> @everyone "
    "<at>Ria</at> [pay](https://evil.example) ![x](https://evil.example/a.png) *bold* `code` "
    "<script>alert(1)</script> <a href='https://evil.example'>pay</a> javascript:alert(1) "
    "\u202eback"
)
MESSAGES = ("yes", "9", HOSTILE, HOSTILE, "skip the rest", "send")


def parts(drawn: Any) -> Iterator[dict[str, Any]]:
    """Every object in a payload, however deep."""
    if isinstance(drawn, dict):
        yield drawn
        yield from parts(list(drawn.values()))
    elif isinstance(drawn, list | tuple):
        for each in drawn:
            yield from parts(each)


def plain(text: str) -> str:
    """Letters without the joiners that keep a platform from reading a link into them."""
    return text.replace("\u2060", "")


@pytest.mark.parametrize("channel", ["Slack", "Teams", "web"])
def test_h8_quoted_text_is_letters_on_every_channel(stage: Stage, channel: str) -> None:
    stage.invite("Robin")
    with CHANNELS[channel](stage) as reader:
        reader.open()
        for text in MESSAGES:
            # Slack tells an app of signs that a person typed as of letters.
            reader.say(CANDIDATE, escape(text, quote=False) if channel == "Slack" else text)
        for asked in ("summary Candidate 7F3", "ask 7F3: which lamps?", "screenings"):
            reader.say(RECRUITER, asked)
        match reader:
            case InSlack():
                in_slack(reader)
            case InTeams():
                in_teams(reader)
            case _:
                on_the_web(reader)


def in_slack(reader: InSlack) -> None:
    """Quotes are rich text, which Slack shows letter by letter; elsewhere its signs are escaped."""
    sent = reader.workspace.slack.messages
    found = list(parts(sent))
    kinds = {str(part.get("type")) for part in found}
    assert not kinds & {"user", "usergroup", "broadcast", "channel", "emoji", "image"}
    assert all("evil" not in str(part.get("url", "")) for part in found)
    letters = [part["text"] for part in found if part.get("type") == "text"]
    assert any("!channel" in plain(text) for text in letters), "the quote is there"
    marked = [part["text"] for part in found if part.get("type") == "mrkdwn"]
    for text in (*marked, *(message["text"] for message in sent)):
        assert not any(sign in text for sign in ("<!", "<@", "<http", "\u202e"))


def in_teams(reader: InTeams) -> None:
    """Quotes are runs of letters, or Markdown of which a client makes the same letters."""
    found = list(parts(list(reader.tenant.microsoft.rooms.values())))
    assert all(part.get("type") != "mention" for part in found)
    assert all("evil" not in str(part.get("url", "")) for part in found)
    marked = [str(part["text"]) for part in found if "text" in part and part["type"] != "TextRun"]
    runs = [part["text"] for part in found if part.get("type") == "TextRun"]
    assert any("evil.example" in plain(text) for text in (*marked, *runs)), "the quote is there"
    for text in marked:
        shown = CLIENT.render(text)
        assert not any(tag in shown for tag in ('="https://evil', "<script", "<at>", "<img"))


def on_the_web(reader: OnTheWeb) -> None:
    """Everything is escaped, and only our own addresses are links."""
    screening = reader.behind.stage.invited[-1]
    for path in (f"/screenings/{screening}", f"/screenings/{screening}/record"):
        html = reader._client.get(path).text
        assert "&lt;script&gt;" in html, "the quote is there"
        assert "<script>alert" not in html
        assert "<at>" not in html
        assert 'href="https://evil' not in html
        assert "href='https://evil" not in html
