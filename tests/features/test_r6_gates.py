"""R6: a gate is pass, unknown or fail for a person to read: no points, and no rejection."""

import json

import pytest

from bot.core.fit_data import fit_bytes
from bot.dialogues.candidates import summary_of
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage


@pytest.mark.parametrize(
    ("years", "licence", "outcomes"),
    [
        ("9", "yes", ["pass", "pass"]),
        ("1", "no", ["fail", "fail"]),
        ("skip", "it is complicated", ["unknown", "unknown"]),
    ],
)
def test_r6_whatever_is_said_everything_is_asked_and_nothing_is_counted(
    stage: Stage, years: str, licence: str, outcomes: list[str]
) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in ("yes", years, licence):
        told = drawn(stage.say("Robin", said).blocks)
    assert "Question 1 of 3." in told
    for _ in range(3):
        stage.say("Robin", "skip")
    ended = drawn(stage.say("Robin", "send").blocks)
    assert "Thank you, your answers are sent." in ended
    assert not any(word in ended for word in ("reject", "fail", "unfortunately", "qualif"))
    data = json.loads(fit_bytes(summary_of(stage.app.ports, stage.screening("Robin"))))
    assert [gate["outcome"] for gate in data["gates"]] == outcomes
    assert not any("level" in gate or "points" in gate for gate in data["gates"])
    assert {one["level"] for one in data["criteria"]} == {None}, "nor does it move a level"
    [card] = stage.app.store.records.posts("lighthouse-keeper")
    shown = drawn(card.blocks)
    assert f"3+ years of experience: {outcomes[0]}" in shown
    assert f"A marine radio licence.: {outcomes[1]}" in shown
    assert "‹Advance› ‹Hold› ‹Decline›" in shown, "a person decides, whatever the gates say"
