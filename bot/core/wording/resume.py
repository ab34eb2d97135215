"""What is said of a résumé: to the candidate who hands one in, and to the team that reads it."""

from collections.abc import Sequence

from bot.core.screening.resume import Hidden

_WHY = {
    Hidden.PALE: "words in the colour of what is behind them",
    Hidden.TINY: "letters too small to read",
    Hidden.OUTSIDE: "words outside the page",
    Hidden.COVERED: "words below something else",
    Hidden.MARKED: "words that are marked as hidden",
    Hidden.COMMENT: "comments",
    Hidden.CHARACTERS: "characters that nobody sees",
}

KEEP, REMOVE = "Put it with my answers", "Remove it"
TAKE_BACK = "Take my résumé back"
SAY_KEEP, SAY_REMOVE = "keep my résumé", "remove my résumé"
READ = "This is all that I read in it, and all that would be kept:"
ASK = (
    "It is not rated, and nothing in it changes how your answers are read. For each requirement "
    "the team sees which words of it speak to it, marked as “from the résumé”. Nothing is kept "
    "yet. Shall I put it with your answers?"
)
FIRST_ONLY = "I looked at the first file only."
NOT_OPENED = (
    "I took your words and did not open the file beside them. To hand in a résumé, send it alone."
)
NOT_AN_ANSWER = "What you wrote beside the file was not taken as an answer."
KEPT = (
    "Thank you, your résumé is with your answers. It is not rated. Say “remove my résumé” to take "
    "it back."
)
REPLACED = "The one you handed in before is replaced by it."
REMOVED = (
    "Removed. The team does not get it. This chat still shows what I read, until you erase your "
    "data."
)
TAKEN_BACK = (
    "I took your résumé back: nobody is shown it any more. Like an answer that you change, it "
    "stays in the log until your data is erased; say “erase my data” for that."
)
SAME = "That is the résumé you already handed in, so nothing was changed."
NONE = "You have not handed in a résumé."
STILL_WAITS = (
    "Your résumé is not with them: it still waits for your yes. Say “keep my résumé” to put it "
    "there, or “remove my résumé”; unless you keep it, it is not sent."
)
FORGOTTEN = "The résumé that waited for your yes was not sent, and is forgotten."
HOW = (
    "You can, and need not: nobody is rated by a résumé, and everybody is asked the same "
    "questions. Send it here as a file (PDF, Word, Markdown or text, up to 10 MB). I show you "
    "what I read in it before anything is kept."
)
AFTER_CONSENT = (
    "I do not open a file before you have agreed to the screening. Once you have said yes, you can "
    "send it again; you need not."
)
AFTER_END = (
    "This screening is over, so I did not open the file. Say “person”, and somebody of the hiring "
    "team gets in touch; you can give it to them."
)
NOT_FETCHED = (
    "I did not get the file itself, so nothing in it was read. You can send it again, or just tell "
    "me in your own words; nobody is rated by a résumé."
)
DATA = "Your résumé, as it was read:"
DATA_WAITING = "A résumé that waits for your yes, as it was read:"
DATA_TAKEN_BACK = (
    "You took a résumé back; nobody is shown it, and the log keeps it till it is erased."
)
SOURCE = "the résumé"

ON_CARD = "A résumé was handed in. It is not rated; what it says is on the record page."
ON_FIT_CARD = "Résumé handed in, not rated"
HIDDEN_ON_CARD = "words that nobody sees in it left out"
ORDERS_ON_CARD = "orders to the program in it passed over"
TITLE = "Résumé"
INTRO = (
    "As the candidate read and confirmed it. It is not rated and changes no level. Marked is what "
    "speaks to a requirement; contact data and names are left out."
)
IN_RESUME = "In the résumé, not rated"


def line(number: int) -> str:
    """Names a line of a résumé."""
    return f"line {number}"


def from_line(number: int) -> str:
    """Where a quote is from."""
    return f"from the résumé, line {number}"


def left_out(why: Sequence[Hidden]) -> str:
    """Tells the candidate what was not read, and what to do if it should have been."""
    return (
        f"I left out what a person who looks at the file cannot see: {_listed(why)}. If that was "
        "meant to be read, please make it plain to see and send the file again, or tell me."
    )


def left_out_for_team(why: Sequence[Hidden]) -> str:
    """Tells the team the same, without a judgement: templates do such things too."""
    return (
        f"Left out of the résumé, since nobody who looks at the file sees it: {_listed(why)}. "
        "Templates and scans hold such words too."
    )


def orders_passed_over(lines: int) -> str:
    """Tells that lines which speak to the bot are quoted for nothing."""
    said = "One line of it speaks" if lines == 1 else f"{lines} lines of it speak"
    return f"{said} to the program rather than to people. That is not followed and not quoted."


def _listed(why: Sequence[Hidden]) -> str:
    told = [_WHY[one] for one in why]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
