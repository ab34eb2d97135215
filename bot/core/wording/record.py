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

_MOMENTS: dict[type, str] = {
    Consented: "The candidate agreed to the screening.",
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
