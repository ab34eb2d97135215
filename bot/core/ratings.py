"""A rating: a level in words, or an outcome beside the levels, with the evidence for it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How well an answer shows a criterion. People see the words, never the number.

    The scale is behaviourally anchored and follows structured-interview practice (STAR).
    """

    NO_EVIDENCE = 0
    CLAIMED = 1
    DESCRIBED = 2
    DEMONSTRATED = 3
    IMPACT = 4

    @property
    def words(self) -> str:
        """The level as people read it."""
        return _WORDS[self]


_WORDS = {
    Level.NO_EVIDENCE: "no evidence",
    Level.CLAIMED: "claimed",
    Level.DESCRIBED: "described",
    Level.DEMONSTRATED: "demonstrated",
    Level.IMPACT: "demonstrated with impact",
}


class Outcome(StrEnum):
    """What became of a criterion. All but `RATED` stand beside the levels, never as a low one."""

    RATED = "rated"
    NOT_ASKED = "not asked"
    DECLINED = "declined"
    NOT_ENOUGH = "not enough evidence"


UNSHOWN = "not shown yet"
"""What stands in the place of a level that a person is to find first."""


class Part(StrEnum):
    """The part of an answer that was missing; it chooses the probe."""

    WORK = "work"
    OWN_PART = "own part"
    SPECIFIC_CASE = "specific case"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact span of one answer: `quote == answer[start:end]`, in code points."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Rating:
    """How one answer shows one criterion.

    `level` is None unless `outcome` is `RATED`, and where it is not shown yet. `reasons` are
    sentences a person understands. `missing` is the part whose absence kept the level down. `rater`
    names who rated, with version.
    """

    outcome: Outcome
    level: Level | None
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]
    missing: Part | None
    rater: str

    @property
    def words(self) -> str:
        """The rating as people read it: the level's words, or the outcome's."""
        if self.level is not None:
            return self.level.words
        return UNSHOWN if self.outcome is Outcome.RATED else self.outcome.value

    @property
    def quotes(self) -> tuple[str, ...]:
        """The evidence as people read it: each quote once, where it shows two things too."""
        return tuple(dict.fromkeys(evidence.quote for evidence in self.evidence))


def not_rated(outcome: Outcome, reason: str, rater: str) -> Rating:
    """A rating that stands beside the levels."""
    return Rating(outcome, None, (), (reason,), None, rater)


def holds(rating: Rating, answer: str) -> bool:
    """Whether every quote of the rating is an exact span of the answer."""
    return all(answer[e.start : e.end] == e.quote and e.quote for e in rating.evidence)
