"""What a candidate said, made ready to be asked about: their sentences, as words and as vectors.

Contact data and names are left out of what is encoded.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.answers.reading import Floats, Reading, worded
from bot.core.roles import Audience, Passage, PassageKind, Role, Section, SectionKind
from bot.core.team.record import Spoken
from bot.ports import Ranker
from retrieval.splitting import sentences

LONGEST_QUOTE = 400
"""A longer sentence is taken in pieces of at most so many characters."""

_BREAK = re.compile(r"(?<=[,;:–—])\s+|\s+(?=(?:and|but|so|which|because)\b)")


@dataclass(frozen=True, eq=False)
class Listened:
    """Answers in pieces, in their order.

    `spans` hold for each piece which answer it is of, counted from 0, and where it begins and ends
    there. It is a line of `reading`, and its unit vector a row of `vectors`.
    """

    spans: tuple[tuple[int, int, int], ...]
    reading: Reading
    vectors: Floats


def listened(said: Sequence[Spoken], ranker: Ranker, shown: Callable[[str], str]) -> Listened:
    """The answers, sentence by sentence; `shown` leaves out what may not be encoded."""
    spans = tuple((at, *span) for at, one in enumerate(said) for span in quotable(one.answer))
    texts = [shown(said[at].answer[start:end]) for at, start, end in spans]
    above = [heading(said[at]) for at, _, _ in spans]
    vectors = ranker.encode(texts) if texts else np.zeros((0, 0))
    return Listened(spans, _reading(above, texts, ranker), vectors.astype(np.float64))


def heading(spoken: Spoken) -> str:
    """What an answer is about: the requirement that was asked for, otherwise the question."""
    return spoken.criterion.text if spoken.criterion else spoken.asked


def quotable(answer: str) -> Iterator[tuple[int, int]]:
    """The sentences of an answer as spans; a very long one in pieces, cut between words."""
    for sentence in sentences(answer):
        start = sentence.start
        while sentence.end - start > LONGEST_QUOTE:
            end = _cut(answer, start)
            yield start, end
            start = end + len(answer[end:]) - len(answer[end:].lstrip())
        if start < sentence.end:
            yield start, sentence.end


def _cut(answer: str, start: int) -> int:
    """Where a piece that begins here ends: at a pause, else between words, else anywhere."""
    window = answer[start : start + LONGEST_QUOTE]
    pauses = [found.start() for found in _BREAK.finditer(window)]
    later = [at for at in pauses if at > LONGEST_QUOTE // 2]
    space = max(window.rfind(" "), window.rfind("\n"))
    return start + (later[-1] if later else space if space > 0 else len(window))


def _reading(above: Sequence[str], texts: Sequence[str], ranker: Ranker) -> Reading:
    """The pieces as lines below what they answer, read by the words alone."""
    lines = tuple(
        Passage(
            id=str(number),
            text=text,
            section=heading,
            line=number,
            audience=Audience.TEAM,
            kind=PassageKind.PARAGRAPH,
            section_kind=SectionKind.OTHER,
        )
        for number, (heading, text) in enumerate(zip(above, texts, strict=True), 1)
    )
    section = Section("", "", 1, SectionKind.OTHER, Audience.TEAM, lines)
    role = Role("", "", "", "", (section,), (), (), None)
    return worded(role, range(len(lines)), ranker, np.zeros((len(lines), 0)))
