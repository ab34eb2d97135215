"""The card of a screening in its hiring channel: fits one screen; a person decides on it."""

from collections.abc import Callable, Sequence

from bot.core.fit.summary import Assessment
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choice,
    Choices,
    Heading,
    Items,
    Pairs,
    Quote,
    Text,
)
from bot.core.ratings import Level, Rating
from bot.core.roles import CriterionKind
from bot.core.screening.events import Decided
from bot.core.team.review import OneMore
from bot.core.team.screened import Screened
from bot.core.wording import card as words
from bot.core.wording import concerns
from bot.core.wording import fit as about_fit
from bot.core.wording import rating as reasons
from bot.core.wording.people import called

SHOWN = 8
"""How many required things are shown with a quote; the others follow with their words alone."""
FOLDED = 12
"""How many rows of words alone are shown."""
QUOTED = 240
"""How many characters of a quote, a reason or an answer fit on the card."""
LISTED = 120
"""How many characters of what was not asked fit on the card."""
RECOGNIZED = 40
"""By so many characters a quote is found in a reason, which may cut it."""
NOTED = 3
"""How many notes are shown, the newest ones."""

_Orders = Callable[[str], bool]


def team_card(one: Screened, gives_orders: _Orders = lambda _: False) -> tuple[Block, ...]:
    """The card as it stands now: words and quotes, no total, no rank and no verdict of the bot's.

    `gives_orders` tells whether an answer tries to tell the bot what to do.
    """
    summary = one.summary
    took = about_fit.took(summary.minutes)
    return (
        Heading(about_fit.title(summary.pseudonym, summary.role_title)),
        Aside(words.made_with(_versions(one), took)),
        *(Aside(note) for note in (*summary.notes, *_notes(one, gives_orders))),
        *_decided(one),
        *_gates(one),
        *_criteria(one),
        *_ask_next(one),
        *_more(one),
        *_for_the_record(one),
        Aside(about_fit.DECIDES),
        Choices(_choices(one)),
    )


def cut(text: str, most: int = QUOTED) -> str:
    """Words in one line, as long as the card has room for."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def requirement(one: Assessment) -> str:
    """A requirement as it stands before its level: the brief's words without their full stop."""
    return one.criterion.text.rstrip(". ") or one.criterion.text


def _versions(one: Screened) -> str:
    summary = one.summary
    return about_fit.versions(summary.brief_version, summary.kit_version, summary.raters)


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
        blocks += [Text(words.step(step)), Quote(cut(step.reason))]
    if one.review.told:
        blocks += [Aside(words.told(one.review.told)), Quote(cut(one.review.told.words))]
    return tuple(blocks)


def _gates(one: Screened) -> tuple[Block, ...]:
    rows = tuple(
        (gate.gate, f"{gate.outcome.value}: “{cut(one.shown(gate.words))}”")
        if gate.words
        else (gate.gate, gate.outcome.value)
        for gate in one.summary.gates
    )
    return (Pairs(rows),) if rows else ()


def _criteria(one: Screened) -> tuple[Block, ...]:
    asked = [a for a in one.summary.assessments if a.question]
    required = [a for a in asked if a.criterion.kind is CriterionKind.ESSENTIAL] or asked
    others = [a for a in asked if a not in required]
    return (
        *_required(one, required[:SHOWN]),
        *_rows(one, [*required[SHOWN:], *others]),
        *_unasked(one),
    )


def _required(one: Screened, shown: Sequence[Assessment]) -> tuple[Block, ...]:
    """Each with its words and one quote: what is shown well, then what is open, in their order."""
    if one.hidden:
        return _part(one, words.UNRATED, shown)
    strong = [a for a in shown if (_level(one, a) or 0) >= Level.DEMONSTRATED]
    rest = [a for a in shown if a not in strong]
    return (*_part(one, words.STRENGTHS, strong), *_part(one, words.OPEN, rest))


def _part(one: Screened, intro: str, shown: Sequence[Assessment]) -> tuple[Block, ...]:
    return (Text(intro), *(_assessed(one, each) for each in shown)) if shown else ()


def _level(one: Screened, assessment: Assessment) -> Level | None:
    """The level as it counts for people now."""
    changed = None if one.hidden else one.review.override(assessment.criterion.id)
    return changed.level if changed else assessment.rating.level


def level_words(one: Screened, assessment: Assessment) -> str:
    """The level in words, and that a person set it where one did."""
    changed = None if one.hidden else one.review.override(assessment.criterion.id)
    return words.by_person(changed.level.words) if changed else assessment.rating.words


def changes(one: Screened, assessment: Assessment) -> tuple[str, ...]:
    """Who set other levels and why, oldest first; the bot's own is named in each."""
    if one.hidden:
        return ()
    theirs = (o for o in one.review.overrides if o.criterion == assessment.criterion.id)
    return tuple(words.changed(each, assessment.rating.words) for each in theirs)


def _assessed(one: Screened, assessment: Assessment) -> Assessed:
    rating = assessment.rating
    quotes = tuple(cut(one.shown(quote)) for quote in _best(rating))
    # Why stands in the details; here only where there are no words, or a person changed the level.
    said = changes(one, assessment)[-1:] or (() if quotes else rating.reasons[:1])
    return Assessed(
        criterion=requirement(assessment),
        kind=assessment.criterion.kind.value,
        words=level_words(one, assessment),
        level=_level(one, assessment),
        quotes=quotes,
        reasons=() if one.hidden else tuple(cut(one.shown(reason)) for reason in said),
        line=assessment.criterion.line,
    )


def _best(rating: Rating) -> tuple[str, ...]:
    """The quote that the level rests on first of all: the one its reason names."""
    named = (q for q in rating.quotes if any(q[:RECOGNIZED] in why for why in rating.reasons))
    return (next(named, rating.quotes[0]),) if rating.quotes else ()


def _rows(one: Screened, folded: Sequence[Assessment]) -> tuple[Block, ...]:
    if not folded:
        return ()
    rows = tuple((requirement(a), level_words(one, a)) for a in folded[:FOLDED])
    left = len(folded) - len(rows)
    return (Text(words.OTHERS), Pairs(rows), *((Aside(words.more(left)),) if left else ()))


def _unasked(one: Screened) -> tuple[Block, ...]:
    unasked = [requirement(a) for a in one.summary.assessments if not a.question]
    return (Aside(words.unasked(len(unasked), cut("; ".join(unasked), LISTED))),) if unasked else ()


def _ask_next(one: Screened) -> tuple[Block, ...]:
    questions = one.summary.ask_next
    return (Text(words.ASK_NEXT), Items(questions, numbered=True)) if questions else ()


def _more(one: Screened) -> tuple[Block, ...]:
    shown = [block for each in one.review.more for block in exchange(one, each, cut)]
    return (Text(words.MORE), *shown) if shown else ()


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
    if not notes:
        return ()
    left = len(notes) - NOTED
    shown = (Quote(cut(note.text), words.signed(note)) for note in notes[-NOTED:])
    return (Text(words.NOTES), *shown, *((Aside(words.more(left)),) if left > 0 else ()))


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
