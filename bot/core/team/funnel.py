"""How the screenings of a role go: how many begin and finish, where they end, what is unclear.

Nobody is named. A count of one to four people in a group is not told, nor a share that rests on it:
it could be about somebody whom the reader knows.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from bot.core.kits.kit import Kit
from bot.core.ratings import Outcome
from bot.core.screening.events import Event
from bot.core.screening.screening import Screening, Stage
from bot.core.screening.team_events import Overridden
from bot.core.wording import funnel as words

FEWEST = 5
"""A smaller group than this is not told of."""
_STOPPED = (Stage.WITHDRAWN, Stage.EXPIRED, Stage.ANOTHER_WAY)


@dataclass(frozen=True, slots=True)
class Went:
    """One screening: its kit, its state, and its log."""

    kit: Kit
    screening: Screening
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, as far as it may be told.

    `part` is None where it is one to four; so is `whole`, and `part` with it, where nothing may be
    told of the group.
    """

    what: str
    part: int | None
    whole: int | None

    @property
    def ratio(self) -> float | None:
        """The share in 0..1; None where it may not be told."""
        return self.part / self.whole if self.part is not None and self.whole else None


@dataclass(frozen=True, slots=True)
class Funnel:
    """A role's screenings in figures, without trials and without what was erased.

    `minutes` is the median from consent to the end, None for fewer than five. `left` tells where
    those stopped who did not finish, in the order in which it comes up; `unclear` is, for each
    question, how many answers had not enough evidence, and `overridden`, for each requirement, how
    many of the bot's ratings a person changed.
    """

    invited: int
    started: int
    finished: int
    going_on: int
    minutes: float | None
    left: tuple[Share, ...]
    unclear: tuple[Share, ...]
    skipped: tuple[Share, ...]
    overridden: tuple[Share, ...]


def funnel(went: Iterable[Went]) -> Funnel:
    """The figures of one role's screenings."""
    real = [one for one in went if not one.screening.trial]
    finished = [one for one in real if one.screening.stage is Stage.FINISHED]
    return Funnel(
        invited=len(real),
        started=sum(one.screening.consented_at is not None for one in real),
        finished=len(finished),
        going_on=sum(one.screening.open for one in real),
        minutes=_minutes(finished),
        left=_left(real),
        unclear=_unclear(real),
        skipped=_skipped(real),
        overridden=_overridden(finished),
    )


def _minutes(finished: Sequence[Went]) -> float | None:
    took = [
        (one.screening.ended_at - one.screening.consented_at).total_seconds() / 60
        for one in finished
        if one.screening.ended_at and one.screening.consented_at
    ]
    return round(median(took), 1) if len(took) >= FEWEST else None


def _left(real: Sequence[Went]) -> tuple[Share, ...]:
    """Where those stopped who withdrew or were closed; small groups are told together."""
    stopped = [one for one in real if one.screening.stage in _STOPPED]
    places = Counter(_place(one) for one in stopped)
    told = [(place, count) for place, count in sorted(places.items()) if count >= FEWEST]
    rest = len(stopped) - sum(count for _, count in told)
    shares = [Share(place[1], count, len(stopped)) for place, count in told]
    if rest:
        shares.append(_share(words.ELSEWHERE, rest, len(stopped)))
    return tuple(shares)


def _place(one: Went) -> tuple[int, str]:
    """Where somebody stopped, so that it sorts in the order in which it comes up."""
    kit, screening = one.kit, one.screening
    if screening.consented_at is None:
        return 0, words.AT_NOTICE
    if any(gate.id not in screening.gates for gate in kit.gates):
        return 1, words.AT_GATES
    for number, question in enumerate(kit.questions, 2):
        if question.id not in screening.given:
            return number, words.at_question(question.text)
    return len(kit.questions) + 2, words.AT_REVIEW


def _unclear(real: Sequence[Went]) -> tuple[Share, ...]:
    asked: Counter[str] = Counter()
    unclear: Counter[str] = Counter()
    for one in real:
        for question in one.kit.questions:
            given = one.screening.latest(question.id)
            if given is not None and given.rating is not None:
                asked[question.text] += 1
                unclear[question.text] += given.rating.outcome is Outcome.NOT_ENOUGH
    return tuple(_share(text, unclear[text], count) for text, count in asked.items())


def _skipped(real: Sequence[Went]) -> tuple[Share, ...]:
    asked: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    for one in real:
        for question in one.kit.questions:
            given = one.screening.latest(question.id)
            if given is not None:
                asked[question.text] += 1
                skipped[question.text] += given.rating is None
    return tuple(_share(text, skipped[text], count) for text, count in asked.items())


def _overridden(finished: Sequence[Went]) -> tuple[Share, ...]:
    rated: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for one in finished:
        by_people = {e.criterion for e in one.events if isinstance(e, Overridden)}
        for question in one.kit.questions:
            given = one.screening.latest(question.id)
            if given is not None and given.rating is not None:
                rated[question.criterion.text] += 1
                changed[question.criterion.text] += question.criterion.id in by_people
    return tuple(_share(text, changed[text], count) for text, count in rated.items())


def _share(what: str, part: int, whole: int) -> Share:
    if whole < FEWEST:
        return Share(what, None, None)
    return Share(what, None if 0 < part < FEWEST else part, whole)
