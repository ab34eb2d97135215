"""K1: without a language model and without a network everything works, to the fit summary."""

import socket

import pytest

from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage

STORY = (
    "In January 2024 the lamp failed in a storm. I took it apart, cleaned the burner, and started "
    "the backup generator by hand. The light was back after 11 minutes instead of an hour."
)


def test_k1_the_whole_story_with_every_socket_closed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, closed)
    monkeypatch.setattr(socket, "getaddrinfo", closed)
    stage.restart()
    assert stage.app.ports.phraser is None
    assert "41,000 euros" in drawn(stage.say(RECRUITER, "What does it pay?").blocks)
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in ("yes", "9", "yes", STORY):
        stage.say("Robin", said)
    if stage.probing("Robin"):
        stage.say("Robin", "skip")
    for said in ("How often does the boat come?", "skip the rest", "send"):
        told = drawn(stage.say("Robin", said).blocks)
    assert "your answers are sent" in told
    [card] = stage.app.store.records.posts("lighthouse-keeper")
    assert "demonstrated with impact" in drawn(card.blocks)
    asked = drawn(stage.say(RECRUITER, "ask 7F3: what did they do about the lamp?").blocks)
    assert "“In January 2024 the lamp failed in a storm.”" in asked
