"""How people's decisions fell among groups that candidates put themselves into: adverse impact.

The four-fifths rule is that of the Uniform Guidelines on Employee Selection Procedures (29 CFR
1607.4 D); beside it stands Fisher's exact test of each group against the one with the highest rate.
Counts of one to four are told nowhere: what they leave open is told as a bound, or as too few.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import comb

from bot.core.screening.events import Verdict
from bot.core.screening.self_identification import Category
from bot.core.team.funnel import FEWEST

LEAST = 20
"""Of fewer decisions in a group, one alone moves its rate by more than five points."""
FOUR_FIFTHS = Fraction(4, 5)
_SAME = 1 + 1e-7
"""Chances this near to each other count as equal, since they are sums of rounded numbers."""


class Finding(StrEnum):
    """How a group's rate stands to the highest one."""

    HIGHEST = "highest"
    BELOW = "below four fifths"
    NOT_BELOW = "not below four fifths"
    TOO_FEW = "too few to say"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who sent their answers: what they told, by category, and what people decided."""

    told: Mapping[str, str]
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Group:
    """One group as far as it may be told; None for what may not.

    `advanced` is None too where one to four were advanced, or one to four were declined; `rate` is
    there with it. `ratio` is to the highest rate and `p` the exact test against its group; where
    `bound` is set, they are the highest ratio and chance that what is not told leaves possible.
    """

    name: str
    finished: int | None = None
    decided: int | None = None
    advanced: int | None = None
    rate: float | None = None
    ratio: float | None = None
    p: float | None = None
    bound: bool = False
    finding: Finding = Finding.TOO_FEW


@dataclass(frozen=True, slots=True)
class Compared:
    """The groups of one category. `answered` is the share of people who told it, in tenths."""

    question: str
    groups: tuple[Group, ...]
    answered: float | None


@dataclass(frozen=True, slots=True)
class Impact:
    """The whole report: all who were invited, sent their answers, and were decided on.

    `unmatched` is set where answers are kept that belong to none of them.
    """

    invited: int
    finished: int
    decided: int
    compared: tuple[Compared, ...]
    unmatched: bool = False


@dataclass(frozen=True, slots=True)
class _Count:
    """A group's people: who sent answers, was decided on, and was advanced."""

    name: str
    finished: int
    decided: int
    advanced: int

    @property
    def told(self) -> bool:
        """Whether its advanced and declined may both be told."""
        return not 0 < self.advanced < FEWEST and not 0 < self.decided - self.advanced < FEWEST

    @property
    def between(self) -> tuple[int, int]:
        """The fewest and the most who may have been advanced, from what may be told."""
        if 0 < self.advanced < FEWEST:
            return 1, FEWEST - 1
        if 0 < self.decided - self.advanced < FEWEST:
            return self.decided - FEWEST + 1, self.decided - 1
        return self.advanced, self.advanced


def compared(category: Category, people: Sequence[Person]) -> Compared:
    """The groups of a category, in its order."""
    counts = [_count(answer, category.id, people) for answer in category.answers]
    hidden = _hidden(counts)
    weighed = [one for one in counts if one.name not in hidden and one.decided >= LEAST]
    groups = tuple(
        Group(one.name) if one.name in hidden else _group(one, weighed) for one in counts
    )
    answered = sum(one.finished for one in counts)
    share = round(answered / len(people), 1) if len(people) >= FEWEST else None
    return Compared(category.question, groups, share)


def _count(answer: str, category: str, people: Iterable[Person]) -> _Count:
    theirs = [one for one in people if one.told.get(category) == answer]
    verdicts = Counter(one.verdict for one in theirs)
    advanced, declined = verdicts[Verdict.ADVANCE], verdicts[Verdict.DECLINE]
    return _Count(answer, len(theirs), advanced + declined, advanced)


def _hidden(counts: Sequence[_Count]) -> frozenset[str]:
    """The groups of fewer than five; where it is one alone, the next larger too.

    Else its people could be found by taking all others from the whole.
    """
    small = [one for one in counts if one.finished < FEWEST]
    some = [one for one in small if one.finished]
    if len(some) == 1:
        rest = [one for one in counts if one.finished >= FEWEST]
        small += [min(rest, key=lambda one: one.finished)] if rest else []
    return frozenset(one.name for one in small)


def _group(count: _Count, weighed: Sequence[_Count]) -> Group:
    """A group that may be shown; it is compared where two or more have decisions enough."""
    decided = count.decided if count.decided == 0 or count.decided >= FEWEST else None
    told = count.told and bool(decided)
    seen = Group(
        count.name,
        count.finished,
        decided,
        count.advanced if told else None,
        count.advanced / count.decided if told else None,
    )
    return _held(seen, count, weighed) if count in weighed and len(weighed) > 1 else seen


def _held(seen: Group, count: _Count, weighed: Sequence[_Count]) -> Group:
    """The group held against the one with the highest rate, as far as both may be told."""
    best = max(weighed, key=lambda one: (Fraction(one.between[0], one.decided), one.decided))
    if count == best:
        return replace(seen, finding=Finding.HIGHEST)
    least, most = (Fraction(one, count.decided) for one in count.between)
    highest = Fraction(best.between[0], best.decided)
    if not highest:
        return seen  # Nobody was advanced: there is no rate to hold others against.
    if most >= FOUR_FIFTHS * highest:
        top = max(Fraction(one.between[1], one.decided) for one in weighed)
        finding = Finding.NOT_BELOW if least >= FOUR_FIFTHS * top else Finding.TOO_FEW
    else:
        finding = Finding.BELOW
    bound = not (count.told and best.told)
    if bound and finding is not Finding.BELOW:
        return replace(seen, finding=finding)
    chance = exact(count.between[1], count.decided, best.between[0], best.decided)
    ratio = float(most / highest)
    return replace(seen, ratio=ratio, p=chance, bound=bound, finding=finding)


def exact(part: int, whole: int, other_part: int, other_whole: int) -> float:
    """Fisher's exact test, two-sided: how often chance alone divides the same parts so unevenly.

    All tables with these totals count that are no likelier than the one there is; 0..1.
    """
    parts, both = part + other_part, whole + other_whole
    every = comb(both, parts)
    chances = [
        comb(whole, k) * comb(other_whole, parts - k) / every
        for k in range(max(0, parts - other_whole), min(whole, parts) + 1)
    ]
    here = comb(whole, part) * comb(other_whole, other_part) / every
    return min(1.0, sum(one for one in chances if one <= here * _SAME))
