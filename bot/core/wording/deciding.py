"""What the bot says about a person's decision on a screening."""

HELP = (
    "decide NAME: advance (or hold, or decline) and why: notes what a person decided, for example "
    "“decide Candidate 7F3: advance, showed two rebuilds”"
)
HOW = (
    "Say whom, what, and why, for example “decide Candidate 7F3: advance, showed two rebuilds”. "
    "It can be advance, hold or decline."
)
WHY = "Please add why, for example “decide Candidate 7F3: hold, waiting for the second interview”."
TELL_THEM = (
    "I do not tell the candidate what was decided: please do that yourself. A candidate who asks "
    "is told that you made up your mind and will get in touch."
)
ON_HOLD = "on hold"


def noted(pseudonym: str, verdict: str, again: bool) -> str:
    """Confirms a decision."""
    before = " The earlier decision stays in the log." if again else ""
    return f"Noted for {pseudonym}: {verdict}, with your reason.{before}"


def not_finished(pseudonym: str) -> str:
    """Says that there is nothing to decide yet."""
    return f"{pseudonym} has not sent any answers, so there is nothing to decide on."


def too_long(most: int) -> str:
    """Asks for a shorter reason."""
    return f"Please give the reason in at most {most:,} characters."
