"""The product from the outside: the README's dialogue, the seed brief, and the demo, as run."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.briefs.reading import read_brief
from bot.core.kits.kit import make_kit
from bot.core.roles import Audience, CriterionKind
from bot.core.screening.commands import (
    Consent,
    Withdraw,
)
from bot.core.screening.decisions import AtGate, decide, place
from bot.core.screening.events import (
    Invited,
)
from bot.core.screening.screening import Stage, evolve, replayed

pytestmark = pytest.mark.programs

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "ai-infrastructure-architect.md"


def rolecall(home: Path, *words: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "ROLECALL_HOME": str(home), "COLUMNS": "300"}
    command = [sys.executable, "-m", "bot", *words]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=settings,
        input=typed,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_seed_brief_is_read_whole() -> None:
    role = read_brief("architect", SEED.name, SEED.read_text("utf-8"))
    counts = {kind: len(role.of_kind(kind)) for kind in CriterionKind}
    assert role.title == "AI Infrastructure Architect"
    assert counts[CriterionKind.ESSENTIAL] == 8
    assert counts[CriterionKind.DESIRABLE] == 5
    assert counts[CriterionKind.SOFT] == 5
    assert counts[CriterionKind.SIGNAL] == 4
    assert [(pay.amount, pay.currency, pay.country) for pay in role.pay] == [
        (165_000, "USD", "US"),
        (235_000, "USD", "US"),
        (350_000, "USD", "US"),
    ]
    lines = SEED.read_text("utf-8").split("\n")
    assert all(c.text.split()[0] in lines[c.line - 1] for c in role.criteria)


def test_a_candidate_never_sees_what_is_for_the_team() -> None:
    role = read_brief("architect", SEED.name, SEED.read_text("utf-8"))
    seen = " ".join(passage.text for passage in role.seen_by(Audience.CANDIDATE))
    assert "Architecture portfolio" not in seen
    assert len(role.passages) - len(role.seen_by(Audience.CANDIDATE)) == 4


def test_a_withdrawn_screening_decides_nothing_more() -> None:
    role = read_brief("architect", SEED.name, SEED.read_text("utf-8"))
    kit = make_kit(role)
    at = datetime(2026, 1, 2, tzinfo=UTC)
    screening = replayed(
        "s", [Invited(at, role.id, kit.version, role.version, "Candidate S", False)]
    )
    for event in decide(kit, screening, Consent(at, "yes")):
        screening = evolve(screening, event)
    assert isinstance(place(kit, screening), AtGate)
    for event in decide(kit, screening, Withdraw(at)):
        screening = evolve(screening, event)
    assert screening.stage is Stage.WITHDRAWN
    assert decide(kit, screening, Consent(at, "yes")) == ()


DIALOGUES = re.findall(
    r"```text\n\$ \.venv/bin/rolecall (chat .+)\n([\s\S]+?)```",
    (ROOT / "README.md").read_text("utf-8"),
)


def pattern(dialogue: str) -> str:
    """What is printed when a dialogue's lines are typed: “…” is anything, white space is free."""
    printed = re.sub(r"^> .+$", ">", dialogue, flags=re.M)
    words = [".*?" if word == "…" else re.escape(word) for word in printed.split()]
    return r"\s+".join([*words, ">"])


def test_the_readme_shows_a_recruiter_and_a_candidate() -> None:
    assert [("recruiter" in said, "candidate" in said) for said, _ in DIALOGUES] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(("command", "dialogue"), DIALOGUES)
def test_the_dialogues_in_the_readme_are_what_the_bot_says(
    tmp_path: Path, command: str, dialogue: str
) -> None:
    typed = "".join(f"{line}\n" for line in re.findall(r"^> (.+)$", dialogue, flags=re.M))
    talked = rolecall(tmp_path, *command.split(), typed=typed)
    assert talked.returncode == 0, talked.stderr
    assert re.fullmatch(pattern(dialogue), talked.stdout.strip(), flags=re.S), talked.stdout


@pytest.mark.parametrize(
    ("question", "answered"), [("What does it pay?", True), ("What does it pay in Germany?", False)]
)
def test_ask_gives_the_documented_json(tmp_path: Path, question: str, answered: bool) -> None:
    asked = rolecall(tmp_path, "ask", question, "--role", "ai-infrastructure-architect", "--json")
    data = json.loads(asked.stdout)
    assert set(data) == {"answered", "text", "reason", "citations"}
    assert data["answered"] is answered
    assert bool(data["citations"]) is answered


def test_the_demo_plays_to_its_end(tmp_path: Path) -> None:
    played = rolecall(tmp_path, "demo")
    assert played.returncode == 0, played.stderr
    assert "it does not say what the role pays in Germany." in played.stdout
    assert "Back to where we were." in played.stdout
    assert "A person decides." in played.stdout


def test_wrong_settings_are_all_told_at_once(tmp_path: Path) -> None:
    wrong = {"ROLECALL_PORT": "no", "DATABASE_URL": "mysql://x"}
    before = {name: os.environ.get(name) for name in wrong}
    os.environ.update(wrong)
    try:
        told = rolecall(tmp_path, "roles", "list")
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    assert told.returncode == 2
    assert "ROLECALL_PORT" in told.stderr
    assert "DATABASE_URL" in told.stderr
