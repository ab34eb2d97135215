"""What the bot says where the team adds to a screening: other levels, notes, the name."""

HELP = (
    "override 7F3 2: described because …: another level for answer 2; the bot's own stays",
    "note 7F3: WORDS: keeps a note for the record; under a card “note: …” does",
    "reveal 7F3: why: the candidate's name and contact, for you alone; the log says who and why",
)
OVERRIDE_HOW = (
    "Say which answer, the level and why, for example “override 7F3 2: described because the part "
    "was the team's”. The levels are: no evidence, claimed, described, demonstrated, demonstrated "
    "with impact."
)
NUMBERS = "The answers, by their numbers:"
RATE_FIRST = "This role is rated blind, and you have not rated {pseudonym} yet. "
NOTE_WHAT = "What should I keep? Say “note {code}: ” and your words."
NOTED = "Kept for the record of {pseudonym}, with your name."
MARKED = "Kept for the record of {pseudonym}, as its author's words and marked by you."
REVEAL_WHY = "Why do you need it? Say “reveal {code}: ” and the reason; it is kept in the log."
REVEAL_ALONE = (
    "I show a name to one person alone, and others read along here. Say “reveal {code}: why” to me "
    "directly, or use the page."
)
NAME, WRITES, CONTACT = "Name", "Writes from", "Given in the answers"
NO_NAME, NO_CONTACT = "not known", "nothing"
BY_LINK = "a private link"
REVEALED = "For you alone. The log of {pseudonym} holds that you saw this, when, and why."
SHOWN_TO = "Name and contact were shown to"


def overridden(pseudonym: str, criterion: str, level: str, before: str) -> str:
    """Confirms another level."""
    return (
        f"Set for {pseudonym}: “{criterion}” to “{level}”, with your reason. “{before}”, as the "
        "bot found it, stays beside it."
    )


def no_answer(number: int, most: int) -> str:
    """Says that no answer has this number."""
    if not most:
        return "There is no answer here to find a level for."
    return f"There is no answer {number}; they go from 1 to {most}."


def same(level: str) -> str:
    """Says that the level is this already."""
    return f"It is “{level}” already, so nothing was changed."
