"""What stands on the card of a screening in its hiring channel."""

from datetime import datetime

from bot.core.screening.events import Decided, PutOnHold
from bot.core.screening.team_events import CandidateTold, NoteKept, Overridden
from bot.core.team.review import Step
from bot.core.wording.people import called

STRENGTHS = "Strengths, in the candidate's words:"
OPEN = "Open points:"
UNRATED = "What was said, required things first:"
OTHERS = "Preferred, and soft skills:"
ASK_NEXT = "For the next interview:"
LEVELS = "Levels that people set:"
NOTES = "Notes for the record:"
FOREIGN = "Some answers are in a language I do not read; a person should read them."
ORDERS = "An answer gives orders to the bot; they were ignored."
WAITS = "Asked; the answer is not here yet."
SKIPPED = "The candidate chose not to answer."
MORE = "Asked after the screening:"
PAGE = "The whole record, with every answer"
FOLLOWS = "The card above is kept up to date; the whole record is on its page."

ADVANCE, HOLD, DECLINE = "Advance", "Hold", "Decline"
ASK, NOT_NOW, UNDO, DETAILS = "Ask one more", "Not now", "Undo the decision", "Details"


def when(at: datetime) -> str:
    """A moment, in UTC."""
    return f"{at.day} {at:%B %Y}, {at:%H:%M} UTC"


def made_with(versions: str, took: str) -> str:
    """What the card was made with, and how long the screening took."""
    return f"{versions} · the screening took {took}"


def unasked(count: int, listed: str) -> str:
    """How many requirements the kit does not ask about, and the first of them."""
    return f"Not asked by the kit ({count}): {listed}"


def more(count: int) -> str:
    """How many requirements or notes the card leaves to the page."""
    return f"{count} more on the page."


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
