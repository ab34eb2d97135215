"""An answer cut into pieces, so that the words a rating rests on can be marked: pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.ratings import Evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an answer, and whether it is evidence."""

    text: str
    marked: bool


def pieces(answer: str, evidence: Iterable[Evidence]) -> tuple[Piece, ...]:
    """The answer in pieces that together are the answer, to the last character.

    Spans that overlap are marked as one. A span that does not hold its quote is left unmarked.
    """
    found: list[Piece] = []
    at = 0
    for start, end in _merged(answer, evidence):
        found.append(Piece(answer[at:start], marked=False))
        found.append(Piece(answer[start:end], marked=True))
        at = end
    found.append(Piece(answer[at:], marked=False))
    return tuple(piece for piece in found if piece.text)


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
