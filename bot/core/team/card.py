"""The card of a screening in its hiring channel: fits one screen; a person decides on it."""

from collections.abc import Callable

from bot.core.fit.summary import Assessment, gaps
from bot.core.messages import (
    Aside,
    Block,
    Choice,
    Choices,
    Heading,
    Items,
    Pairs,
    Quote,
    Text,
)
from bot.core.phrasing.heads import MORE, head
from bot.core.phrasing.shortening import beginning, one_line, shortened
from bot.core.screening.events import Decided
from bot.core.team.card_room import LETTERS, ROOM, SMALL, height
from bot.core.team.card_rows import LISTED, REASONED, requirements
from bot.core.team.resume_shown import card_notes
from bot.core.team.review import OneMore
from bot.core.team.screened import Screened
from bot.core.wording import card as words
from bot.core.wording import concerns
from bot.core.wording import fit as about_fit
from bot.core.wording import rating as reasons
from bot.core.wording.people import called

SAID = 66
"""How many characters of a note, an answer or a gate's words fit into one line."""
GATES = 6
"""How many gates are shown: as many as a kit names by letters."""
NOTED, ASKED = 2, 2
"""How many notes and further questions are shown, the newest ones."""

_Orders = Callable[[str], bool]


def team_card(
    one: Screened, gives_orders: _Orders = lambda _: False, *, may_act: bool = True
) -> tuple[Block, ...]:
    """The card as it stands now: words and quotes, no total, no rank and no verdict of the bot's.

    `gives_orders` tells whether an answer tries to tell the bot what to do. Who may not act gets
    no buttons, and is told who may.
    """
    summary = one.summary
    above = (
        Heading(about_fit.title(summary.pseudonym, summary.role_title)),
        *_known(one, gives_orders),
        *_decided(one),
        *_gates(one),
    )
    below = (
        *_ask_next(one),
        *_more(one),
        *_for_the_record(one),
        Aside(words.foot(_took(one), _versions(one))),
        *(_to_do(one) if may_act else (Aside(words.READ_ALONG),)),
    )
    return (*above, *requirements(one, ROOM - height((*above, *below))), *below)


def _took(one: Screened) -> str:
    minutes = one.summary.minutes
    return "" if minutes is None else about_fit.took(minutes)


def _versions(one: Screened) -> str:
    summary = one.summary
    return about_fit.versions(summary.brief_version, summary.kit_version, summary.raters)


def _known(one: Screened, gives_orders: _Orders) -> tuple[Block, ...]:
    """What to know before reading on, in one quiet line or two."""
    told = (*one.summary.notes, *_notes(one, gives_orders), *card_notes(one.resume))
    return (Aside(shortened(" ".join(told), LISTED + SMALL)),) if told else ()


def _notes(one: Screened, gives_orders: _Orders) -> tuple[str, ...]:
    assessments = one.summary.assessments
    foreign = any(concerns.FOREIGN_REASON in a.rating.reasons for a in assessments)
    orders = any(
        reasons.ONLY_ORDERS in a.rating.reasons or gives_orders(a.answer)
        for a in assessments
        if a.answer
    )
    said = ((foreign, words.FOREIGN), (orders, words.ORDERS))
    return tuple(note for applies, note in said if applies)


def _decided(one: Screened) -> tuple[Block, ...]:
    """The last decision or what took it back, and what the candidate was told of it."""
    blocks: list[Block] = []
    for step in one.review.steps[-1:]:
        blocks += [Text(_short(words.step(step))), Quote(shortened(step.reason, REASONED))]
    if one.review.told:
        told = shortened(one.review.told.words, SAID)
        blocks += [Aside(shortened(words.told(one.review.told), LISTED)), Quote(told)]
    return tuple(blocks)


def _gates(one: Screened) -> tuple[Block, ...]:
    gates = one.summary.gates
    rows = tuple(
        (name := head(gate.gate), gate.outcome.value + _words(one.shown(gate.words), name))
        for gate in gates[:GATES]
    )
    left = len(gates) - len(rows)
    return (*((Pairs(rows),) if rows else ()), *((Aside(words.more(left)),) if left > 0 else ()))


def _words(said: str, name: str) -> str:
    """The beginning of somebody's words in marks, with “…” outside them where they go on."""
    line = one_line(said)
    room = max(LETTERS - len(name), LETTERS // 2)
    return f": “{beginning(line, room)}”{'' if len(line) <= room else ' …'}" if line else ""


def _ask_next(one: Screened) -> tuple[Block, ...]:
    """The summary's questions, by the heads of their requirements."""
    if not one.summary.ask_next:
        return ()
    asked = tuple(map(_question, gaps(one.summary.assessments)))
    return (Aside(words.ASK_NEXT), Items(asked, numbered=True))


def _question(gap: Assessment) -> str:
    return words.ask_next(head(gap.criterion.text).removesuffix(MORE), gap.rating)


def _more(one: Screened) -> tuple[Block, ...]:
    every = one.review.more
    shown = [block for each in every[-ASKED:] for block in exchange(one, each, _short)]
    return _with_rest(words.MORE, shown, len(every) - ASKED)


def _short(text: str) -> str:
    return shortened(text, SAID)


def _with_rest(intro: str, shown: list[Block], left: int) -> tuple[Block, ...]:
    if not shown:
        return ()
    return (Aside(intro), *shown, *((Aside(words.more(left)),) if left > 0 else ()))


def exchange(
    one: Screened, each: OneMore, as_shown: Callable[[str], str] = str
) -> tuple[Block, ...]:
    """A question that was asked after the end, and its answer."""
    asked = Quote(as_shown(each.asked.question), called(each.asked.by, each.asked.name))
    if each.answer is None:
        return (asked, Aside(words.WAITS))
    if not each.answer.answer:
        return (asked, Aside(words.SKIPPED))
    return (asked, Quote(as_shown(one.shown(each.answer.answer)), one.summary.pseudonym))


def _for_the_record(one: Screened) -> tuple[Block, ...]:
    notes = one.review.notes
    shown: list[Block] = [
        Quote(_short(note.text), _short(words.signed(note))) for note in notes[-NOTED:]
    ]
    return _with_rest(words.NOTES, shown, len(notes) - NOTED)


def _to_do(one: Screened) -> tuple[Block, ...]:
    rate = Choice(words.RATE, f"rate {one.summary.pseudonym}")
    first = (Aside(words.BLIND), Choices((rate,))) if one.hidden else ()
    return (*first, Choices(_choices(one)))


def _choices(one: Screened) -> tuple[Choice, ...]:
    """What can be done on the card; none is put in front, since the bot suggests nothing."""
    who = one.summary.pseudonym
    details = Choice(words.DETAILS, f"summary {who}")
    if isinstance(one.review.decision, Decided):
        return (Choice(words.UNDO, f"undo {who}"), details)
    return (
        Choice(words.ADVANCE, f"decide {who}: advance"),
        Choice(words.HOLD, f"decide {who}: hold"),
        Choice(words.DECLINE, f"decide {who}: decline"),
        Choice(words.ASK, f"ask one more {who}"),
        Choice(words.NOT_NOW, f"not now {who}"),
        details,
    )
