"""The requirements on a card: one line each with its level, and the quote it rests on in another.

They keep the kit's order. What has no room is said to stand in the details, never left out unsaid.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.fit.summary import Assessment
from bot.core.messages import Aside, Assessed, Block
from bot.core.phrasing.heads import head
from bot.core.phrasing.shortening import beginning, one_line, shortened
from bot.core.ratings import Level, Outcome, Rating
from bot.core.roles import CriterionKind
from bot.core.team.card_room import SMALL, taken
from bot.core.team.screened import Screened
from bot.core.wording import card as words

QUOTED = (198, 132, 66)
"""How many characters of each quote are shown: three lines, two, or one, as there is room."""
REASONED = 140
"""How many characters of a reason, where there is no quote: two lines."""
LISTED = 2 * SMALL - 8
"""How many characters of what is told in words alone: two small lines."""
LEAST = 6
"""So many requirements are named at least, however much else the card has to say."""
NAMES = 0.6
"""How much of the room their names take where not all of them fit: the rest is for quotes."""
RECOGNIZED = 40
"""By so many characters a quote is found in a reason, which may cut it."""


def requirements(one: Screened, room: int) -> tuple[Block, ...]:
    """What the kit asks about in at most `room` px, and in a word what it does not."""
    asked = [a for a in one.summary.assessments if a.question]
    required = [a for a in asked if a.criterion.kind is CriterionKind.ESSENTIAL] or asked
    folded = (
        *_listed(words.OTHERS, [_named(one, a) for a in asked if a not in required]),
        *_unasked(one),
    )
    left = room - sum(map(taken, (*folded, *_intros(one), Aside(words.left(1, 1)))))
    drawn = ([_assessed(one, each, most) for each in required] for most in QUOTED)
    rows = next((rows for rows in drawn if sum(map(taken, rows)) <= left), None)
    shown, missing = _fitting(rows or [_assessed(one, a, QUOTED[-1]) for a in required], left)
    return (*_parts(one, required, shown), *missing, *folded)


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


def _fitting(rows: Sequence[Assessed], room: int) -> tuple[tuple[Assessed, ...], tuple[Block, ...]]:
    """As many rows as have room, from the first on: first their names, then their quotes."""
    bare = [replace(row, quotes=(), reasons=(), goes_on=False) for row in rows]
    named = room if sum(map(taken, bare)) <= room else int(room * NAMES)
    count = 0
    while count < len(rows) and (sum(map(taken, bare[: count + 1])) <= named or count < LEAST):
        count += 1
    left = room - sum(map(taken, bare[:count]))
    shown: list[Assessed] = []
    for row, name in zip(rows[:count], bare, strict=False):
        more = taken(row) - taken(name)
        # Once one has no room, none behind it has: a longer quote must not cost a requirement its.
        left = left - more if more <= left else -1
        shown.append(row if left >= 0 else name)
    unsaid = sum(row != drawn for row, drawn in zip(rows, shown, strict=False))
    told = words.left(len(rows) - count, unsaid)
    return tuple(shown), ((Aside(told),) if told else ())


def _intros(one: Screened) -> tuple[Block, ...]:
    return tuple(map(Aside, (words.UNRATED,) if one.hidden else (words.STRENGTHS, words.OPEN)))


def _parts(
    one: Screened, required: Sequence[Assessment], shown: Sequence[Assessed]
) -> tuple[Block, ...]:
    """What is shown well, then what is open, each in the kit's order; undivided without levels."""
    if one.hidden:
        return _part(words.UNRATED, shown)
    pairs = list(zip(required, shown, strict=False))
    strong = [row for a, row in pairs if (_level(one, a) or 0) >= Level.DEMONSTRATED]
    rest = [row for a, row in pairs if (_level(one, a) or 0) < Level.DEMONSTRATED]
    return (*_part(words.STRENGTHS, strong), *_part(words.OPEN, rest))


def _part(intro: str, shown: Sequence[Assessed]) -> tuple[Block, ...]:
    return (Aside(intro), *shown) if shown else ()


def _level(one: Screened, assessment: Assessment) -> Level | None:
    """The level as it counts for people now."""
    changed = None if one.hidden else one.review.override(assessment.criterion.id)
    return changed.level if changed else assessment.rating.level


def _assessed(one: Screened, assessment: Assessment, most: int) -> Assessed:
    quotes = [one_line(one.shown(quote)) for quote in _best(assessment.rating)]
    return Assessed(
        criterion=head(assessment.criterion.text),
        kind=assessment.criterion.kind.value,
        words=level_words(one, assessment),
        level=_level(one, assessment),
        quotes=tuple(beginning(quote, most) for quote in quotes),
        reasons=_why(one, assessment),
        line=assessment.criterion.line,
        short=True,
        goes_on=any(len(quote) > most for quote in quotes),
    )


def _why(one: Screened, assessment: Assessment) -> tuple[str, ...]:
    """Why stands in the details; here only where a person changed the level, or no words show it.

    “declined” and “not asked” say why themselves.
    """
    rating = assessment.rating
    said = changes(one, assessment)[-1:]
    if not (said or one.hidden or rating.quotes) and rating.outcome not in (
        Outcome.DECLINED,
        Outcome.NOT_ASKED,
    ):
        said = rating.reasons[:1]
    return tuple(shortened(one.shown(reason), REASONED) for reason in said)


def _best(rating: Rating) -> tuple[str, ...]:
    """The quote that the level rests on first of all: the one its reason names."""
    named = (q for q in rating.quotes if any(q[:RECOGNIZED] in why for why in rating.reasons))
    return (next(named, rating.quotes[0]),) if rating.quotes else ()


def _named(one: Screened, assessment: Assessment) -> str:
    return f"{head(assessment.criterion.text)}: {level_words(one, assessment)}"


def _unasked(one: Screened) -> tuple[Block, ...]:
    heads = [head(a.criterion.text) for a in one.summary.assessments if not a.question]
    return _listed(words.unasked(len(heads)), heads)


def _listed(intro: str, each: Sequence[str]) -> tuple[Block, ...]:
    """As many as have room behind an intro, in small letters, and how many more there are."""
    if not each:
        return ()
    room = LISTED - len(intro) - len(words.and_more(len(each)))
    count = 1
    while count < len(each) and sum(len(text) + 3 for text in each[: count + 1]) <= room:
        count += 1
    more = words.and_more(len(each) - count) if count < len(each) else ""
    return (Aside(f"{intro} {' · '.join(each[:count])}{more}"),)
