"""Our own questions in `tests/quality`, each with the role that its brief makes."""

from pathlib import Path

from bot.core.roles import Role
from bot.evaluation.questions import Row
from tests.quality.sets import HERE, question_sets

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


CHECK = HERE / "check"
"""Questions that nobody tuned on: only their totals are told."""


def own_questions(folder: Path = HERE / "questions") -> list[tuple[Role, Row]]:
    """Every question of a folder with its role, brief by brief."""
    return [(role, row) for _, role, rows in question_sets(folder) for row in rows]
