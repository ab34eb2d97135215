"""The reasons behind a rating, as people read them."""

from bot.core.ratings import Level

NO_WORDS = "There were no words to rate."

_REASONS = {
    Level.NO_EVIDENCE: "No evidence: no work on this is described.",
    Level.CLAIMED: "Claimed: it is said or planned, but no work is described.",
    Level.DESCRIBED: "Described: real work in general terms; no specific case of their own.",
    Level.DEMONSTRATED: "Demonstrated: a specific situation with own actions; no result was given.",
    Level.IMPACT: "Demonstrated with impact: own actions in a specific situation, with a result or "
    "scale.",
}


def reason(level: Level) -> str:
    """Why an answer has this level."""
    return _REASONS[level]


def off_topic(about: str) -> str:
    """An answer that is about something else."""
    return f"No evidence: the answer is not about {about}."
