"""Finds what a candidate said about something: sentences of their own answers, as exact spans.

It looks at one screening's answers and at nothing else, in memory: nothing a candidate wrote is
kept for search, and contact data and names are left out of what is encoded.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.answers.coverage import Asking, Words, coverage
from bot.answers.reading import Floats, Reading, worded
from bot.answers.terms import covers, renamed_words
from bot.answers.understanding import Understood, understand
from bot.core.record import Spoken
from bot.core.roles import Audience, Passage, PassageKind, Role, Section, SectionKind
from bot.ports import Ranker
from retrieval.splitting import sentences

LONGEST_QUOTE = 400
"""A longer sentence is taken in pieces of at most so many characters."""
QUOTES = 3
"""How many quotes answer at most."""
NEAR = 0.85
"""A further quote must be this near to the best one."""
ANSWERS = 0.42
"""The score from which a sentence counts."""
WEIGHTS = {
    "words covered without heading": 0.4,
    "words covered": 0.3,
    "least word covered": 0.1,
    "cosine": 0.2,
}
"""What is added up, of what `coverage` measures and of the likeness of meaning, to 0..1.

Chosen, with `ANSWERS`, on half of the questions that `python -m tests.quality candidates` asks: the
rates are flat around these values.
"""

# Words that ask for what was said, beside those that every question is built with.
_ASKS = frozenset(
    """
    proof proofs prove proven evidence answer answers answered tell tells told claim claims claimed
    describe describes described discuss discussed talk talked speak spoke spoken touch touched
    cover covered hint hints quote quotes own words state stated bring brought sign signs
    candidate's their they them he she his her him anywhere ever story stories case cases instance
    raise raised
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_BREAK = re.compile(r"(?<=[,;:–—])\s+|\s+(?=(?:and|but|so|which|because)\b)")


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of one answer: `quote == spoken.answer[start:end]`, and how well they fit (0..1)."""

    spoken: Spoken
    start: int
    end: int
    score: float

    @property
    def quote(self) -> str:
        """The candidate's words."""
        return self.spoken.answer[self.start : self.end]


def asked_words(question: str) -> tuple[str, ...]:
    """What a question about a candidate is about, in its own words."""
    return tuple(
        word
        for word in understand(question, ()).words
        if word.casefold().removesuffix("'s") not in _ASKS
    )


def heard(
    question: str, said: Sequence[Spoken], ranker: Ranker, shown: Callable[[str], str]
) -> tuple[Heard, ...]:
    """What was said about it, best first; nothing where nothing was.

    `shown` leaves out what may not be encoded. The same arguments give the same spans.
    """
    words = asked_words(question)
    found = scored(question, said, ranker, shown) if words else ()
    best = max((one.score for one in found), default=0.0)
    if best < ANSWERS:
        return ()
    near = [one for one in found if one.score >= max(ANSWERS, NEAR * best)]
    return tuple(sorted(near, key=lambda one: -one.score)[:QUOTES])


def about(question: str, texts: Sequence[str]) -> tuple[int, ...]:
    """Which of these texts hold every word of what is asked, by themselves or by another name."""
    words, renamed = asked_words(question), renamed_words(question)
    if not words:
        return ()
    return tuple(
        at for at, text in enumerate(texts) if all(covers(text, word, renamed) for word in words)
    )


def scored(
    question: str, said: Sequence[Spoken], ranker: Ranker, shown: Callable[[str], str]
) -> tuple[Heard, ...]:
    """Every piece of every answer with its score, in the order of the record."""
    spans = [(one, start, end) for one in said for start, end in quotable(one.answer)]
    if not spans:
        return ()
    texts = [shown(one.answer[start:end]) for one, start, end in spans]
    reading = _reading(
        [(one, text) for (one, _, _), text in zip(spans, texts, strict=True)], ranker
    )
    scores = _scores(question, reading, texts, ranker)
    return tuple(
        Heard(one, start, end, score)
        for (one, start, end), score in zip(spans, scores.tolist(), strict=True)
    )


def _scores(question: str, reading: Reading, texts: Sequence[str], ranker: Ranker) -> Floats:
    asked: Understood = replace(understand(question, ()), words=asked_words(question))
    asking = Asking(reading, asked, "", np.zeros(len(texts)))
    measured = dict(coverage(asking, Words.of(asking, ranker)).lines)
    vectors = ranker.encode([" ".join(asked.words), *texts]).astype(np.float64)
    measured["cosine"] = np.maximum(0.0, vectors[1:] @ vectors[0])
    total = sum((weight * measured[name] for name, weight in WEIGHTS.items()), np.zeros(len(texts)))
    found: Floats = np.round(total, 6)
    return found


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


def _reading(pieces: Sequence[tuple[Spoken, str]], ranker: Ranker) -> Reading:
    """The pieces as lines below what they answer, read by the words alone and kept nowhere."""
    lines = tuple(
        Passage(
            id=str(number),
            text=text,
            section=spoken.criterion.text if spoken.criterion else spoken.asked,
            line=number,
            audience=Audience.TEAM,
            kind=PassageKind.PARAGRAPH,
            section_kind=SectionKind.OTHER,
        )
        for number, (spoken, text) in enumerate(pieces, 1)
    )
    section = Section("", "", 1, SectionKind.OTHER, Audience.TEAM, lines)
    role = Role("", "", "", "", (section,), (), (), None)
    return worded(role, range(len(lines)), ranker, np.zeros((len(lines), 0)))
