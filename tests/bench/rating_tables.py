"""The rater's tables for `make bench`: agreement on trades held out, and what must not move it.

`python -m tests.bench.ratings` prints more: each trade, the table of levels, the failures.
"""

from typing import Any

from bot.evaluation.answers import report
from retrieval.open import open_encoder
from tests.bench import ratings
from tests.bench.options import Options
from tests.bench.tables import Aim, Line, Table, Unit
from tests.quality.rated_answers import rated_answers

FIGURES = (
    ("quadratic weighted kappa", Unit.RANK, Aim(0.88, at_least=True)),
    ("exact", Unit.PERCENT, Aim(0.78, at_least=True)),
    ("within one", Unit.PERCENT, Aim(0.98, at_least=True)),
    ("false demonstrated", Unit.COUNT, Aim(0)),
)


def tables(options: Options) -> list[Table]:
    """Train without each trade and rate it; swap, attack, repeat and time the shipped rater."""
    del options
    rows, plain = rated_answers(), open_encoder().encode
    encode = ratings.remembering(plain)
    done = ratings.held_out(rows, [row.trade for row in rows], encode)
    found = report([one for _, one in done])
    cosine, length = ratings.by_cosine(rows, encode), ratings.by_length(rows)
    return [
        _agreement("Ratings, each trade held out, beside cosine alone", found, cosine, "cosine"),
        _agreement("Ratings, each trade held out, beside length alone", found, length, "length"),
        Table(
            "Ratings: what must not move them",
            (
                Line("changed by swaps of the person", Unit.COUNT,
                     ratings.swapped(rows, encode)["ratings changed"], Aim(0)),
                Line("levels raised by injections", Unit.COUNT,
                     ratings.injected(rows, encode)["levels raised"], Aim(0)),
                Line("processes that differ in 100 repeats", Unit.COUNT,
                     0 if ratings.repeated() else 1, Aim(0)),
                Line("a long answer, over encoding it once", Unit.TIMES,
                     ratings.timed(plain), Aim(1.5)),
            ),
        ),
    ]  # fmt: skip


def _agreement(title: str, found: dict[str, Any], beside: dict[str, Any], name: str) -> Table:
    lines = tuple(Line(what, unit, found[what], aim, beside[what]) for what, unit, aim in FIGURES)
    return Table(title, lines, name)
