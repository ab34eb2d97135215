"""All that people added to a screening, in full: the card shows the newest of it."""

from bot.core.messages import Aside, Block, Items, Quote, Text
from bot.core.team.card import exchange
from bot.core.team.card_rows import changes
from bot.core.team.screened import Screened
from bot.core.wording import card as words


def added(one: Screened) -> tuple[Block, ...]:
    """Decisions, what was told, other levels, further questions and notes; nothing where none."""
    steps = [
        block for step in one.review.steps for block in (Text(words.step(step)), Quote(step.reason))
    ]
    told = one.review.told
    also = (Aside(words.told(told)), Quote(told.words)) if told else ()
    more = [block for each in one.review.more for block in exchange(one, each)]
    return (
        *steps,
        *also,
        *_levels(one),
        *((Text(words.MORE), *more) if more else ()),
        *_notes(one),
    )


def _levels(one: Screened) -> tuple[Block, ...]:
    rows = tuple(
        f"{assessment.criterion.text}: {change}"
        for assessment in one.summary.assessments
        for change in changes(one, assessment)
    )
    return (Text(words.LEVELS), Items(rows)) if rows else ()


def _notes(one: Screened) -> tuple[Block, ...]:
    notes = [Quote(note.text, words.signed(note)) for note in one.review.notes]
    return (Text(words.NOTES), *notes) if notes else ()
