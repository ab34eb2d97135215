"""What stands on the card of a screening in its hiring channel."""

from datetime import datetime

from bot.core.ratings import Level, Outcome, Rating
from bot.core.screening.events import Decided, PutOnHold
from bot.core.screening.team_events import CandidateTold, NoteKept, Overridden
from bot.core.team.review import Step
from bot.core.wording.people import called

STRENGTHS = "Strengths"
OPEN = "Open points"
UNRATED = "What was said"
OTHERS = "Preferred, and soft skills:"
ASK_NEXT = "For the next interview"
LEVELS = "Levels that people set:"
NOTES = "Notes for the record"
FOREIGN = "Some answers are in a language I do not read; a person should read them."
ORDERS = "An answer gives orders to the bot; they were ignored."
WAITS = "Asked; the answer is not here yet."
SKIPPED = "The candidate chose not to answer."
MORE = "Asked after the screening"
PAGE = "The whole record, with every answer"
FOLLOWS = "The card above is kept up to date; the whole record is on its page."

ADVANCE, HOLD, DECLINE = "Advance", "Hold", "Decline"
ASK, NOT_NOW, UNDO, DETAILS = "Ask one more", "Not now", "Undo the decision", "Details"
RATE = "Find your own levels"
BLIND = "This role is rated blind: you see the bot's levels once you have found your own."
READ_ALONG = "You can read along here. Recruiters who work on this role decide."


def when(at: datetime) -> str:
    """A moment, in UTC."""
    return f"{at.day} {at:%B %Y}, {at:%H:%M} UTC"


def foot(took: str, versions: str) -> str:
    """Who decides, how long the screening took ("" for unknown), and what the card is made with."""
    lasted = f" The screening took {took}." if took else ""
    return f"A person decides. Nothing is added up.{lasted} {versions}"


def unasked(count: int) -> str:
    """How many requirements the kit does not ask about; their names follow."""
    return f"Not asked by the kit ({count}):"


def and_more(count: int) -> str:
    """How many of a list are left out behind those that were named."""
    return f" · {count} more in the details"


def more(count: int) -> str:
    """How many questions, gates or notes the card leaves to the details."""
    return f"{count} more in the details."


def left(requirements: int, quotes: int) -> str:
    """How many requirements, and the quotes of how many more, the details hold; "" for none."""
    named = (
        (requirements, f"{requirements} more requirement{'s' if requirements > 1 else ''}"),
        (quotes, f"the words for {quotes} of these"),
    )
    told = " and ".join(said for count, said in named if count)
    return f"In the details: {told}." if told else ""


def ask_next(about: str, rating: Rating) -> str:
    """One question for the next interview, about a requirement that is not fully shown."""
    if rating.outcome is not Outcome.RATED:
        return f"{about}: which piece of work comes closest?"
    match rating.level:
        case Level.DEMONSTRATED:
            return f"{about}: what came of it, in scale or numbers?"
        case Level.DESCRIBED:
            return f"{about}: one case; which part was theirs?"
        case _:
            return f"{about}: is there hands-on work, even small?"


def step(one: Step) -> str:
    """A decision, or what took one back, with who and when."""
    signed = f"{called(one.by, one.name)}, {when(one.at)}"
    match one:
        case Decided():
            return f"Decided: {one.verdict.value} · {signed}"
        case PutOnHold():
            return f"Put on hold · {signed}"
        case _:
            return f"Decision taken back · {signed}"


def told(one: CandidateTold) -> str:
    """That the candidate was told, by whom and when."""
    return (
        f"The candidate was told, in words approved by {called(one.by, one.name)}, {when(one.at)}"
    )


def changed(one: Overridden, bots: str) -> str:
    """Who set another level, why, and what the bot had found."""
    who = f"{called(one.by, one.name)}, {when(one.at)}"
    return f"Set to “{one.level.words}” by {who}: {one.reason} The bot found “{bots}”."


def by_person(level: str) -> str:
    """A level that a person set."""
    return f"{level} (set by a person)"


def signed(one: NoteKept) -> str:
    """Whose words a note are, and who marked them."""
    author = called(one.by, one.name)
    if not one.marked_by:
        return f"{author}, {when(one.at)}"
    return f"{author}; marked by {called(one.marked_by, one.marker)}, {when(one.at)}"
