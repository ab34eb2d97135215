"""The criteria a brief's sections hold: which line is a requirement, and of which kind."""

import re
from collections.abc import Iterable

from bot.core.roles import Criterion, CriterionKind, Passage, PassageKind, SectionKind

_KINDS = {
    SectionKind.REQUIRED: CriterionKind.ESSENTIAL,
    SectionKind.PREFERRED: CriterionKind.DESIRABLE,
    SectionKind.SOFT: CriterionKind.SOFT,
    SectionKind.SIGNALS: CriterionKind.SIGNAL,
}
_MUST = re.compile(r"\b(?:must|required?|essential|mandatory|need(?:ed)? to|yes)\b", re.IGNORECASE)
_NICE = re.compile(
    r"\b(?:nice|desirable|preferred|optional|bonus|glad|a plus|ideally|would like)\b", re.IGNORECASE
)
# In a table's cell one word is enough.
_NICE_CELL = re.compile(
    r"^\W*(?:plus|wish(?:ed)?(?: for)?|helpful|useful|an advantage|good to have)\W*$|"
    rf"{_NICE.pattern}",
    re.IGNORECASE,
)
_DEMAND = re.compile(r"\b(?:must|should|need to|have to|required|means)\b", re.IGNORECASE)
_GATE = re.compile(
    r"^(?:(?:a |an |valid |current |full |clean |at least |minimum (?:of )?)*"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*\+?(?:\s?[-–]\s?\d{1,2})?\+?"
    r"\s+(?:years?|months?)\b"
    r"|.{0,30}\b(?:licen[cs]e|work permit|security clearance|(?:permission|right|"
    r"authori[sz]ation) to work)\b"
    r"|.{0,12}\bregistration\b)",
    re.IGNORECASE,
)
_SLUG_WORDS = 5


def criteria_of(passages: Iterable[Passage], cells: dict[str, str]) -> tuple[Criterion, ...]:
    """The criteria in the brief's order; ids are slugs of their first words, unique in the role.

    `cells` gives the weight cell ("Essential", "nice") of a table row, by passage id.
    """
    found: list[Criterion] = []
    taken: set[str] = set()
    for passage in passages:
        kind = _kind(passage, cells.get(passage.id, ""))
        if kind is None:
            continue
        text = passage.label if passage.kind is PassageKind.ROW else passage.text
        if kind is CriterionKind.ESSENTIAL and _GATE.match(text):
            kind = CriterionKind.GATE
        identity = _slug(text, taken)
        taken.add(identity)
        found.append(Criterion(identity, kind, text, passage.section, passage.line))
    return tuple(found)


def weight(cells: tuple[tuple[str, str], ...]) -> str:
    """The cell of a table row that says how much the requirement counts; "" if none does."""
    for heading, cell in cells[1:]:
        if len(cell.split()) <= 3 and (_MUST.search(cell) or _NICE_CELL.search(cell)):
            return cell
        if re.search(r"nice|desirable", heading, re.IGNORECASE) and cell.strip():
            return heading
    return ""


def _kind(passage: Passage, cell: str) -> CriterionKind | None:
    kind = _KINDS.get(passage.section_kind)
    if kind is None:
        return None
    match passage.kind:
        case PassageKind.ITEM | PassageKind.FACT:
            return kind
        case PassageKind.ROW:
            return (CriterionKind.DESIRABLE if _NICE_CELL.search(cell) else kind) if cell else None
        case PassageKind.PARAGRAPH:
            return _of_prose(passage.text, kind)
        case PassageKind.TITLE:
            return None


def _of_prose(text: str, kind: CriterionKind) -> CriterionKind | None:
    """A sentence counts only where it demands or wishes for something."""
    if kind is CriterionKind.SIGNAL:
        return kind
    if _NICE.search(text):
        return CriterionKind.DESIRABLE
    return kind if _DEMAND.search(text) else None


def _slug(text: str, taken: set[str]) -> str:
    words = re.findall(r"[a-z0-9]+", text.casefold())[:_SLUG_WORDS] or ["criterion"]
    slug = "-".join(words)
    number = 2
    while slug in taken:
        slug = f"{'-'.join(words)}-{number}"
        number += 1
    return slug
