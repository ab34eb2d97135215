"""Edited and deleted messages in Teams, with the real bot: asked about, never done unasked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.core.screening import replayed
from tests.channels.readers import CANDIDATE, CHANNELS, InTeams
from tests.channels.teams.tenant import ADA, personal
from tests.dialogues.stage import Stage


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[InTeams]:
    """A candidate who has opened the invitation, said yes and is asked for their years."""
    stage = Stage(tmp_path)
    stage.hire_for("lighthouse-keeper")
    stage.invite("Robin")
    with CHANNELS["Teams"](stage) as reader:
        reader.open()
        reader.say(CANDIDATE, "yes")
        yield reader
    stage.app.close()


def years(chat: InTeams) -> str:
    """What is kept of the candidate's years."""
    stage = chat.behind.stage
    screening = replayed(stage.invited[-1], stage.app.store.screenings.events(stage.invited[-1]))
    return next(iter(screening.gates.values())).words


def revised(chat: InTeams, kind: str, event: str, text: str | None, message: str) -> str:
    """What the candidate reads after an edit or deletion of the message with this id."""
    before = len(chat.tenant.microsoft.posts(f"a:{ADA}"))
    data = {"eventType": event}
    sent = chat.tenant.send(personal(text, type=kind, id=message, channelData=data))
    assert sent.status_code == 202
    return " ".join(post["text"] for post in chat.tenant.microsoft.posts(f"a:{ADA}")[before:])


def test_an_edited_answer_counts_once_the_candidate_says_so(chat: InTeams) -> None:
    chat.say(CANDIDATE, "2")
    asked = revised(chat, "messageUpdate", "editMessage", "9 years", "3")
    assert "You edited your answer to A." in asked
    assert "9 years" in asked
    assert years(chat) == "2"
    assert "the new ones count" in chat.say(CANDIDATE, "use it")
    assert years(chat) == "9 years"
    # The next edit is of the words as they stand now.
    assert "10 years" in revised(chat, "messageUpdate", "editMessage", "10 years", "3")
    chat.say(CANDIDATE, "continue")
    assert years(chat) == "9 years"


def test_a_deleted_answer_stays_and_the_candidate_is_told(chat: InTeams) -> None:
    chat.say(CANDIDATE, "9 years")
    told = revised(chat, "messageDelete", "softDeleteMessage", None, "3")
    assert "You deleted your answer to A here." in told
    assert years(chat) == "9 years"


def test_what_was_never_read_or_did_not_change_is_no_correction(chat: InTeams) -> None:
    chat.say(CANDIDATE, "9 years")
    assert revised(chat, "messageUpdate", "editMessage", "9 years", "3") == ""
    unknown = revised(chat, "messageUpdate", "editMessage", "8 years", "never-seen")
    assert "I did not act on the new words" in unknown
    assert revised(chat, "messageDelete", "softDeleteMessage", None, "never-seen") == ""
    assert years(chat) == "9 years"
