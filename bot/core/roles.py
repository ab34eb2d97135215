"""A role and what its brief says: facts, sections, passages and criteria, each with its line."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.errors import UnknownRole


class Audience(StrEnum):
    """Who may see something. `TEAM` is never cited, quoted or paraphrased to a candidate."""

    CANDIDATE = "candidate"
    TEAM = "team"


class SectionKind(StrEnum):
    """What a section of a brief is for, whatever its heading says."""

    FACTS = "facts"
    ABOUT = "about"
    DUTIES = "duties"
    REQUIRED = "required"
    PREFERRED = "preferred"
    SOFT = "soft"
    SIGNALS = "signals"
    NOTES = "notes"
    PAY = "pay"
    OFFER = "offer"
    PROCESS = "process"
    OTHER = "other"


class CriterionKind(StrEnum):
    """How a criterion counts. Gates are pass, unknown or fail, and never a level."""

    ESSENTIAL = "essential"
    DESIRABLE = "desirable"
    SOFT = "soft"
    SIGNAL = "signal"
    GATE = "gate"


class PassageKind(StrEnum):
    """The form a passage has in the brief."""

    TITLE = "title"
    FACT = "fact"
    ITEM = "item"
    ROW = "row"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Passage:
    """One line or paragraph of a brief.

    `id` is unique in the role, `section` the path of headings, `line` counts from 1, and `label`
    is the name in front of a "name: value" line ("" where there is none). `author` and `date`
    name the person who added it, where it does not come from the brief itself.
    """

    id: str
    text: str
    section: str
    line: int
    audience: Audience
    kind: PassageKind
    section_kind: SectionKind
    label: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the brief and what stands under it, in order."""

    title: str
    path: str
    line: int
    kind: SectionKind
    audience: Audience
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Pay:
    """One pay figure as the brief gives it.

    `which` is "min", "median", "max" or "pay"; `amount` is in units of `currency` (an ISO 4217
    code or ""), per `period` ("year", "month", "day", "hour" or ""); `open_ended` for "350,000+".
    """

    which: str
    amount: float
    currency: str
    country: str
    period: str
    open_ended: bool
    line: int


@dataclass(frozen=True, slots=True)
class Years:
    """The years of experience a brief asks for: at least `least`, up to `most` where it says so."""

    least: int
    most: int | None
    line: int


@dataclass(frozen=True, slots=True)
class Criterion:
    """One job-related requirement, as the brief words it."""

    id: str
    kind: CriterionKind
    text: str
    section: str
    line: int


@dataclass(frozen=True, slots=True)
class Role:
    """What is hired for. `version` is the hash of the brief's text (first 12 hex digits)."""

    id: str
    title: str
    version: str
    source: str
    sections: tuple[Section, ...]
    criteria: tuple[Criterion, ...]
    pay: tuple[Pay, ...]
    years: Years | None

    def __hash__(self) -> int:
        """By id and version: a role is a key on every question, and its lines are many."""
        return hash((self.id, self.version))

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage of the brief, in the brief's order."""
        return tuple(passage for section in self.sections for passage in section.passages)

    def seen_by(self, audience: Audience) -> tuple[Passage, ...]:
        """The passages this audience may see: the team sees all, a candidate the candidate's."""
        return tuple(
            passage
            for passage in self.passages
            if audience is Audience.TEAM or passage.audience is Audience.CANDIDATE
        )

    def of_kind(self, *kinds: CriterionKind) -> tuple[Criterion, ...]:
        """The criteria of these kinds, in the brief's order."""
        return tuple(criterion for criterion in self.criteria if criterion.kind in kinds)

    def criterion(self, named: str) -> Criterion | None:
        """The criterion with this id, or whose text begins with these words (case ignored)."""
        wanted = named.strip().casefold()
        if not wanted:
            return None
        for criterion in self.criteria:
            if criterion.id == wanted:
                return criterion
        for criterion in self.criteria:
            if criterion.text.casefold().startswith(wanted):
                return criterion
        return None


def role_meant(roles: tuple[Role, ...], named: str) -> Role:
    """The role with this id or title (case ignored); the only one where none is named.

    Raises UnknownRole with the ids there are.
    """
    if not named and len(roles) == 1:
        return roles[0]
    found = role_called(roles, named)
    if found is None:
        raise UnknownRole(named, tuple(role.id for role in roles))
    return found


def role_called(roles: tuple[Role, ...], named: str) -> Role | None:
    """The role whose id or whole title this is; None where there is none."""
    called = named.casefold()
    return next((role for role in roles if called in (role.id, role.title.casefold())), None)
