"""A screening: one candidate through one kit, as it stands after some events (`evolution`)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.core.ratings import Rating
from bot.core.screening.events import (
    Covered,
    Decided,
    GateAnswered,
    PutOnHold,
)
from bot.core.screening.notice_events import (
    AnotherWayArranged,
    NoticeGiven,
)
from bot.core.screening.resume import ResumeKept
from bot.core.screening.team_events import (
    CandidateTold,
    MoreAsked,
)


class Stage(StrEnum):
    """Where a screening stands."""

    NOTICE = "notice"
    TALKING = "talking"
    FINISHED = "finished"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    ANOTHER_WAY = "another way"


@dataclass(frozen=True, slots=True)
class Given:
    """What a candidate gave to one question: the answer ("" where skipped) and its rating."""

    answer: str
    rating: Rating | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Screening:
    """The state after some events.

    `number` counts them. `given` holds every version of every answer, `probed` the questions whose
    one probe was used up, `awaiting` those whose probe still waits for its answer, and `covered`
    what earlier answers offer to questions that are still to be asked. `resume` is what the
    candidate handed in beside the answers, if anything. `decision` is the team's last one, None
    where it was taken back; `told` is what the candidate was told of it. `more` is the one question
    that the team asked after the end and that waits for its answer. `notice` was given before
    anything is asked, and nothing is before `begins_at`; `arranged` is what the team noted for
    somebody who chose another way.
    """

    id: str
    number: int = 0
    role: str = ""
    kit_version: str = ""
    brief_version: str = ""
    pseudonym: str = ""
    trial: bool = False
    stage: Stage = Stage.NOTICE
    paused: bool = False
    person_asked: bool = False
    unreminded: bool = False
    decision: Decided | PutOnHold | None = None
    told: CandidateTold | None = None
    more: MoreAsked | None = None
    notice: NoticeGiven | None = None
    begins_at: datetime | None = None
    arranged: AnotherWayArranged | None = None
    gates: dict[str, GateAnswered] = field(default_factory=dict)
    given: dict[str, tuple[Given, ...]] = field(default_factory=dict)
    probed: frozenset[str] = frozenset()
    awaiting: frozenset[str] = frozenset()
    covered: dict[str, Covered] = field(default_factory=dict)
    resume: ResumeKept | None = None
    invited_at: datetime | None = None
    consented_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether the candidate can still say something in it."""
        return self.stage in (Stage.NOTICE, Stage.TALKING)

    def waits(self, at: datetime) -> bool:
        """Whether it waits at this time for its notice to be over."""
        begins = self.begins_at
        return self.stage is Stage.NOTICE and begins is not None and at < begins

    def latest(self, question: str) -> Given | None:
        """The answer that counts for a question: the last one given."""
        versions = self.given.get(question, ())
        return versions[-1] if versions else None
