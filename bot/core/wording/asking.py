"""The words of a kit: questions, probes and gates made from a brief's criteria."""

from typing import assert_never

from bot.core.phrasing.forms import Deed, Done, Topic, Whole, form, phrase
from bot.core.ratings import Part


def topic(criterion: str) -> str:
    """The criterion as a phrase that fits into a sentence: no full stop, no lead-in."""
    return phrase(criterion)


def question(criterion: str) -> str:
    """One behavioural question about a criterion, in plain words."""
    return f"{_example(criterion)} {_PARTS}"


def _example(criterion: str) -> str:
    match form(criterion):
        case Deed(words):
            return f"Think of one time when you had to {words}."
        case Done(words):
            return f"Think of one time when you {words}."
        case Topic(words):
            return f"Think of one piece of work that involved {words}."
        case Whole(words):
            return (
                f"The brief asks for this: “{words}”. Think of one piece of work where it mattered."
            )
        case other:
            assert_never(other)


_PARTS = "What was the situation, what did you do yourself, and what came of it?"

_PROBES = {
    Part.WORK: "Is there one piece of real work behind this, even a small one? "
    "What did you do in it?",
    Part.OWN_PART: "Which part of that was yours? What did you do yourself?",
    Part.SPECIFIC_CASE: "Can you pick one specific case and walk me through what you did?",
    Part.RESULT: "What came of it? A number, a before and after, or what changed for people, "
    "if you remember one.",
}


def probe(missing: Part) -> str:
    """The one prepared follow-up for the part that is missing."""
    return _PROBES[missing]


def gate(criterion: str) -> str:
    """The question for something one has or has not."""
    return (
        f"The brief asks for this: “{criterion.rstrip('.')}”. Do you have it? Yes or no is enough."
    )


def years_gate(least: int) -> str:
    """The gate's question about years of experience."""
    return (
        f"The brief asks for {least} years or more of relevant work. "
        "How many years have you done work like this? A number is enough."
    )


def years_criterion(least: int, most: int | None) -> str:
    """The gate as the summary shows it."""
    return f"{least}-{most} years of experience" if most else f"{least}+ years of experience"


def job_gate(need: str) -> str:
    """The question for something one has or has not, where it is not from the brief."""
    return f"The job asks for this: “{need}”. Do you have it? Yes or no is enough."


def job_years_gate(least: int, of: str) -> str:
    """A gate's question about years that are not the brief's; `of` says of what, or is ""."""
    work = f"work in this: “{of}”" if of else "relevant work"
    years = "1 year" if least == 1 else f"{least} years"
    return (
        f"The job asks for {years} or more of {work}. "
        "How many years have you done that? A number is enough."
    )


def job_years_criterion(least: int, of: str) -> str:
    """Such a gate as the summary shows it."""
    return f"{least}+ years of {of or 'experience'}"
