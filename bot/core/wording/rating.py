"""The reasons behind a rating, as people read them."""

import re
from collections.abc import Sequence

from bot.core.ratings import Level

NO_WORDS = "There were no words to rate."
ONLY_ORDERS = "No evidence: the text only speaks about the rating or to the program."
NO_RESULT = "no result was given"
NO_CASE = "no specific case was told"
TEAM_ONLY = "which part was their own is not clear"
NO_WORK = "no work of their own is described"
CASE_NOT_PLAIN = "a specific case of their own is not plain"
OWN_NOT_PLAIN = "what they did themselves is not plain"

_LENGTH = 90
_DETAILS = {
    "own": "own action",
    "usual": "usual work",
    "team": "team's work",
    "others": "what others did",
    "claim": "a claim",
    "plan": "a plan or an opinion",
    "learning": "learning",
    "denial": "says it was not done",
    "question": "a question",
    "result": "a result or a scale",
}


def reason(level: Level, quote: str, signs: Sequence[str], missing: str) -> str:
    """Why an answer has this level: the words it rests on, what they are, and what was missing.

    `signs` are names of what the quoted words are, as the rater gives them, and further details in
    words; `missing` is one of the phrases of this module or "".
    """
    said = f"“{_shortened(quote)}”" if quote else "no work on this is described"
    seen = ", ".join(_DETAILS.get(sign, sign) for sign in signs)
    shown = f"{said} ({seen})" if seen else said
    lacking = f"; {missing}" if missing else ""
    return f"{level.words.capitalize()}: {shown}{lacking}."


def names(terms: Sequence[str]) -> str:
    """The criterion's words that the quoted words name."""
    return f"names {', '.join(terms)}"


def off_topic(criterion: str) -> str:
    """An answer that is about something else."""
    return f"No evidence: the answer is not about “{_first(criterion)}”."


def link_not_plain(criterion: str) -> str:
    """A case whose link with the criterion is not plain."""
    return f"its link with “{_first(criterion)}” is not plain"


def _first(criterion: str) -> str:
    """What a criterion names first: “Tooling mastery” of “Tooling mastery: Terraform, …”."""
    return _shortened(re.split(r"[:;,(]|\. |\.$", criterion.strip())[0].strip() or criterion)


def _shortened(quote: str) -> str:
    one_line = " ".join(quote.split())
    if len(one_line) <= _LENGTH:
        return one_line
    return one_line[:_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
