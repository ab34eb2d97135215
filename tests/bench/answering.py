"""How long one answer takes after warm-up, beside encoding the same question alone."""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.assembly.assemble import App
from bot.core.roles import Audience, Role
from bot.dialogues.questions.role_answers import answered
from bot.evaluation.questions import Row
from retrieval.open import open_encoder
from tests.bench.questions import SEEDS, own_questions
from tests.bench.tables import Aim, Line, Table, Unit
from tests.product import product

ROUNDS = 3
"""Every question is asked in each round; its median counts, so that a pause of the machine does
not. Between two rounds all other questions are asked, so that nothing is kept from the last."""

Seconds = NDArray[np.float64]


def answering(home: Path) -> Table:
    """One table over all questions of `tests/quality`."""
    pairs = own_questions()
    with product(home, SEEDS) as app:
        encoding, answers = _timed(app, pairs)
    multiples = answers / encoding
    median, slow = np.percentile(multiples, (50, 99))
    return Table(
        f"One answer after warm-up, {len(pairs)} questions",
        (
            Line("encoding the question alone, median", Unit.MILLISECONDS, _middle(encoding)),
            Line("answering it, median", Unit.MILLISECONDS, _middle(answers)),
            Line("answering as a multiple, median", Unit.TIMES, float(median), Aim(1.5)),
            Line("answering as a multiple, p99", Unit.TIMES, float(slow), Aim(3.0)),
        ),
        notes=(
            f"Each question's median of {ROUNDS} rounds. A message of several questions, or one "
            "with earlier turns, is encoded in parts.",
        ),
    )


def _middle(seconds: Seconds) -> float:
    return float(np.median(seconds)) * 1000


def _timed(app: App, pairs: list[tuple[Role, Row]]) -> tuple[Seconds, Seconds]:
    """Seconds to encode, and to answer, each question: its median over the rounds."""
    encoder = open_encoder()

    def encode(_: Role, row: Row) -> object:
        return encoder.encode([row.question])

    def answer(role: Role, row: Row) -> object:
        asking = row.audience or Audience.CANDIDATE
        return answered(app.ports, role, row.question, row.history, asking)

    _round(answer, pairs)
    rounds = [(_round(encode, pairs), _round(answer, pairs)) for _ in range(ROUNDS)]
    encoding, answers = (np.median(kind, axis=0) for kind in zip(*rounds, strict=True))
    return encoding, answers


def _round(work: Callable[[Role, Row], object], pairs: list[tuple[Role, Row]]) -> Seconds:
    taken = np.zeros(len(pairs))
    for at, (role, row) in enumerate(pairs):
        begun = time.perf_counter()
        work(role, row)
        taken[at] = time.perf_counter() - begun
    return taken
