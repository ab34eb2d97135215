"""The form in which somebody finds a level of their own for each answer of a screening."""

from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.fit.summary import Assessment
from bot.core.forms import Entered, Entry, Field, Filled
from bot.core.phrasing.shortening import beginning, one_line
from bot.core.ratings import Level
from bot.core.team.screened import Screened
from bot.core.wording import forms as words
from bot.dialogues.candidates.case import Case
from bot.dialogues.candidates.levels import answers

QUOTED = 160
"""How many characters of a quote stand beside its requirement."""
_OPTIONS = tuple((level.words, level.words) for level in Level)


def fields(case: Case) -> tuple[Field, ...]:
    """A choice for each answer, named by its number; none where this person cannot rate now."""
    if not case.finished or case.review.rated_by(case.incoming.person):
        return ()
    try:
        one = case.screened()
    except (UnknownRole, UnknownScreening):
        return ()
    return tuple(
        Field(str(number), _label(number, each, one), Entry.CHOICE, "", _OPTIONS, required=True)
        for number, each in enumerate(answers(one), 1)
    )


def _label(number: int, answer: Assessment, one: Screened) -> str:
    """The requirement with the words that the card quotes, which the form may cover."""
    asked = f"{number}. {answer.criterion.text.rstrip('. ')}"
    quoted = next(iter(answer.rating.quotes), "")
    if not quoted:
        return asked
    line = one_line(one.shown(quoted))
    begun = beginning(line, QUOTED)
    return f"{asked}: “{begun}”{'' if begun == line else ' …'}"


def filled(entered: Entered, begins: str) -> Filled:
    """The words that give these levels, behind those that `begins` holds; or what is missing."""
    levels = dict(_OPTIONS)
    missing = [name for name, value in entered.values.items() if value not in levels]
    if missing or not entered.values:
        return Filled(errors=dict.fromkeys(missing, words.LEVEL_MISSING))
    told = ", ".join(f"{number} {level}" for number, level in entered.values.items())
    return Filled((f"{begins}{told}",))
