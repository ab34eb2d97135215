"""A résumé as the team reads it: line by line, what in it speaks to a requirement, and notes."""

from collections.abc import Sequence

from bot.core.fit.summary import FitSummary
from bot.core.messages import Aside, Block, Heading, Quote, Text
from bot.core.screening.resume import ResumeKept
from bot.core.team.record import Spoken
from bot.core.team.screened import Screened
from bot.core.wording import resume as words

_PLACE = "resume-"


def lines(resume: ResumeKept | None) -> tuple[Spoken, ...]:
    """Its lines that hold words, each with its place on the record page as its id."""
    if resume is None:
        return ()
    numbered = enumerate(resume.text.split("\n"), 1)
    return tuple(
        Spoken(place(number), words.SOURCE, line, resume.at) for number, line in numbered if line
    )


def place(line: int) -> str:
    """The name of a line's place on the record page."""
    return f"{_PLACE}{line}"


def line_of(spoken: Spoken) -> int:
    """Which line of the résumé this is, from 1; 0 where it is an answer."""
    number = spoken.id.removeprefix(_PLACE)
    return int(number) if spoken.id.startswith(_PLACE) and number.isdecimal() else 0


def notes(resume: ResumeKept | None) -> tuple[str, ...]:
    """What the team is told about a résumé beside its words."""
    if resume is None:
        return ()
    left_out = (words.left_out_for_team(resume.left_out),) if resume.left_out else ()
    orders = (words.orders_passed_over(resume.orders),) if resume.orders else ()
    return (words.ON_CARD, *left_out, *orders)


def card_notes(resume: ResumeKept | None) -> tuple[str, ...]:
    """The same in one short sentence, for a card that has little room."""
    if resume is None:
        return ()
    parts = (
        (True, words.ON_FIT_CARD),
        (bool(resume.left_out), words.HIDDEN_ON_CARD),
        (bool(resume.orders), words.ORDERS_ON_CARD),
    )
    return ("; ".join(said for applies, said in parts if applies) + ".",)


def quoted(one: Screened) -> tuple[Block, ...]:
    """For each requirement the words of the résumé that speak to it; nothing without one."""
    if one.resume is None:
        return ()
    blocks: list[Block] = [Heading(words.IN_RESUME)]
    blocks += [Aside(note) for note in notes(one.resume)]
    for title, quotes in _by_requirement(one.summary, one.resume):
        blocks.append(Text(title))
        blocks += quotes_of(one, quotes)
    return tuple(blocks)


def quotes_of(one: Screened, criterion: str) -> list[Block]:
    """The words of the résumé that speak to one requirement, as the team may read them."""
    found = one.resume.quoted_for(criterion) if one.resume else ()
    return [Quote(one.shown(each.quote), words.from_line(each.line)) for each in found]


def _by_requirement(summary: FitSummary, resume: ResumeKept) -> Sequence[tuple[str, str]]:
    listed = ((a.criterion.text, a.criterion.id) for a in summary.assessments)
    return [(text, criterion) for text, criterion in listed if resume.quoted_for(criterion)]
