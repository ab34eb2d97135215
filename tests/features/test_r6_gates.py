"""R6: a gate is pass, unknown or fail for a person to read: no points, and no rejection."""

import json

from bot.core.fit.data import fit_bytes
from bot.dialogues.candidates.finding import summary_of
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

PEOPLE = {
    "Robin": ("9", "yes", "pass"),
    "Kim": ("1", "no", "fail"),
    "Wim": ("skip", "it is complicated", "unknown"),
}


def test_r6_whatever_is_said_everything_is_asked_and_nothing_is_counted(stage: Stage) -> None:
    for who, (years, licence, outcome) in PEOPLE.items():
        stage.invite(who)
        stage.open_link(who)
        for said in ("yes", years, licence):
            told = drawn(stage.say(who, said).blocks)
        assert "Question 1 of 3." in told
        for _ in range(3):
            stage.say(who, "skip")
        ended = drawn(stage.say(who, "send").blocks)
        assert "Thank you, your answers are sent." in ended
        assert not any(word in ended for word in ("reject", "fail", "unfortunately", "qualif"))
        data = json.loads(fit_bytes(summary_of(stage.app.ports, stage.screening(who))))
        assert [gate["outcome"] for gate in data["gates"]] == [outcome] * 2
        assert not any("level" in gate or "points" in gate for gate in data["gates"])
        assert {one["level"] for one in data["criteria"]} == {None}, "nor does it move a level"
        shown = drawn(stage.app.store.records.posts("lighthouse-keeper")[-1].blocks)
        assert f"3+ years of experience: {outcome}" in shown
        assert f"A marine radio licence.: {outcome}" in shown
        assert "‹Advance› ‹Hold› ‹Decline›" in shown, "a person decides, whatever the gates say"
