"""Measures the rater: `python -m tests.bench.ratings`, several minutes on one core.

Every trade in turn is held out: the rater is trained on the others, with their criteria, and
rates its answers the way the product does. Beside it, the same split rated by cosine alone
and by length alone. Then what must not change a rating: swaps of the person, injections, order and
repetition; and the time. `--quick` leaves the training out and rates with the shipped numbers.
"""

import argparse
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any

import numpy as np

from bot.core.ratings import Level, Outcome, Rating
from bot.core.roles import Criterion, CriterionKind
from bot.evaluation import attacks, fairness
from bot.evaluation.answers import Done, Row, rate, rated, report
from bot.evaluation.report import lines
from bot.raters.rater import EvidenceRater
from bot.raters.reading import text_of
from bot.raters.relevance import Encode, Vectors
from bot.raters.weights import weights_from
from retrieval.open import open_encoder
from tests.quality.rated_answers import RatedAnswer, own_life, rated_answers
from tests.training.encoding import encoded
from tests.training.rating_numbers import fit

SWAPPED = 210
INJECTIONS_EACH = 8
FIFTHS = 5
SEED = "ai-infrastructure-architect"
REPEATS = 50
LONG_ANSWER = (
    "In spring 2022 our review board at the bank was the place where decisions went to wait. "
    "There was a queue of thirty-four days and nobody could say why one proposal passed and "
    "another did not. I read the last hundred minutes, sorted the reasons into seven kinds and "
    "wrote an ADR template that asks for exactly those seven. Then I ran the first twelve reviews "
    "myself, in pull requests and no longer in the meeting, and trained one reviewer in each of "
    "the nine teams. Two architects were against it, so I let them keep the old way for a quarter "
    "and compared. After four months the median decision took six days, and both of them asked "
    "for the template."
)


def row_of(one: RatedAnswer) -> Row:
    """A labelled answer as `rolecall evaluate` has it."""
    criterion = Criterion("c", CriterionKind.ESSENTIAL, one.criterion, "Required", 1)
    traits = tuple(sorted(one.traits))
    return Row(one.id, criterion, one.question, one.answer, one.gold, traits, one.others)


def remembering(encode: Encode) -> Encode:
    """An encoder that encodes a text once; the vectors are the same."""
    known: dict[str, Vectors] = {}

    def encoding(texts: Sequence[str]) -> Vectors:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(new, encode(new), strict=True))
        return np.array([known[text] for text in texts], dtype=np.float32).reshape(-1, 384)

    return encoding


def held_out(
    rows: Sequence[RatedAnswer], groups: Sequence[str], encode: Encode
) -> list[tuple[str, Done]]:
    """Each group's answers, rated by a rater that was trained without that group."""
    done, beside = [], encoded(own_life(), encode)
    vectors = {one.row.id: one for one in encoded(rows, encode)}
    for held in sorted(set(groups)):
        pairs = list(zip(rows, groups, strict=True))
        others = [vectors[r.id] for r, group in pairs if group != held and r.id in vectors]
        data = fit(others, beside, encode, f"all but {held}")
        rater = EvidenceRater(encode, lru_cache(1)(partial(weights_from, data)))
        done += [(held, rated(rater, row_of(row))) for row, group in pairs if group == held]
        print(f"held out: {held}", file=sys.stderr, flush=True)
    return done


def agreement(rows: Sequence[RatedAnswer], encode: Encode) -> None:
    """Prints agreement on trades, and on answers to known criteria, never trained on."""
    by_trade = held_out(rows, [row.trade for row in rows], encode)
    _print("each trade held out, with its criteria", report([one for _, one in by_trade]))
    for trade in sorted({row.trade for row in rows}):
        figures = report([one for held, one in by_trade if held == trade])
        print(f"{trade}: {_in_short(figures)}")
    _failures([one for _, one in by_trade])
    folds = [f"fifth {number % FIFTHS + 1}" for number, _ in enumerate(rows)]
    by_fold = [one for _, one in held_out(rows, folds, encode)]
    _print("each fifth of the answers held out, criteria known", report(by_fold))
    trades = {row.id: row.trade for row in rows}
    seed = [one for one in by_fold if trades[one.row.id] == SEED]
    print(f"of these, {SEED}: {_in_short(report(seed))}", flush=True)


def _failures(done: Sequence[Done]) -> None:
    print("called demonstrated, given 0 or 1:")
    for one in done:
        if one.row.gold <= 1 and int(one.rating.level or 0) >= 3:
            print(f"  {one.row.id} ({one.row.gold}): {one.row.answer[:100]}")


def _in_short(figures: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in _short(figures).items())


def by_quantiles(
    rows: Sequence[RatedAnswer], value: Callable[[RatedAnswer], float]
) -> list[tuple[int, int]]:
    """Gold and found levels where one number is cut at the other trades' quintiles."""
    values = {row.id: value(row) for row in rows}
    pairs = []
    for row in rows:
        others = [values[one.id] for one in rows if one.trade != row.trade]
        cuts = np.quantile(others, (0.2, 0.4, 0.6, 0.8))
        pairs.append((int(row.gold), int(np.searchsorted(cuts, values[row.id]))))
    return pairs


