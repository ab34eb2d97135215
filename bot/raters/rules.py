"""The deterministic rater: clauses, relevance to the criterion, and written rules for the level."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.ratings import Evidence, Level, Outcome, Part, Rating, not_rated
from bot.core.roles import Criterion
from bot.core.wording import rating as words
from bot.core.wording.asking import topic
from bot.raters.cues import Clause, Cue, clauses
from bot.raters.masking import masked
from bot.raters.relevance import related

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class RuleRater:
    """Rates by rules over cues, with an encoder for what an answer is about."""

    encode: Encode
    name: str = "rules-1"

    def rate(self, criterion: Criterion, question: str, answer: str) -> Rating:
        """The rating; the same words always give the same one. The question plays no part."""
        del question
        found = clauses(answer)
        if not found or not any(letter.isalpha() for letter in answer):
            return not_rated(Outcome.NOT_ENOUGH, words.NO_WORDS, self.name)
        level, shown = _level(found)
        if level >= Level.CLAIMED and not self._relevant(criterion, answer):
            return self._rating(Level.NO_EVIDENCE, (), words.off_topic(topic(criterion.text)), None)
        return self._rating(level, shown, words.reason(level), _missing(level, found))

    def _relevant(self, criterion: Criterion, answer: str) -> bool:
        return related(criterion.text, masked(answer), self.encode)

    def _rating(
        self, level: Level, shown: Sequence[Clause], reason: str, missing: Part | None
    ) -> Rating:
        evidence = tuple(Evidence(c.start, c.end, c.text) for c in shown[:MOST_QUOTES])
        return Rating(Outcome.RATED, level, evidence, (reason,), missing, self.name)


def _level(found: Sequence[Clause]) -> tuple[Level, list[Clause]]:
    """The level by the written rules, and the clauses that show it."""
    own = [c for c in found if c.cue is Cue.OWN_CASE]
    habit = [c for c in found if c.cue is Cue.OWN_HABIT]
    team = [c for c in found if c.cue is Cue.TEAM]
    results = [c for c in found if c.result and c.cue not in _NOT_WORK]
    situated = [c for c in found if c.situated and c.cue not in _NOT_WORK]
    if own and (situated or len(own) > 1):
        return (Level.IMPACT, [*own[:2], *results[:1]]) if results else (Level.DEMONSTRATED, own)
    if own or habit or team:
        return Level.DESCRIBED, own or habit or team
    claims = [c for c in found if c.cue in (Cue.HYPOTHETICAL, Cue.OTHERS, Cue.OTHER)]
    denied = any(c.cue is Cue.DENIAL for c in found)
    if claims and not denied:
        return Level.CLAIMED, claims[:1]
    return Level.NO_EVIDENCE, []


_NOT_WORK = (Cue.DENIAL, Cue.ORDER, Cue.HYPOTHETICAL, Cue.OTHERS)


def _missing(level: Level, found: Sequence[Clause]) -> Part | None:
    """The part whose absence kept the level down; it chooses the probe."""
    match level:
        case Level.IMPACT:
            return None
        case Level.DEMONSTRATED:
            return Part.RESULT
        case Level.DESCRIBED:
            own = any(c.cue in (Cue.OWN_CASE, Cue.OWN_HABIT) for c in found)
            return Part.SPECIFIC_CASE if own else Part.OWN_PART
        case Level.CLAIMED:
            return Part.WORK
        case Level.NO_EVIDENCE:
            return None if any(c.cue is Cue.DENIAL for c in found) else Part.WORK
