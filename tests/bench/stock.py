"""Our own questions: Rolecall beside the stock pipeline at the threshold that suits it best.

The stock pipeline answers with the passage most like the question when its cosine is above one
threshold for all briefs. The threshold is chosen with all answers in view, to make the mean of both
rates as high as it can be, and the pipeline is given only what the person asking may see: both are
in its favour.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from langchain_chroma import Chroma

from bot.core.answers import Answer
from bot.core.messages import Citation
from bot.core.roles import Audience, Role
from bot.evaluation import questions as evaluation
from bot.evaluation.questions import Row
from bot.passages import document_of
from retrieval.open import open_encoder
from retrieval.passages import Document
from retrieval.ports import Encoder
from tests.bench.options import Options
from tests.bench.product import product
from tests.bench.questions import SEEDS, asked
from tests.bench.stock_pipeline import best, stock_chroma
from tests.bench.tables import Aim, Line, Table, Unit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question: whether it was answered, and rightly, and in how many seconds.

    `cosine` is how like the question the stock pipeline's answer is; Rolecall's outcome has none.
    """

    role: str
    held: bool
    answered: bool
    right: bool
    seconds: float
    cosine: float = 1.0

    def above(self, threshold: float) -> "Outcome":
        """The same, where nothing less alike than the threshold is an answer."""
        if self.cosine >= threshold:
            return self
        return Outcome(self.role, self.held, False, not self.held, self.seconds, self.cosine)


Ask = Callable[[Role, Row], Outcome]


def tables(options: Options) -> list[Table]:
    """All questions together, then brief by brief."""
    del options
    pairs = [(one.role, row) for one in asked() for row in one.rows]
    with TemporaryDirectory() as folder, product(Path(folder), SEEDS) as app:

        def ours(role: Role, row: Row) -> Outcome:
            begun = time.perf_counter()
            done = evaluation.asked(app.ports, role, row, Audience.CANDIDATE)
            seconds = time.perf_counter() - begun
            return Outcome(role.id, row.answered, done.answer.answered, done.correct, seconds)

        every = _asked(ours, pairs)
    stock = _asked(_stock(open_encoder()), pairs)
    threshold = _best_threshold(stock)
    settled = [one.above(threshold) for one in stock]
    notes = (
        f"The stock pipeline answers from a cosine of {threshold:.3f} on: there the mean of its two "
        "rates is highest.",
        f"Without a threshold it answers {_rate(stock, held=True):.1%} of what the briefs hold "
        "rightly, and refuses nothing.",
    )
    return [_together(every, settled, notes), _by_brief(every, settled)]


def _asked(ask: Ask, pairs: Sequence[tuple[Role, Row]]) -> list[Outcome]:
    """Every question once to warm up, so that each role is loaded, and once to count."""
    for role, row in {role.id: (role, row) for role, row in pairs}.values():
        ask(role, row)
    return [ask(role, row) for role, row in pairs]


def _stock(encoder: Encoder) -> Ask:
    """The stock pipeline without a threshold yet: the passage that is most like the question."""
    stores: dict[tuple[str, Audience], Chroma] = {}

    def ask(role: Role, row: Row) -> Outcome:
        key = (role.id, row.audience or Audience.CANDIDATE)
        if key not in stores:
            stores[key] = stock_chroma(_seen(role, key[1]), encoder)
        begun = time.perf_counter()
        ((passage, cosine),) = best(stores[key], row.question, 1)
        seconds = time.perf_counter() - begun
        about = passage.metadata
        cited = Citation(about["section"], about["line"], passage.page_content, role.version)
        answer = Answer(True, passage.page_content, citations=(cited,))
        right = evaluation.correct(row, answer)
        return Outcome(role.id, row.answered, True, right, seconds, cosine)

    return ask


def _seen(role: Role, audience: Audience) -> Document:
    visible = {passage.id for passage in role.seen_by(audience)}
    whole = document_of(role)
    return Document(whole.id, whole.version, tuple(p for p in whole.passages if p.id in visible))


def _best_threshold(outcomes: Sequence[Outcome]) -> float:
    """The threshold with the highest mean of both rates; the lowest of them where several have."""
    candidates = sorted({one.cosine for one in outcomes})

    def mean(threshold: float) -> float:
        settled = [one.above(threshold) for one in outcomes]
        return (_rate(settled, held=True) + _rate(settled, held=False)) / 2

    return max(candidates, key=mean)


def _rate(outcomes: Sequence[Outcome], held: bool) -> float:
    """The share answered rightly of what the briefs hold, or refused of what they do not."""
    return float(np.mean([one.right for one in outcomes if one.held is held]))


def _together(
    ours: Sequence[Outcome], theirs: Sequence[Outcome], notes: tuple[str, ...]
) -> Table:
    held = sum(one.held for one in ours)
    return Table(
        f"Own questions, {len(ours)} over {len({one.role for one in ours})} briefs",
        (
            _right(f"{held} that the brief answers: answered correctly", ours, theirs, True),
            Line(
                "the same: answered at all",
                Unit.PERCENT,
                _answered(ours),
                None,
                _answered(theirs),
            ),
            _right(
                f"{len(ours) - held} that the brief does not answer: refused", ours, theirs, False
            ),
            Line(
                "time per answer, median",
                Unit.MILLISECONDS,
                _milliseconds(ours),
                None,
                _milliseconds(theirs),
            ),
        ),
        "stock",
        notes=notes,
    )


def _right(what: str, ours: Sequence[Outcome], theirs: Sequence[Outcome], held: bool) -> Line:
    aim = Aim(0.95, at_least=True)
    return Line(what, Unit.PERCENT, _rate(ours, held), aim, _rate(theirs, held))


def _answered(outcomes: Sequence[Outcome]) -> float:
    return float(np.mean([one.answered for one in outcomes if one.held]))


def _milliseconds(outcomes: Sequence[Outcome]) -> float:
    return float(np.median([one.seconds for one in outcomes])) * 1000


def _by_brief(ours: Sequence[Outcome], theirs: Sequence[Outcome]) -> Table:
    lines = []
    for role in dict.fromkeys(one.role for one in ours):
        mine, stock = ([one for one in side if one.role == role] for side in (ours, theirs))
        lines += [
            _right(f"{role}: answered correctly", mine, stock, True),
            _right(f"{role}: refused", mine, stock, False),
        ]
    return Table("Own questions, brief by brief", tuple(lines), "stock")
