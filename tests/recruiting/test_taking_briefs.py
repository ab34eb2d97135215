"""A recruiter sends a brief as a file: it is shown first, and becomes a role after a yes."""

from dataclasses import dataclass, field, replace

import pytest

from bot.bot import Bot
from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Choices, Incoming, Origin, Reply
from bot.core.roles import Audience
from bot.turns.letters import Letter, letter
from tests.recruiting.office import BAKER, KEEPER, KEEPER_BRIEF, NOON, Office, words

SMITH = """# Tide Gauge Smith

Pay: 41,000 EUR a year

## Required
- 4+ years of experience
- Repairing brass instruments
- Passionate team player

## Hiring signals (internal)
- Built a gauge of their own
"""


@dataclass
class Desk:
    """A recruiter at the bot; `files` are what a channel would fetch, by name."""

    office: Office
    files: dict[str, bytes] = field(default_factory=dict)
    number: int = 0

    def __post_init__(self) -> None:
        self.bot = Bot(replace(self.office.ports, fetch=self._fetch))

    def _fetch(self, attachment: Attachment) -> bytes:
        if attachment.name not in self.files:
            raise FileNotFetched(attachment.name, "it is no longer in Slack", "Send it again.")
        return self.files[attachment.name]

    def drop(self, name: str, text: str | bytes = "", **more: object) -> Reply:
        """Send a file, with no words beside it."""
        self.files[name] = text.encode() if isinstance(text, str) else text
        place = Origin("slack", (("url", f"https://files.slack.com/{name}"),))
        file = Attachment(name, "text/markdown", 0, place)
        return self.handle("", **{"attachment": file, "files": 1, **more})  # type: ignore[arg-type]

    def handle(self, text: str, chat: str = "dm-ria", **more: object) -> Reply:
        self.number += 1
        message = Incoming(f"b{self.number}", chat, "U-ria", Audience.TEAM, text, NOON)
        return self.bot.handle(replace(message, **more))  # type: ignore[arg-type]

    def say(self, text: str, chat: str = "dm-ria") -> str:
        return words(self.handle(text, chat))


@pytest.fixture
def desk(office: Office) -> Desk:
    return Desk(office)


def typed(reply: Reply) -> list[str]:
    return [one.typed for b in reply.blocks if isinstance(b, Choices) for one in b.choices]


def test_a_brief_is_shown_first_and_becomes_a_role_after_a_yes(desk: Desk) -> None:
    shown = words(desk.drop("tide-gauge-smith.md", SMITH))
    for part in (
        "Tide Gauge Smith",
        "4+ years of experience (line 6)",
        "EUR 41,000 a year (line 3)",
        "Never shown to candidates: Hiring signals (internal)",
        "2. essential: Repairing brass instruments (line 7)",
        "line 8, “Passionate”",
        "Nothing is kept yet.",
    ):
        assert part in shown
    assert "Built a gauge" not in shown, "a signal is no requirement"
    assert desk.office.store.roles.get("tide-gauge-smith") is None
    assert "Tide Gauge Smith is in" in desk.say("yes")
    assert desk.office.store.roles.get("tide-gauge-smith") is not None
    assert "41,000" in desk.say("show the kit") or "brass" in desk.say("show the kit")
    assert desk.office.store.drafts.get("dm-ria") is None


def test_a_no_forgets_it_and_leaves_no_word_of_it(desk: Desk) -> None:
    desk.drop("tide-gauge-smith.md", SMITH)
    assert desk.say("no") == "Forgotten. Nothing was changed."
    assert desk.office.store.drafts.get("dm-ria") is None
    assert "no brief here that waits" in desk.say("add the brief")


def test_the_same_file_name_is_a_new_version_and_says_what_changed(desk: Desk) -> None:
    changed = KEEPER_BRIEF.replace("lamps and lenses", "lamps and lenses by night") + "- Rowing\n"
    shown = desk.drop("Lighthouse Keeper.md", changed)
    assert "has another brief now" in words(shown)
    for told in (words(shown), desk.say(typed(shown)[0])):
        assert "“Rowing” is new" in told
    kept = desk.office.store.roles.get(KEEPER)
    assert kept
    assert [one.text for one in kept.criteria][-1] == "Rowing"
    again = words(desk.drop("Lighthouse Keeper.md", changed))
    assert "has already. Nothing was changed." in again


def test_a_new_version_under_another_name_can_replace_the_role_of_the_same_title(
    desk: Desk,
) -> None:
    shown = desk.drop("keeper-v2-final.md", KEEPER_BRIEF + "- Rowing\n")
    assert "There is a role Lighthouse Keeper already" in words(shown)
    assert "has its new brief" in desk.say(typed(shown)[1])
    assert {role.id for role in desk.office.store.roles.all()} == {KEEPER, BAKER}


def test_a_button_under_an_older_preview_takes_nothing(desk: Desk) -> None:
    first = desk.drop("tide-gauge-smith.md", SMITH)
    desk.drop("tide-gauge-smith.md", SMITH + "- Rowing\n")
    assert "Another brief was sent here since" in desk.say(typed(first)[0])
    assert desk.office.store.roles.get("tide-gauge-smith") is None


def test_a_yes_in_another_chat_takes_nothing(desk: Desk) -> None:
    desk.drop("tide-gauge-smith.md", SMITH)
    desk.say("yes", "dm-gia")
    desk.say("add the brief", "dm-gia")
    assert desk.office.store.roles.get("tide-gauge-smith") is None


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("virus.exe", b"MZ", "“.exe” is not a kind of file I know. Use .docx"),
        ("empty.md", b" \n", "it is empty"),
        ("brief.docx", b"PK\x03\x04 nothing", "damaged"),
        ("notes.txt", b"\xff\xff\x00", "not text in UTF-8"),
        ("poem.md", b"# A poem\n\nOf the sea.\n", "it has no requirement"),
        ("long.md", b"# Long\n" * 1_600_000, "10 MB is the most"),
    ],
)
def test_what_cannot_be_a_brief_is_one_clear_line(
    desk: Desk, name: str, data: bytes, told: str
) -> None:
    reply = desk.drop(name, data)
    assert told in words(reply)
    assert len(reply.blocks) == 1
    assert desk.office.store.drafts.get("dm-ria") is None


def test_a_file_that_is_gone_from_the_platform_is_asked_for_again(desk: Desk) -> None:
    place = Origin("slack", (("url", "https://files.slack.com/x"),))
    file = Attachment("brief.md", "", 0, place)
    told = words(desk.handle("", attachment=file, files=1))
    assert told == "brief.md was not read: it is no longer in Slack. Send it again."


def test_only_a_recruiters_own_chat_takes_briefs(desk: Desk) -> None:
    assert "in our own chat" in words(desk.drop("smith.md", SMITH, private=False))
    told = words(desk.drop("smith.md", SMITH, audience=Audience.CANDIDATE))
    assert "I cannot open files" in told
    assert desk.office.store.roles.get("smith") is None


def test_a_message_with_a_file_is_written_down_and_read_back_whole() -> None:
    file = Attachment("b.md", "text/plain", 7, Origin("slack", (("url", "https://x.example"),)))
    sent = Incoming("m", "c", "p", Audience.TEAM, "", NOON, files=1, attachment=file)
    written = Letter("slack", {"channel": "D1"}, sent)
    assert letter(written.written()) == written
