"""What the bot says to the team about a screening."""

from bot.core.kits.drift import Drift
from bot.core.ratings import Level, Outcome, Part, Rating
from bot.core.wording.kits import changed_since

NOT_REACHED = "The screening has not come to this."
DECLINED = "The candidate chose not to answer."
NOT_IN_KIT = "The kit does not ask about this."
PERSON_ASKED = "The candidate asked to speak with a person."
TRIAL = "A trial run: nobody real was screened."
_BY_TODAYS = "What stands below lists today's requirements; answers may be to earlier ones."
STALE_SAME = "The brief was changed after this screening; its requirements are the same."
DECIDES = "A person decides. Levels are read from the candidate's words; nothing is added up."

PUBLIC = "this channel is public"
SHARED = "people of another workspace read this channel"
READERS_UNKNOWN = "I may not look up who reads this channel"


def withheld(why: str) -> str:
    """Stands where a fit summary would be read by people it is not for."""
    return (
        f"A fit summary is ready. I do not show it here, because {why}. "
        "A recruiter can write “summary” to me directly to read it."
    )


def title(pseudonym: str, role: str) -> str:
    """The heading of a fit summary."""
    return f"{pseudonym} · {role}"


def ask_next(criterion: str, rating: Rating) -> str:
    """One question for the next conversation, for one criterion that is not fully shown."""
    about = f"“{criterion.strip().rstrip('.;,')}”"
    if rating.outcome is not Outcome.RATED:
        return f"{about} is not covered so far. Which piece of work comes closest?"
    match rating.level:
        case Level.DEMONSTRATED:
            return f"{about}: what came of the work? Scale, numbers, what changed?"
        case Level.DESCRIBED:
            return f"{about}: in one specific case, what was their own part, step by step?"
        case _:
            return f"{about}: is there any hands-on work behind it, even small?"


def versions(brief: str, kit: str, raters: tuple[str, ...]) -> str:
    """Which versions a summary was made with."""
    by = f" · rated by {', '.join(raters)}" if raters else ""
    return f"Brief {brief} · kit {kit}{by}"


def stale(found: Drift, by_earlier: bool) -> str:
    """Marks a screening by an earlier brief, and names the requirements that changed.

    `by_earlier` is false where that brief is not kept, so that the summary lists today's.
    """
    below = "What stands below is by the earlier brief." if by_earlier else _BY_TODAYS
    return f"The brief was changed after this screening: {changed_since(found)}. {below}"


def took(minutes: int | None) -> str:
    """How long the screening took."""
    if minutes is None:
        return "not finished"
    return f"{minutes} minute" + ("" if minutes == 1 else "s")


WITHDREW = "The candidate withdrew. Nothing is summarized."
NOT_STARTED = "The candidate chose not to start the screening. Nothing was asked."
WANTS_PERSON = "would like to speak with a person."
READY = "A screening is finished."
ERASED = "The candidate had their data erased. What stood here is gone."
UNASKED_INTRO = "The kit does not ask about these, so nothing is said about them:"
ASK_NEXT_INTRO = "To ask next:"
TOOK = "The screening took"
HEARD_NOTHING = "You skipped this one."
HEARD_UNREAD = "I could not read this well enough; a person reads your own words."
HEARD_NO_WORK = "I heard no work described here."


def heard_missing(missing: Part | None) -> str:
    """What would have shown more, in words for the candidate; "" where nothing was missing."""
    return _MISSING[missing] if missing else ""


_MISSING = {
    Part.WORK: "A piece of real work would have shown more.",
    Part.OWN_PART: "Which part was yours would have shown more.",
    Part.SPECIFIC_CASE: "One specific case would have shown more.",
    Part.RESULT: "What came of it would have shown more.",
}
