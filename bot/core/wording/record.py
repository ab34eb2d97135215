"""What the record of a screening says between the candidate's own words."""

from bot.core.screening.events import (
    Consented,
    Event,
    Expired,
    Finished,
    Paused,
    PersonAsked,
    Reminded,
    Resumed,
    Withdrawn,
)
from bot.core.screening.notice_events import (
    AnotherWayArranged,
    AnotherWayAsked,
    BeginTold,
    NoticeGiven,
    NoticeWaived,
)
from bot.core.screening.resume import ResumeKept, ResumeTakenBack

_MOMENTS: dict[type, str] = {
    NoticeGiven: "The candidate was given notice of the screening.",
    NoticeWaived: "The candidate chose not to wait for the end of the notice.",
    BeginTold: "The candidate was told that the screening can begin.",
    AnotherWayAsked: "The candidate asked for another way than this chat.",
    AnotherWayArranged: "The team noted what was arranged instead.",
    Consented: "The candidate agreed to the screening.",
    ResumeKept: "The candidate handed in a résumé.",
    ResumeTakenBack: "The candidate took the résumé back.",
    Paused: "The candidate paused.",
    Resumed: "The candidate came back.",
    PersonAsked: "The candidate asked to speak with a person.",
    Finished: "The candidate read the answers through and sent them.",
    Expired: "The screening was closed: it was not finished in time.",
    Reminded: "The candidate was reminded.",
    Withdrawn: "The candidate withdrew.",
}


def moment(event: Event) -> str:
    """What happened between the questions, in a sentence; "" for what belongs to a question."""
    return _MOMENTS.get(type(event), "")
