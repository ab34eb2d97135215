"""What the bot says about a person's decision on a screening, and what the candidate is told."""

from bot.core.screening.events import Decided, PutOnHold
from bot.core.wording.card import when
from bot.core.wording.people import called

HELP = (
    "decide 7F3: advance (or hold, or decline) and why: notes what a person decided, for example "
    "“decide 7F3: advance, showed two rebuilds”; “undo 7F3: why” takes it back",
    "tell 7F3: WORDS: tells the candidate what you decided, in your words",
    "ask one more 7F3: QUESTION: one question to the candidate; the answer comes to the card",
)
HOW = (
    "Say whom, what, and why, for example “decide Candidate 7F3: advance, showed two rebuilds”. "
    "It can be advance, hold or decline."
)
NOT_YOURS = (
    "Only people of the hiring team can do that, so nothing was changed. If you should be able to, "
    "please ask whoever runs Rolecall."
)
CANCELLED = "All right, nothing was changed."
ON_HOLD = "on hold"
TELL_NOTHING = "Nothing was decided for {pseudonym} yet, so there is nothing to tell."
TELL_WHAT = "What should I tell them? Say “tell {code}: ” and your words."
TOLD_ALREADY = "{pseudonym} was told exactly this already, so I do not send it again."
TOLD_NOTHING_YET = (
    "The candidate is told nothing of this until you approve the words. Here are some you can use, "
    "or say “tell {code}: ” and your own:"
)
TELL_BUTTON = "Tell them this"
MESSAGE = "A message from the hiring team for {title}:"


def why(pseudonym: str, verdict: str) -> str:
    """Asks for the reason of a decision."""
    code = pseudonym.removeprefix("Candidate ")
    return (
        f"Please add why: say it here in a sentence, or “decide {code}: {verdict} because …”. "
        "Nothing is noted without a reason; “cancel” leaves it."
    )


def why_undo(pseudonym: str) -> str:
    """Asks why a decision is taken back."""
    code = pseudonym.removeprefix("Candidate ")
    return f"Please add why: say it here in a sentence, or “undo {code}: why”. “cancel” leaves it."


def noted(pseudonym: str, verdict: str, before: Decided | PutOnHold | None) -> str:
    """Confirms a decision, and names the one it follows."""
    said = f"Noted for {pseudonym}: {verdict}, with your reason."
    if before is None:
        return said
    return f"{said} Before, it was {standing(before)}. The earlier decision stays in the log."


def standing(one: Decided | PutOnHold) -> str:
    """A decision with who made it and when."""
    verdict = one.verdict.value if isinstance(one, Decided) else ON_HOLD
    return f"{verdict}, by {called(one.by, one.name)} on {when(one.at)}"


def decided_already(pseudonym: str, one: Decided | PutOnHold) -> str:
    """Tells somebody that another decision stands."""
    code = pseudonym.removeprefix("Candidate ")
    return (
        f"{pseudonym} is decided already: {standing(one)}. Yours was not noted. To decide again, "
        f"first say “undo {code}: why”."
    )


def held_already(pseudonym: str, one: PutOnHold) -> str:
    """Tells somebody that it is on hold already."""
    return f"{pseudonym} is {standing(one)}, so nothing was changed. The reason given then:"


def undone(pseudonym: str, one: Decided | PutOnHold) -> str:
    """Confirms that a decision was taken back."""
    return (
        f"Taken back: {standing(one)}. Nothing is decided for {pseudonym} now; what was decided, "
        "and your reason, stay in the log."
    )


UNDONE_TOLD = (
    "The candidate was told of it before. Please tell them what holds now: “tell {code}: …”."
)
NOTHING_TO_UNDO = "Nothing is decided for {pseudonym}, so there is nothing to take back."


def later(pseudonym: str) -> str:
    """Says where a screening stays that nobody decides on now."""
    return f"All right. {pseudonym} stays among those that wait for a decision, in the digest."


def told(pseudonym: str, reachable: bool) -> str:
    """Confirms that the candidate is told."""
    if reachable:
        return f"I tell {pseudonym} this, in your words:"
    return (
        f"{pseudonym} reads this, in your words, with the next look at their link; I cannot write "
        "to them first, so a word from you helps:"
    )


def to_candidate(verdict: str, title: str) -> str:
    """Words that a recruiter can approve, for the candidate."""
    thanks = "Thank you for the time you took for our questions; we have read your answers."
    match verdict:
        case "advance":
            return f"{thanks} We would like to talk with you about {title}, and will be in touch."
        case "decline":
            return f"{thanks} We have decided not to go on with your application for {title}."
        case _:
            return f"{thanks} We need more time to decide about {title}. You need not do anything."


def not_finished(pseudonym: str) -> str:
    """Says that there is nothing to decide yet."""
    return f"{pseudonym} has not sent any answers, so there is nothing to decide on."


def too_long(most: int) -> str:
    """Asks for fewer words."""
    return f"Please say it in at most {most:,} characters."
