"""The rated answers with the vectors of their sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.raters.relevance import Encode, Vectors
from tests.quality.rated_answers import RatedAnswer


@dataclass(frozen=True, slots=True)
class Encoded:
    """An answer with the vectors of its sentences, shape (n, 384)."""

    row: RatedAnswer
    vectors: Vectors


def encoded(rows: Sequence[RatedAnswer], encode: Encode) -> list[Encoded]:
    """The answers that have a sentence to read, each sentence encoded once."""
    return [Encoded(row, encode(row.text.neutral)) for row in rows if row.text.neutral]
