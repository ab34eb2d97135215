"""How a brief's criteria differ from an earlier version's: what is new, gone, or reworded."""

from dataclasses import dataclass

from bot.core.kits.edits import key
from bot.core.kits.kit import Kit
from bot.core.roles import Criterion, CriterionKind, Role
from bot.core.wording import asking

_COUNTED = (
    CriterionKind.ESSENTIAL,
    CriterionKind.DESIRABLE,
    CriterionKind.SOFT,
    CriterionKind.GATE,
)


@dataclass(frozen=True, slots=True)
class Drift:
    """Requirements in their own words; `reworded` holds (before, now)."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.gone or self.reworded)


def drift(before: Role, now: Role) -> Drift:
    """How the criteria of `now` differ from those of `before`, years and gates among them.

    A criterion that became essential or a wish is not named: its words stayed the same.
    """
    return _between(_criteria(before), _criteria(now))


def kit_drift(kit: Kit, now: Role) -> Drift:
    """What of a kit's criteria the brief no longer says; for kits whose own brief is not kept."""
    asked = {question.criterion.id: question.criterion.text for question in kit.questions}
    found = _between(asked, _criteria(now))
    return Drift((), found.gone, found.reworded)


def _criteria(role: Role) -> dict[str, str]:
    """The criteria's words by id."""
    listed: tuple[Criterion, ...] = role.of_kind(*_COUNTED)
    years = (
        {"years": asking.years_criterion(role.years.least, role.years.most)} if role.years else {}
    )
    return {**years, **{criterion.id: criterion.text for criterion in listed}}


def _between(before: dict[str, str], now: dict[str, str]) -> Drift:
    """The same words are the same criterion; otherwise the same id is one that was reworded."""
    said_before = {key(text) for text in before.values()}
    said_now = {key(text) for text in now.values()}
    gone = {name: text for name, text in before.items() if key(text) not in said_now}
    new = {name: text for name, text in now.items() if key(text) not in said_before}
    both = [name for name in gone if name in new]
    return Drift(
        tuple(text for name, text in new.items() if name not in both),
        tuple(text for name, text in gone.items() if name not in both),
        tuple((gone[name], new[name]) for name in both),
    )
