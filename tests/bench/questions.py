"""Our own questions in `tests/quality`, each with the role its brief makes."""

from dataclasses import dataclass
from pathlib import Path

from bot.briefs.files import text_of
from bot.briefs.reading import read_brief
from bot.core.roles import Role
from bot.evaluation.questions import Row, parse
from bot.evaluation.rows import read_rows

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "tests" / "quality" / "questions"
SEEDS = ROOT / "seeds"
BRIEFS = (SEEDS, ROOT / "tests" / "quality" / "briefs")


@dataclass(frozen=True, slots=True)
class Asked:
    """A role and the questions about it."""

    role: Role
    rows: tuple[Row, ...]


def roles() -> tuple[Role, ...]:
    """The roles of all briefs in the repository, by id."""
    files = sorted((file.stem, file) for folder in BRIEFS for file in folder.glob("*.md"))
    return tuple(read_brief(name, file.name, text_of(file)) for name, file in files)


def asked() -> tuple[Asked, ...]:
    """Every role that has questions, with all of them. Raises ValueError for a bad row."""
    return tuple(
        Asked(role, _rows(QUESTIONS / f"{role.id}.jsonl"))
        for role in roles()
        if (QUESTIONS / f"{role.id}.jsonl").exists()
    )


def _rows(file: Path) -> tuple[Row, ...]:
    rows = read_rows(file, parse)
    if rows.bad:
        raise ValueError("; ".join(rows.bad))
    return tuple(rows.good)
