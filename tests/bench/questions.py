"""Our own questions in `tests/quality`, each with the role that its brief makes."""

from pathlib import Path

from bot.core.roles import Role
from bot.evaluation.questions import Row
from tests.quality.sets import question_sets

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def own_questions() -> list[tuple[Role, Row]]:
    """Every question with its role, brief by brief."""
    return [(role, row) for _, role, rows in question_sets() for row in rows]
