"""An answer cut into pieces, so that the words a rating rests on can be marked: pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.core.ratings import Evidence

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an answer that begins at `start`, and whether it is evidence.

    `hidden` where it is private and not shown; `named` where something may link to its beginning.
    """

    text: str
    marked: bool
    start: int = 0
    hidden: bool = False
    named: bool = False


def pieces(answer: str, evidence: Iterable[Evidence]) -> tuple[Piece, ...]:
    """The answer in pieces that together are the answer, to the last character.

    Spans that overlap are marked as one. A span that does not hold its quote is left unmarked.
    """
    return placed(answer, evidence)


def placed(
    answer: str, evidence: Iterable[Evidence], hidden: Spans = (), named: Iterable[int] = ()
) -> tuple[Piece, ...]:
    """The same with pieces that are hidden, and one that begins at each of the `named` places."""
    marked, places = _merged(answer, evidence), {at for at in named if at < len(answer)}
    edges = {0, len(answer), *places}
    edges.update(edge for span in (*marked, *hidden) for edge in span)
    ordered = sorted(edges)
    return tuple(
        Piece(answer[at:end], _inside(at, marked), at, _inside(at, hidden), at in places)
        for at, end in pairwise(ordered)
    )


def _inside(at: int, spans: Spans) -> bool:
    return any(start <= at < end for start, end in spans)


def _merged(answer: str, evidence: Iterable[Evidence]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((e.start, e.end) for e in evidence if _is_exact(answer, e)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_exact(answer: str, evidence: Evidence) -> bool:
    inside = 0 <= evidence.start < evidence.end <= len(answer)
    return inside and answer[evidence.start : evidence.end] == evidence.quote
