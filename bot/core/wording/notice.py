"""What is said around the notice: that it has to be waited for, and what other way there is."""

from collections.abc import Iterable
from datetime import date, timedelta

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def on_day(on: date) -> str:
    """A day as people read it, with its name: “Tuesday, 16 March 2027”."""
    return f"{_DAYS[on.weekday()]}, {on.day} {on:%B %Y}"


def week(working: Iterable[int]) -> str:
    """The days that count: “Monday to Friday”, or their names."""
    days = sorted(working)
    if days == list(range(7)):
        return "every day"
    if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):
        return f"{_DAYS[days[0]]} to {_DAYS[days[-1]]}"
    return ", ".join(_DAYS[day] for day in days)


def waits(days: int, working: Iterable[int], begins: date, reachable: bool) -> str:
    """The notice: from which day questions can begin, and what can be done until then."""
    count = "1 working day" if days == 1 else f"{days} working days"
    then = (
        "I will remind you here."
        if reachable
        else "Please come back here then; I cannot write to you first."
    )
    return (
        f"I do not ask you anything yet. You have {count} ({week(working)}, without the day you "
        f"were first told) to think about it, so the questions can begin from {on_day(begins)}. "
        f"{then} Until then you can ask me about the role. If you would rather not do this with a "
        "program, say “another way”: a person of the hiring team takes over, and that counts "
        "neither for nor against you."
    )


CAN_WAIVE = (
    "If you would rather not wait, say “start sooner”. That is up to you alone; nobody expects it."
)
TOO_EARLY = "Thank you. It is too early to begin, so nothing was asked and nothing was taken down."
CANNOT_WAIVE = "I may not begin sooner, not even if you would like to."


def waive(days: int, begins: date) -> str:
    """Asks whether somebody gives up the rest of the notice; kept with their yes."""
    count = "1 working day" if days == 1 else f"{days} working days"
    return (
        f"You have a notice of {count}, and it is over before {on_day(begins)}. If you say “yes”, "
        "you give up the rest of it, and the screening can begin now. Waiting counts neither for "
        "nor against you. Do you want to give up the rest of the notice?"
    )


WAIVED = (
    "Noted: you gave up the rest of the notice. You have not agreed to the questions by that. "
    "Here is once more what they are about:"
)
STILL_WAITING = "Good, then nothing changes."


def can_begin(role: str) -> str:
    """Tells a candidate that the notice is over."""
    return (
        f"Hello again. The notice for your screening for {role} is over, so it can begin whenever "
        "it suits you. Say “continue”, and I show you again what it is about."
    )


CAN_BEGIN_WAYS = (
    "If you would rather not do it with a program, say “another way”, and a person takes over. If "
    "you would rather not go on at all, say “withdraw”. Neither needs a reason."
)

ANOTHER_WAY_SURE = (
    "Would you like another way than this chat? A person of the hiring team then takes over and "
    "agrees with you how to go about it. Nothing more is asked here, and what you said here so far "
    "is not summarized. Say “another way” once more to confirm, or “continue” to stay here."
)
ANOTHER_WAY = (
    "I have told the hiring team that you would like another way than this chat, and a person gets "
    "in touch with you. Nothing more is asked here and no time runs out. It counts neither for nor "
    "against you. You can still ask me about the role, and “status” tells how things stand."
)

ENDED = (
    "You chose another way than this chat, so nothing more is asked here. “status” tells how "
    "things stand. You can still ask me about the role, say “person” to speak with somebody, or "
    "“erase my data” to have everything deleted."
)


def asked(on: date) -> str:
    """What somebody is told who chose another way, while the team still has time."""
    return (
        f"You asked for another way than this chat on {on_day(on)}, so nothing is asked here. The "
        "hiring team knows; it has not told me yet what is arranged."
    )


def asked_late(on: date, reminded: bool) -> str:
    """The same once the team has let them wait for longer than it should."""
    known = " I have reminded the team." if reminded else ""
    return (
        f"You asked for another way than this chat on {on_day(on)}, and the hiring team has not "
        f"told me yet what is arranged. That is longer than it should take.{known} If you hear "
        "nothing, say “person”."
    )


def arranged(on: date) -> str:
    """What somebody is told whose other way is arranged."""
    return (
        f"The hiring team noted on {on_day(on)} that another way than this chat is arranged for "
        "you. If you have not heard from them, say “person”."
    )


# To the team

WANTS_ANOTHER_WAY = (
    "The candidate asks for another way than the chat (an alternative process). The screening is "
    "closed here: no time runs out, and nothing is summarized. Please get in touch: “reveal {who}: "
    "to arrange it” shows you alone who it is. Then note what you arranged: “arranged {who}: …”."
)
TO_ARRANGE = "Asked for another way than the chat:"
HOW_TO_ARRANGE = "Once it is arranged, say “arranged {who}: …” and what."
HELP = ("arranged 7F3: …: note what you arranged for somebody who asked for another way",)
ARRANGE_WHAT = "Please say what is arranged, as in “arranged {code}: a talk by phone on Thursday”."
NOTED = (
    "Noted. {pseudonym} is told that another way is arranged, not what you wrote. The log keeps it."
)
NOT_ASKED = "{pseudonym} did not ask for another way, so there is nothing to note."


def begins_later(days: int) -> str:
    """Tells a recruiter who invites that the screening cannot begin at once."""
    count = "1 working day" if days == 1 else f"{days} working days"
    return (
        f"They are given notice when they open it; the questions can begin {count} later. That "
        "takes nothing from the time they have."
    )


def to_arrange(pseudonym: str, since: timedelta, late: bool) -> str:
    """One candidate who waits for another way."""
    ago = f"{since.days} day{'s' if since.days > 1 else ''} ago" if since.days > 0 else "today"
    return f"{pseudonym}: asked {ago}" + ("; please arrange it" if late else "")


def waiting_until(begins: date) -> str:
    """A screening that waits for its notice to be over."""
    return f"waiting for its notice until {on_day(begins)}"


def may_begin(begins: date) -> str:
    """A screening whose notice is over and that has not begun."""
    return f"can begin since {on_day(begins)}, has not started"


def noticed(begins: date) -> str:
    """A screening that has not begun, for a list that knows no time."""
    return f"has its notice, can begin from {on_day(begins)}"