def by_cosine(rows: Sequence[RatedAnswer], encode: Encode) -> dict[str, Any]:
    """Agreement where the best cosine of a sentence with the criterion is all that counts."""

    def cosine(row: RatedAnswer) -> float:
        vectors = encode((row.criterion, *row.text.neutral))
        return float((vectors[1:] @ vectors[0]).max()) if len(vectors) > 1 else 0.0

    return _agreement(by_quantiles(rows, cosine))


def by_length(rows: Sequence[RatedAnswer]) -> dict[str, Any]:
    """Agreement where the answer's length is all that counts."""
    return _agreement(by_quantiles(rows, lambda row: len(row.answer)))


def _agreement(pairs: Sequence[tuple[int, int]]) -> dict[str, Any]:
    criterion = Criterion("c", CriterionKind.ESSENTIAL, "", "", 1)
    return report(
        [
            Done(
                Row("", criterion, "", "", Level(gold)),
                Rating(Outcome.RATED, Level(found), (), (), None, "baseline"),
            )
            for gold, found in pairs
        ]
    )


def digest(rows: Sequence[RatedAnswer], rater: EvidenceRater, seed: int) -> str:
    """A checksum of the ratings of some answers, each rated many times in a shuffled order."""
    some = rows[::40]
    order = [row for row in some for _ in range(REPEATS)]
    random.Random(seed).shuffle(order)
    found: dict[str, set[str]] = {row.id: set() for row in some}
    for row in order:
        one = row_of(row)
        found[row.id].add(repr(rate(rater, one)))
    whole = repr([(name, sorted(ratings)) for name, ratings in sorted(found.items())])
    return f"{max(map(len, found.values()))} {sha256(whole.encode()).hexdigest()}"


def repeated() -> bool:
    """Whether two processes give the same bytes for every repetition."""
    said = {
        subprocess.run(
            [sys.executable, "-m", "tests.bench.ratings", "--digest", str(seed)],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
        for seed in (1, 2)
    }
    return len(said) == 1 and said.pop().startswith("1 ")


def timed(encode: Encode) -> float:
    """The time to rate an answer of 120 words over the time to encode its sentences once."""
    criterion = Criterion("c", CriterionKind.ESSENTIAL, "Architecture governance, ADRs.", "", 1)
    rater = EvidenceRater(encode)
    texts = text_of(LONG_ANSWER, criterion.text).neutral
    once = _median(lambda: encode(texts))
    return _median(lambda: rater.rate(criterion, "", LONG_ANSWER)) / once


def _median(doing: Callable[[], object]) -> float:
    seconds = []
    for _ in range(60):
        begun = time.perf_counter()
        doing()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds[10:])


def swapped(rows: Sequence[RatedAnswer], encode: Encode) -> dict[str, Any]:
    """The fairness figures for answers spread over all trades."""
    rater, some = EvidenceRater(encode), spread(rows)
    ratings = [rate(rater, row) for row in some]
    found = [one for row in some for one in fairness.swapped(rater, row)]
    return fairness.report(some, ratings, found)


def injected(rows: Sequence[RatedAnswer], encode: Encode) -> dict[str, Any]:
    """The injection figures for answers spread over all trades."""
    rater, texts = EvidenceRater(encode), attacks.injections()
    found = [
        one
        for number, row in enumerate(spread(rows))
        for one in attacks.attacked(rater, row, attacks.chosen(number, texts, INJECTIONS_EACH))
    ]
    return attacks.report(found)


def spread(rows: Sequence[RatedAnswer]) -> list[Row]:
    """At least so many answers as are swapped and attacked, from all trades alike."""
    return [row_of(row) for row in rows[:: max(1, len(rows) // SWAPPED)]]


def _short(figures: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in figures.items() if name != "confusion"}


def _print(title: str, figures: dict[str, Any]) -> None:
    print(f"\n## {title}")
    for line in lines(figures):
        print(line, flush=True)


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--digest", type=int, help="print a checksum of ratings and stop")
    parser.add_argument("--quick", action="store_true", help="no training, the shipped numbers")
    given = parser.parse_args()
    rows, plain = rated_answers(), open_encoder().encode
    if given.digest is not None:
        print(digest(rows, EvidenceRater(remembering(plain)), given.digest))
        return
    encode = remembering(plain)
    if not given.quick:
        agreement(rows, encode)
    _print("cosine alone", _short(by_cosine(rows, encode)))
    _print("length alone", _short(by_length(rows)))
    _print("swaps of the person", swapped(rows, encode))
    _print("injections", injected(rows, encode))
    print(f"{2 * REPEATS} repeats, 2 processes, shuffled, identical bytes: {repeated()}")
    print(f"a long answer rated, over its sentences encoded once: {timed(plain):.2f}")


if __name__ == "__main__":
    main()
