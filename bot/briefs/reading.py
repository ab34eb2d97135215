"""A brief's Markdown becomes a role: sections with audience, passages with lines, criteria."""

import re
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby

from bot.briefs.criteria import criteria_of, weight
from bot.briefs.facts import pay_of, years_of
from bot.briefs.headings import LOOKED_FOR, audience_of, kind_of, opens_for_team
from bot.briefs.outline import LABEL_LEVEL, Entry, Piece, Title, outline
from bot.core.errors import NoCriteria
from bot.core.roles import Audience, Passage, Role, Section, SectionKind

_TITLE_PREFIX = re.compile(
    r"^(?:role (?:research )?brief|job (?:description|title|posting|ad)|position|role|"
    r"vacancy|title)\s*[:–—-]\s*",
    re.IGNORECASE,
)
_TITLE_LABEL = re.compile(r"^(?:job )?title$|^(?:role|position)$", re.IGNORECASE)
PATH = " › "
"""Between the headings of a section's path."""


@dataclass(frozen=True, slots=True)
class _Heading:
    title: str
    level: int
    line: int
    kind: SectionKind
    audience: Audience


@dataclass(slots=True)
class _Reading:
    """What was read so far: the open headings, and the passages with their section."""

    open: list[_Heading] = field(default_factory=list)
    passages: list[tuple[_Heading, Passage]] = field(default_factory=list)
    weights: dict[str, str] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)


def version_of(markdown: str) -> str:
    """A brief's version: the first 12 hex digits of the SHA-256 of its text."""
    return sha256(markdown.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_brief(identity: str, source: str, markdown: str) -> Role:
    """The role a brief describes; raises NoCriteria where it asks for nothing."""
    entries = outline(markdown)
    title, title_line = _title(entries, identity)
    reading = _Reading()
    for entry in entries:
        _take(reading, entry, title_line)
    passages = tuple(passage for _, passage in reading.passages)
    criteria = criteria_of(passages, reading.weights)
    if not criteria:
        raise NoCriteria(source, LOOKED_FOR, reading.headings)
    return Role(
        id=identity,
        title=title,
        version=version_of(markdown),
        source=source,
        sections=_sections(reading, title, title_line),
        criteria=criteria,
        pay=pay_of(tuple(p for p in passages if p.audience is Audience.CANDIDATE)),
        years=years_of(passages),
    )


def _title(entries: tuple[Entry, ...], identity: str) -> tuple[str, int]:
    """The role's title and its line: the first big heading, a "title:" line, or the first line."""
    for entry in entries:
        if isinstance(entry, Piece) and _TITLE_LABEL.match(entry.label):
            return entry.text.partition(":")[2].strip(), entry.line
        if isinstance(entry, Title) and entry.level < LABEL_LEVEL:
            return _clean(entry.text), entry.line
    return (identity.replace("-", " ").title(), 0)


def _clean(heading: str) -> str:
    """ "Role Research Brief: X" is X, "X at Employer" and "X, Employer" are X too."""
    title = _TITLE_PREFIX.sub("", heading).strip()
    title = re.sub(r"[^\w\s)&+#/.,'’()-]+", "", title).strip()
    title = re.split(r",\s|\s(?:at|–|—|-|\|)\s", title)[0].strip() or title
    words = re.sub(r"\([^)]*\)", "", title)
    return title.title().replace("(M/F/D)", "(m/f/d)") if words.isupper() else title


def _take(reading: _Reading, entry: Entry, title_line: int) -> None:
    match entry:
        case Title(text, level, line):
            if line != title_line:
                _open(reading, text, level, line)
        case Piece():
            _add(reading, entry)


def _open(reading: _Reading, text: str, level: int, line: int) -> None:
    while reading.open and reading.open[-1].level >= level:
        reading.open.pop()
    parent = reading.open[-1] if reading.open else None
    kind = kind_of(text, parent.kind if parent else SectionKind.OTHER)
    audience = audience_of(text, kind, parent.audience if parent else Audience.CANDIDATE)
    if audience is Audience.TEAM and kind not in (SectionKind.SIGNALS, SectionKind.NOTES):
        kind = SectionKind.NOTES
    reading.open.append(_Heading(text, level, line, kind, audience))
    reading.headings.append(text)


_NO_HEADING = _Heading("", 0, 0, SectionKind.FACTS, Audience.CANDIDATE)


def _add(reading: _Reading, piece: Piece) -> None:
    here = reading.open[-1] if reading.open else _NO_HEADING
    if here.audience is Audience.CANDIDATE and here.level and opens_for_team(piece.text):
        here = _for_team(reading, here)
    number = len(reading.passages) + 1
    passage = Passage(
        id=f"p{number}",
        text=piece.text,
        section=PATH.join(heading.title for heading in reading.open),
        line=piece.line,
        audience=here.audience,
        kind=piece.kind,
        section_kind=here.kind,
        label=piece.label,
    )
    reading.passages.append((here, passage))
    if piece.cells:
        reading.weights[passage.id] = weight(piece.cells)


def _for_team(reading: _Reading, here: _Heading) -> _Heading:
    """The section's first words closed it to candidates: what was read of it before, too."""
    closed = replace(here, audience=Audience.TEAM, kind=SectionKind.NOTES)
    reading.open[-1] = closed
    reading.passages = [
        (closed, replace(passage, audience=Audience.TEAM, section_kind=SectionKind.NOTES))
        if heading is here
        else (heading, passage)
        for heading, passage in reading.passages
    ]
    return closed


def _sections(reading: _Reading, title: str, title_line: int) -> tuple[Section, ...]:
    sections: list[Section] = []
    for (heading, path), group in groupby(
        reading.passages, key=lambda pair: (pair[0], pair[1].section)
    ):
        passages = tuple(passage for _, passage in group)
        sections.append(
            Section(
                title=heading.title or title,
                path=path or title,
                line=heading.line or title_line,
                kind=heading.kind,
                audience=heading.audience,
                passages=tuple(
                    passage if passage.section else replace(passage, section=title)
                    for passage in passages
                ),
            )
        )
    return tuple(sections)
