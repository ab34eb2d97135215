"""Why a question is not answered: what is missing, and the nearest line as related."""

from bot.answers.case import Case
from bot.answers.kinds import FORMS, TOLD_AS, asked_kind, form_of
from bot.answers.pay import asks_for_pay, given
from bot.answers.selecting import cited
from bot.answers.slots import LISTS
from bot.answers.terms import is_name
from bot.core.answering.answers import Answer, Reason
from bot.core.messages import Citation
from bot.core.text.products import products
from bot.core.wording import answering as words

RELATED_FROM = 0.35
"""The cosine from which the nearest line is offered as related."""


def missing_name(case: Case) -> Answer | None:
    """A refusal where a yes-or-no question names what the brief does not.

    Where it asks whether something is wanted, any name counts, else those of products alone: “Does
    the team use Jira?”. A place or a day can be answered by a line that does not name it.
    """
    asked = case.asked
    names = case.products
    if not asked.checks:
        plain = form_of(asked.text) == FORMS[-1]
        names = tuple(name for name in names if plain and _is_product(name, asked.text))
    missing = _not_held(case, names)
    if not missing:
        return None
    return _refusal(case, words.not_mentioned(missing), ", ".join(missing))


def _is_product(name: str, text: str) -> bool:
    return name.casefold() in products() and is_name(name, text)


def not_in_brief(case: Case) -> Answer:
    """A refusal that says what is missing."""
    asked = case.asked
    names = _not_held(case, case.names)
    if asks_for_pay(case) and case.role.pay:
        text = f"{given(case.role.pay)} {words.not_found(asked.words)}"
        return _refusal(case, text, " ".join(asked.words))
    detail = _detail(case)
    if detail:
        return _refusal(case, words.not_said(detail), detail)
    if asked.slot is not None and not asked.slot.id.startswith(LISTS):
        return _refusal(case, words.not_said(asked.slot.name), asked.slot.name)
    if names:
        return _refusal(case, words.not_mentioned(names), ", ".join(names))
    return _refusal(case, words.not_found(asked.words), " ".join(asked.words))


def _detail(case: Case) -> str:
    """The detail that no line gives which is about what is asked: of a date the time of day."""
    kind = asked_kind(case.asked.text)
    if kind is None or kind not in TOLD_AS or case.asked.slot is None:
        return ""
    reading = case.asking.reading
    filled = reading.filled_by_words(case.asked.slot)
    holds = any(
        kind in line.kinds for line, fills in zip(reading.lines, filled, strict=True) if fills
    )
    return "" if holds or not filled.any() else TOLD_AS[kind]


def _refusal(case: Case, text: str, missing: str) -> Answer:
    understood = case.asked.words or case.asked.slot
    return Answer(
        False,
        text,
        reason=Reason.NOT_IN_BRIEF if understood else Reason.UNCLEAR,
        related=_related(case),
        missing=missing,
    )


def _not_held(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    held = "\n".join(f"{passage.section} {passage.text}" for passage in case.passages)
    return tuple(word for word in names if not case.holds(held, word))


def _related(case: Case) -> tuple[Citation, ...]:
    """The nearest line this audience may see, where it is near at all."""
    near = case.asking.likeness
    if not near.size or near.max() < RELATED_FROM:
        return ()
    line = case.asking.reading.lines[int(near.argmax())]
    return (cited(case.role, line.passage),)
