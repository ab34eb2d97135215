"""What the bot says where people rate before they see its levels."""

HIDDEN = "The bot's level is shown once you have rated."
HELP = (
    "rate 7F3: 1 described, 2 claimed: your own levels for the answers, by their numbers; where a "
    "role is rated blind, the bot's are shown after that",
    "agreement: how people's blind ratings and the bot's agree for this role",
)
HOW = (
    "Say a level for each number, for example “rate 7F3: 1 described, 2 claimed”. The levels are: "
    "no evidence, claimed, described, demonstrated, demonstrated with impact."
)
FIRST = (
    "This role is rated blind: read the words and find your own levels first. In a chat of your "
    "own with me, say “rate {code}: 1 LEVEL, 2 LEVEL, …”, or use the page."
)
ONCE = "You have rated {pseudonym} already; what you found then stays as it was."
NOT_BLIND = "Kept. This role is not rated blind, so you may have seen the bot's levels before."
NOTHING = "There is no answer of {pseudonym} to find a level for."
NOBODY = "Nobody has rated blind for this role yet, so there is nothing to compare."
NUMBERS = "The answers, by their numbers:"
YOURS = "Yours and the bot's:"


def missing(numbers: tuple[int, ...]) -> str:
    """Names the answers that still want a level."""
    listed = ", ".join(map(str, numbers))
    return f"Please give a level for {listed} too, so that all are yours before you see the bot's."


def unknown(number: int, most: int) -> str:
    """Says that no answer has this number."""
    return f"There is no answer {number}; they go from 1 to {most}."


def both(own: str, bots: str) -> str:
    """One answer's two levels."""
    return own if own == bots else f"{own} (the bot: {bots})"


def kept(pseudonym: str) -> str:
    """Confirms a blind rating."""
    return f"Kept: your levels for {pseudonym}, as you found them before you saw the bot's."


def agreed(people: int, levels: int, same: int, beside: int, apart: int) -> str:
    """How people and the bot agree, in counts."""
    who = "1 person has" if people == 1 else f"{people} people have"
    ratings = "1 level" if levels == 1 else f"{levels} levels"
    return (
        f"{who} found {ratings} without seeing the bot's. The same as the bot's: {same}. "
        f"One step beside it: {beside}. Further apart: {apart}."
    )
