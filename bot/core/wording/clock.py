"""What the bot says unasked, by the clock: to candidates, and to the team each day."""

from datetime import date, datetime, timedelta

from bot.core.clock.policy import Policy, QuietHours


def day(on: date) -> str:
    """A day as people read it."""
    return f"{on.day} {on:%B %Y}"


def days(number: int) -> str:
    """So many days, in words."""
    return "1 day" if number == 1 else f"{number} days"


def ago(since: timedelta) -> str:
    """How long ago, in whole days."""
    return f"{days(since.days)} ago" if since.days > 0 else "today"


# To a candidate


def reminder(role: str, started: bool, until: date | None) -> str:
    """A friendly reminder; `until` is the last day, where there is one."""
    where = (
        f"Hello again. Your screening for {role} is still open, and everything you said is kept."
        if started
        else f"Hello again. You are still welcome to the screening for {role}; it has not begun."
    )
    time = f" There is time until {day(until)}." if until else ""
    return f"{where}{time}"


REMINDER_CONTINUE = "Say “continue” whenever it suits you, and we go on where we stopped."
REMINDER_BEGIN = "Say “continue” whenever it suits you, and I show you again what it is about."
REMINDER_LEAVE = (
    "If you would rather not go on, say “withdraw”. If you just want no more reminders, say “no "
    "reminders”. Neither needs a reason."
)
LAST_REMINDER = "This is the last time I remind you."
NO_REMINDERS = "All right, I will not remind you. You can still come back here and go on."
CLOSED_STARTED = (
    "The time for this screening is over, so I have closed it. Your answers were not sent and are "
    "not summarized, and nothing about it counts against you. If you would still like to go on, "
    "say “person”, and the hiring team gets in touch with you. “erase my data” deletes everything."
)
CLOSED_UNSTARTED = (
    "The time of this invitation is over, so I have closed it. Nothing was asked, and nothing "
    "counts against you. If you are still interested, say “person”, and the hiring team gets in "
    "touch with you."
)


def delayed(role: str, sent: date, reminded: bool) -> str:
    """Tells a candidate that the team has let them wait; `reminded`: the team was told."""
    known = "I have reminded the team, and you" if reminded else "You"
    return (
        f"You sent your answers for {role} on {day(sent)}, and I have no decision from the hiring "
        "team yet. That is longer than it should take. It says nothing about your answers. "
        f"{known} need not do anything; to speak with somebody, say “person”."
    )


def waiting(sent: date) -> str:
    """What a candidate is told after the end, while the team still has time."""
    return (
        f"Your answers were sent on {day(sent)}. A person of the hiring team reads them and "
        "decides; I have no decision yet."
    )


def on_hold(on: date) -> str:
    """What a candidate is told whose decision was put off."""
    return (
        f"The hiring team looked at your answers and has put its decision off, on {day(on)}. To "
        "speak with somebody, say “person”."
    )


def decided(on: date) -> str:
    """What a candidate is told once the team has decided: a person tells them the rest."""
    return (
        f"The hiring team made up its mind on {day(on)} and will tell you in person. If you hear "
        "nothing, say “person”."
    )


def told(on: date, said: str) -> str:
    """What a candidate is told again of what the team had them told."""
    return f"The hiring team told you on {day(on)}: “{said}” To speak with somebody, say “person”."


def kept_until(on: date) -> str:
    """When a candidate's data is erased."""
    return f"If nobody erases it before, all of it is erased on {day(on)}."


def kept_for(number: int) -> str:
    """How long a candidate's data is kept after the end."""
    return f"If nobody erases it before, all of it is erased {days(number)} after the end."


# To the team

CLOSED_STARTED_TEAM = (
    "The screening was not finished in time, so it was closed and the candidate was told. Nothing "
    "is summarized."
)
CLOSED_UNSTARTED_TEAM = "The invitation was not taken up in time, so it was closed."
TO_DECIDE = "Waiting for your decision:"
TO_ANSWER = "Questions that wait for an answer:"
OPEN = "Open screenings:"
UNREACHED = (
    "Those marked with * came by link: I cannot write to them first, so a word from you helps."
)
ERASED_SOON = "Erased soon, as the policy says, unless you keep them:"


def digest_title(role: str, on: date) -> str:
    """The heading of a day's digest."""
    return f"{role} · {day(on)}"


def how_to_decide(pseudonym: str) -> str:
    """How a decision is told to the bot."""
    return (
        f"To note a decision, say “decide {pseudonym}: advance” (or hold, or decline) and why. "
        "Then approve the words that the candidate is told."
    )


FINISHED = "finished"
ON_HOLD = "put on hold"


def to_decide(pseudonym: str, state: str, since: timedelta, late: bool, person: bool) -> str:
    """One screening that waits for a decision: `state` says since when it does."""
    wants = "; would like to speak with a person" if person else ""
    return f"{pseudonym}: {state} {ago(since)}{wants}" + ("; please decide" if late else "")


def open_one(pseudonym: str, state: str, since: timedelta, person: bool, reachable: bool) -> str:
    """One open screening: where it stands and when the candidate was last heard of."""
    wants = "; would like to speak with a person" if person else ""
    mark = "" if reachable else "*"
    return f"{pseudonym}{mark}: {state}, last heard of {ago(since)}{wants}"


INVITED = "invited, has not started"
PAUSED = "paused"
ANSWERING = "answering"


def erased_soon(pseudonym: str, on: date) -> str:
    """One screening whose data is about to be erased."""
    return f"{pseudonym}: on {day(on)}"


def how_to_keep(screening: str) -> str:
    """How a screening is kept out of retention."""
    return f"`rolecall retention hold {screening} --reason …` keeps one, with who and why."


# To the operator


def policy(one: Policy) -> str:
    """A policy in one line."""
    digest = f"digest at {one.digest_at:%H:%M}" if one.digest_at else "no digest"
    reminders = (
        f"{one.reminders} reminders at most, after {days(one.remind_after_days)} of silence"
        if one.reminders
        else "no reminders"
    )
    finish = f"to finish: {days(one.finish_days)}" if one.finish_days else "no time to finish"
    kept = f"kept {days(one.retention_days)} after the end" if one.retention_days else "kept"
    off = f", {len(one.days_off)} days off" if one.days_off else ""
    week = f"{_week(one.working_days)}{off}"
    return (
        f"{one.time_zone.key}, {_quiet(one.quiet_hours)}, {week}, {digest}, "
        f"{reminders}, the "
        f"team answers within {days(one.answer_within_days)} and decides within "
        f"{days(one.decide_within_days)}, invitations {days(one.invitation_days)}, {finish}, {kept}"
        f"{_notice(one)}"
    )


def _quiet(hours: QuietHours) -> str:
    if hours.start == hours.end:
        return "no quiet hours"
    return f"quiet {hours.start:%H:%M} to {hours.end:%H:%M}"


def _notice(one: Policy) -> str:
    """The notice before a screening, where there is one."""
    if not one.notice_days:
        return ""
    count = "1 working day" if one.notice_days == 1 else f"{one.notice_days} working days"
    gives_up = ", which a candidate may give up" if one.notice_waiver else ""
    return f", notice: {count}{gives_up}"


def _week(working: frozenset[int]) -> str:
    """The days on which somebody is written to."""
    return f"on {', '.join(_DAYS[day] for day in sorted(working))}"


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moment(at: datetime) -> str:
    """A day and time, in UTC."""
    return f"{day(at)}, {at:%H:%M} UTC"
