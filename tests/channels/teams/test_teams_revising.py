"""Edited and deleted messages in Teams: heard as such, asked about, never done unasked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.core.screening.screening import replayed
from tests.channels.readers import CANDIDATE, CHANNELS, InTeams
from tests.channels.teams.microsoft import TENANT
from tests.channels.teams.tenant import ADA, BOT, Tenant, mention, personal
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


def revision(kind: str, event: str, text: str | None, **more: Any) -> dict[str, Any]:
    """An edit or deletion, as Teams tells of it: with the id of the message it is of."""
    data = {"eventType": event, "tenant": {"id": TENANT}}
    return personal(text, **{"type": kind, "channelData": data, **more})


def test_an_edit_names_the_message_it_is_of(tenant: Tenant) -> None:
    tenant.send(personal("9 years"))
    for text in ("8 years", "8 years", "7 years"):
        assert tenant.send(revision("messageUpdate", "editMessage", text)).status_code == 202
    first, *edits = tenant.turns.heard
    assert [(edit.text, edit.earlier) for edit in edits] == [
        ("8 years", first.id),
        ("7 years", first.id),
    ]
    assert all(edit.id.startswith(f"{first.id}~") for edit in edits)


def test_a_deletion_has_no_words(tenant: Tenant) -> None:
    for number, text in enumerate((None, "still here")):
        deleted = revision("messageDelete", "softDeleteMessage", text, id=str(number))
        assert tenant.send(deleted).status_code == 202
    assert [heard.text for heard in tenant.turns.heard] == ["", ""]
    assert all(heard.earlier for heard in tenant.turns.heard)


@pytest.mark.parametrize(
    "activity",
    [
        revision("messageUpdate", "undeleteMessage", "9 years"),
        revision("messageUpdate", "editMessage", "9 years", id=None),
        revision("messageUpdate", "editMessage", "9", **{"from": {"id": BOT}}),
        revision("messageUpdate", "editMessage", "9", conversation=mention("hi")["conversation"]),
    ],
)
def test_what_is_no_revision_of_a_persons_words(tenant: Tenant, activity: dict[str, Any]) -> None:
    assert tenant.send(activity).status_code == 202
    assert not tenant.turns.heard
