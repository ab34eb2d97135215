"""R11: before launch, the rater is measured on own answers, and the kit tried without a candidate.

There is no dry run of a kit on a file of whole sample screenings; docs/features.md says so.
"""

import json
from pathlib import Path

from typer.testing import CliRunner

from bot.__main__ import app
from bot.core.messages import Incoming, Reply
from bot.core.roles import Audience
from bot.dialogues.candidates.comparing import of_role
from bot.dialogues.candidates.finding import summary_of
from bot.dialogues.recruiting.inviting import opening
from tests.recruiting.office import KEEPER, NOON, Office, words

SEED = Path(__file__).resolve().parents[2] / "seeds" / "ai-infrastructure-architect.md"
OWN = (
    ("In 2022 I wrote the decision record for our move to two clouds myself.", 3),
    ("I would read up on enterprise architecture first.", 1),
    ("I have never done anything like it.", 0),
)


def test_r11_levels_on_own_rated_answers_are_compared_with_the_bots(tmp_path: Path) -> None:
    file, told = tmp_path / "mine.jsonl", tmp_path / "told.jsonl"
    rows = [
        {"id": f"a{n}", "criterion": "Enterprise architecture", "answer": answer, "gold": gold}
        for n, (answer, gold) in enumerate(OWN)
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = ["evaluate", "answers", str(file), "--brief", str(SEED), "--json"]
    env = {"ROLECALL_HOME": str(tmp_path)}
    run = CliRunner().invoke(app, [*command, "--predictions", str(told)], env=env)
    assert run.exit_code == 0, run.output
    figures = json.loads(run.stdout)
    assert figures["answers"] == len(OWN)
    assert figures["bad_rows"] == []
    each = [json.loads(line) for line in told.read_text("utf-8").splitlines()]
    assert [one["id"] for one in each] == ["a0", "a1", "a2"]
    assert each[2]["level"] == 0


def test_r11_a_trial_plays_the_kit_before_it_is_signed_off_and_counts_nowhere(
    office: Office,
) -> None:
    role = office.store.roles.get(KEEPER)
    assert role
    asked = Incoming("trial", "terminal:trial", "trial", Audience.TEAM, "", NOON)
    trial = opening(office.ports, role, "A trial", asked, trial=True)
    office.store.inbox.commit(asked, Reply(()), (trial,))
    screening = trial.screening
    for number, said in enumerate(("", "yes", "Relit the lamp in one night, alone.", "send")):
        message = Incoming(
            f"t{number}", "trial", "U-t", Audience.CANDIDATE, said, NOON, screening=screening
        )
        told = words(office.bot.handle(message))
    assert "your answers are sent" in told
    summary = summary_of(office.ports, office.store.screenings.entries()[0].pseudonym)
    assert summary.trial
    assert summary.notes
    compared = of_role(office.ports, KEEPER)
    assert compared is None or not compared.people
