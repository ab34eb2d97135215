"""R11: before launch the rater is measured on own answers, and the kit tried without anybody."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.core.errors import KitUnreadable
from bot.core.kits.kit import make_kit
from bot.core.messages import Incoming, Reply
from bot.core.plain import plain
from bot.core.ratings import Level
from bot.core.roles import Audience
from bot.dialogues.candidates.comparing import of_role
from bot.dialogues.candidates.finding import summary_of
from bot.dialogues.recruiting.inviting import opening
from bot.evaluation.trying import tried
from bot.evaluation.trying_told import data, told
from bot.kit_files.samples import read_samples
from tests.kits.written import role as brief_of
from tests.recruiting.office import KEEPER, NOON, Office, words

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "seeds" / "ai-infrastructure-architect.md"
SAMPLES = ROOT / "docs/examples/ai-infrastructure-architect.samples.yaml"
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


def test_r11_a_file_of_sample_screenings_is_played_through_the_kit_and_nothing_is_kept(
    office: Office,
) -> None:
    role, kit = office.store.roles.get(KEEPER), office.kit(KEEPER)
    assert role
    text = """
samples:
  - name: Robin Example
    answers:
      1: {answer: I was there., follow-up: "I relit it in one night.", expected: 4}
  - name: Kim Sample
    answers:
      1: {answer: "I relit the lamp in one night, alone.", expected: no evidence}
  - name: Alex Muster
"""
    every = tried(office.ports, role, kit, read_samples(kit, "mine.yaml", text))
    run = data(kit, every)
    assert [one["name"] for one in run["samples"]] == ["Robin Example", "Kim Sample", "Alex Muster"]
    [robin, kim, alex] = [one["answers"][0] for one in run["samples"]]
    assert robin["expected"] == "demonstrated with impact"
    assert kim["expected"] == "no evidence"
    assert (alex["found"], alex["expected"]) == ("declined", None)
    [first, *_] = run["questions"]
    assert first["skipped"] == 1
    assert sum(first["expected"].values()) == 2
    assert sum(first["levels"].values()) + first["not_enough_evidence"] == 2
    said = plain(told(kit, every))
    for part in ("Robin Example · Lighthouse Keeper", "A trial run", "expected no evidence, found"):
        assert part in said
    assert any("Kim Sample: expected no evidence" in one for one in run["look_at"])
    assert "Advance" not in said
    assert not office.store.screenings.entries()
    assert not office.store.outbox.undelivered()


def test_r11_the_example_in_the_docs_is_one_for_the_first_role() -> None:
    kit = make_kit(brief_of("ai-infrastructure-architect"))
    samples = read_samples(kit, SAMPLES.name, SAMPLES.read_text("utf-8"))
    assert [sample.name for sample in samples] == ["Robin Example", "Kim Sample", "Alex Muster"]
    assert samples[0].answers[2].follow_up.startswith("I designed the identity federation")
    assert samples[1].answers[1].expected is Level.DESCRIBED


def test_r11_mistakes_in_a_file_of_samples_are_named_with_their_lines(office: Office) -> None:
    text = """role: somebody-else
samples:
  - answers:
      1:
        answer: [x]
        expected: brilliant
      99: more
    gates: {Z: yes}
"""
    with pytest.raises(KitUnreadable) as told_of:
        read_samples(office.kit(KEEPER), "mine.yaml", text)
    assert [line for line, _ in told_of.value.mistakes] == [1, 3, 5, 6, 7, 8]
    for said in ("no name", "no level", "“99” is nothing", "an answer's words"):
        assert said in str(told_of.value)
    for nothing in ("", "samples: []", "samples: no"):
        with pytest.raises(KitUnreadable, match=r"no sample|needs a list"):
            read_samples(office.kit(KEEPER), "mine.yaml", nothing)
