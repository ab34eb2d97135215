"""Finds what a candidate said about something: sentences of their own answers, as exact spans.

It looks at one screening's answers and at nothing else, in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.answers.coverage import Asking, Words, coverage
from bot.answers.listening import Listened
from bot.answers.reading import Floats
from bot.answers.terms import covers, renamed_words
from bot.answers.understanding import Understood, understand
from bot.core.team.record import Spoken
from bot.ports import Ranker

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
    return _asked(question).words


def _asked(question: str) -> Understood:
    found = understand(question, ())
    own = (w for w in found.words if w.casefold().removesuffix("'s") not in _ASKS)
    return replace(found, words=tuple(own))


def heard(
    question: str, said: Sequence[Spoken], ready: Listened, ranker: Ranker
) -> tuple[Heard, ...]:
    """What was said about it, best first; nothing where nothing was.

    `ready` is what `listened` made of `said`. The same arguments give the same spans.
    """
    asked = _asked(question)
    if not asked.words or not ready.spans:
        return ()
    scores = _scores(asked, ready, ranker).tolist()
    enough = max(ANSWERS, NEAR * max(scores))
    found = [
        Heard(said[at], start, end, score)
        for (at, start, end), score in zip(ready.spans, scores, strict=True)
        if score >= enough
    ]
    return tuple(sorted(found, key=lambda one: -one.score)[:QUOTES])


def about(question: str, texts: Sequence[str]) -> tuple[int, ...]:
    """Which of these texts hold every word of what is asked, by themselves or by another name."""
    words, renamed = asked_words(question), renamed_words(question)
    if not words:
        return ()
    return tuple(
        at for at, text in enumerate(texts) if all(covers(text, word, renamed) for word in words)
    )


def _scores(asked: Understood, ready: Listened, ranker: Ranker) -> Floats:
    """How well each piece fits, 0..1, in their order."""
    nothing = np.zeros(len(ready.spans))
    asking = Asking(ready.reading, asked, "", lambda: nothing)
    measured = dict(coverage(asking, Words.of(asking, ranker)).lines)
    vector = ranker.encode([" ".join(asked.words)])[0].astype(np.float64)
    measured["cosine"] = np.maximum(0.0, ready.vectors @ vector)
    total = sum((weight * measured[name] for name, weight in WEIGHTS.items()), nothing)
    found: Floats = np.round(total, 6)
    return found
