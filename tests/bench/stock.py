"""Our own questions: Rolecall beside the stock pipeline at the threshold that suits it best.

The stock pipeline answers with the passage most like the question when its cosine is above one
threshold for all briefs. The threshold is chosen with all answers in view, to make the mean of both
rates as high as it can be, and the pipeline is given only what the person asking may see: both are
in its favour.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from retrieval.open import open_encoder
from tests.bench.options import Options
from tests.bench.outcomes import (
    Outcome,
    answered,
    best_threshold,
    milliseconds,
    outcomes,
    product_asked,
    rate,
    search_asked,
    stock_asked,
)
from tests.bench.questions import CHECK, SEEDS, own_questions
from tests.bench.tables import Aim, Line, Table, Unit
from tests.product import product
from tests.training.answers import left_out_rates

AIM = Aim(0.95, at_least=True)

Rates = dict[str, tuple[float, float]]
"""Answered correctly and refused, for each role's id, and for all under ""."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The outcomes of the product, of its search alone and of the stock pipeline; the rates of what
    it learned without the brief that was asked about; on the questions that nobody tuned on, the
    outcomes of the product and of the stock pipeline; and the stock pipeline's threshold."""

    ours: list[Outcome]
    searched: list[Outcome]
    stock: list[Outcome]
    left_out: Rates
    check: tuple[list[Outcome], list[Outcome]]
    threshold: float

    @property
    def settled(self) -> list[Outcome]:
        """The stock pipeline's outcomes with its threshold."""
        return [one.above(self.threshold) for one in self.stock]


def tables(options: Options) -> list[Table]:
    """All questions together, then brief by brief."""
    del options
    pairs = own_questions()
    with TemporaryDirectory() as folder, product(Path(folder), SEEDS) as app:
        ours = outcomes(product_asked(app), pairs)
        searched = outcomes(search_asked(app), pairs)
        checked = outcomes(product_asked(app), own_questions(CHECK))
    stock = outcomes(stock_asked(open_encoder()), pairs)
    check = checked, outcomes(stock_asked(open_encoder()), own_questions(CHECK))
    sides = Sides(ours, searched, stock, left_out_rates(), check, best_threshold(stock))
    return [_together(sides), _by_brief(sides)]


def _together(sides: Sides) -> Table:
    held = sum(one.held for one in sides.ours)
    unheld = len(sides.ours) - held
    briefs = len({one.role for one in sides.ours})
    return Table(
        f"Own questions: {held} that their briefs answer, {unheld} that they do not",
        (*_check(sides), *_left_out(sides), *_as_it_comes(sides), *_beneath(sides)),
        "stock",
        notes=(
            f"Check: {len(sides.check[0])} other questions, over two briefs, that nobody tuned on. "
            f"Left out: what answering learned was learned from the other {briefs - 1} briefs "
            "alone. All briefs: as it comes, having learned from these very questions.",
            f"The stock pipeline answers from a cosine of {sides.threshold:.3f} on: there the mean "
            "of its two rates is highest.",
        ),
    )


def _check(sides: Sides) -> tuple[Line, ...]:
    ours, stock = sides.check
    settled = [one.above(sides.threshold) for one in stock]

    def line(what: str, held: bool) -> Line:
        return Line(f"check: {what}", Unit.PERCENT, rate(ours, held), AIM, rate(settled, held))

    return line("answered correctly", True), line("refused what is not there", False)


def _left_out(sides: Sides) -> tuple[Line, ...]:
    correct, refused = sides.left_out[""]
    stock = [rate(sides.settled, held) for held in (True, False)]
    return (
        Line("left out: answered correctly", Unit.PERCENT, correct, AIM, stock[0]),
        Line("left out: refused what is not there", Unit.PERCENT, refused, AIM, stock[1]),
    )


def _as_it_comes(sides: Sides) -> tuple[Line, ...]:
    def line(what: str, ours: float, theirs: float) -> Line:
        return Line(f"all briefs: {what}", Unit.PERCENT, ours, None, theirs)

    ours, stock = sides.ours, sides.settled
    return (
        line("answered correctly", rate(ours, held=True), rate(stock, held=True)),
        line("answered at all", answered(ours), answered(stock)),
        line("refused what is not there", rate(ours, held=False), rate(stock, held=False)),
    )


def _beneath(sides: Sides) -> tuple[Line, ...]:
    first = [rate(found, held=True) for found in (sides.searched, sides.stock)]
    times = [milliseconds(found) for found in (sides.ours, sides.stock)]
    return (
        Line("search alone: the right line is first", Unit.PERCENT, first[0], None, first[1]),
        Line("time per answer, median", Unit.MILLISECONDS, times[0], None, times[1]),
    )


def _by_brief(sides: Sides) -> Table:
    lines = []
    for role in (one for one in sides.left_out if one):
        stock = [one for one in sides.settled if one.role == role]
        for place, (what, held) in enumerate((("answered correctly", True), ("refused", False))):
            ours = sides.left_out[role][place]
            lines.append(Line(f"{role}: {what}", Unit.PERCENT, ours, AIM, rate(stock, held)))
    return Table("Own questions, each brief left out of training", tuple(lines), "stock")
