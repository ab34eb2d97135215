"""Candidates side by side: whom the team means, by which requirements, and how it is said."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from bot.answers.heard import about
from bot.core.messages import Aside, Block, Heading, Link, Pairs, Quote, Text
from bot.core.screening.screening import Stage
from bot.core.team.comparing import Compared, Comparison, compared
from bot.core.wording import candidates as words
from bot.dialogues.candidates.finding import codes_of, entry_named, screened
from bot.dialogues.candidates.levels import as_read_by, reader
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn
from bot.ports import Entry, Ports

ROWS = 15
"""How many requirements a chat shows; the web page shows all."""
PEOPLE = 6
"""How many candidates a chat shows side by side."""
QUOTED_ROWS = 3
"""Up to so many requirements are shown with the candidates' words."""

_ON = re.compile(r"\s+(?:on|about|for|by|regarding|in terms of)\s+(?P<on>.+)$", re.IGNORECASE)
_ALL = re.compile(
    r"(?:(?:all|the|all (?:of )?the|our|these|those)\s+)?"
    r"(?:everybody|everyone|all|them|(?:all )?(?:candidates|applicants|screenings|people))"
    r"(?: so far)?",
    re.IGNORECASE,
)


def compare(request: Request) -> Turn | None:
    """The turn for “compare …”; None where no candidate is meant by it."""
    whom, on = _parted(request.rest)
    if not whom:
        return turn((Text(words.COMPARE_WHOM),))
    if _ALL.fullmatch(whom):
        role = request.role
        if role is None:
            return request.ask_role()
        return turn(everybody(request.ports, role.id, on, reader(request)))
    codes = codes_of(request.ports, whom)
    if not codes:
        return None  # whatever is to be compared, it is no candidate
    role_id = request.role.id if request.role else ""
    return turn(some(request.ports, codes, role_id, on, reader(request)))


def _parted(rest: str) -> tuple[str, str]:
    """Whom and by what: “7F3 with 2B1 on security” gives “7F3 with 2B1” and “security”."""
    found = _ON.search(rest)
    whom = rest[: found.start()] if found else rest
    return whom.strip(), found["on"].strip() if found else ""


def everybody(
    ports: Ports, role: str, on: str = "", person: str | None = None
) -> tuple[Block, ...]:
    """Everybody who finished a screening for a role, but for trials.

    Here and below, `person` reads it alone, "" where several do, None at the machine itself.
    """
    found = of_role(ports, role, on=on, person=person)
    if found is None:
        return (Text(words.COMPARE_NOBODY),)
    return blocks(found, on, ports)


def some(
    ports: Ports, named: Sequence[str], role: str = "", on: str = "", person: str | None = None
) -> tuple[Block, ...]:
    """These candidates; raises UnknownScreening, NotSummarized."""
    entries = [entry_named(ports, one, role) for one in dict.fromkeys(named)]
    other = next((one for one in entries if one.role != entries[0].role), None)
    if other:
        return (Text(words.OTHER_ROLES.format(one=entries[0].pseudonym, other=other.pseudonym)),)
    if len(entries) < 2:
        return (Text(words.COMPARE_ONE.format(pseudonym=entries[0].pseudonym)),)
    return blocks(_filtered(_compared(ports, entries, person), on), on, ports)


def of_role(
    ports: Ports,
    role: str,
    named: Sequence[str] = (),
    on: str = "",
    person: str | None = None,
) -> Comparison | None:
    """The named screenings of a role (by id), or all that are finished; None where there is none.

    With `on`, only the requirements that are about it; a name that is unknown is left out.
    """
    every = ports.screenings.entries(role)
    meant = [entry for entry in every if entry.id in named] if named else list(every)
    shown = [one for one in meant if _is_shown(ports, one, bool(named))]
    if not shown:
        return None
    real = [entry for entry in meant if named or not entry.trial]
    return _filtered(_compared(ports, shown, person, len(real) - len(shown)), on)


def _is_shown(ports: Ports, entry: Entry, by_name: bool) -> bool:
    stage = ports.screenings.state(entry.id).stage
    if by_name:
        return stage in (Stage.NOTICE, Stage.TALKING, Stage.FINISHED)
    return stage is Stage.FINISHED and not entry.trial


def _compared(
    ports: Ports, entries: Sequence[Entry], person: str | None, left_out: int = 0
) -> Comparison:
    found = [screened(ports, entry) for entry in entries]
    if person is not None:
        found = [as_read_by(ports, one, person) for one in found]
    return compared(found, left_out)


def _filtered(found: Comparison, on: str) -> Comparison:
    """The rows about what is asked for: each holds all of it, or another name."""
    if not on:
        return found
    return found.only(about(on, [row.criterion.text for row in found.rows]))


def blocks(found: Comparison, on: str, ports: Ports) -> tuple[Block, ...]:
    """A comparison as every channel can say it."""
    if not found.rows:
        return (Text(words.no_such_requirement(on)),)
    quoted = bool(on) and len(found.rows) <= QUOTED_ROWS
    rows = (block for row in found.rows[:ROWS] for block in _row(found, row, quoted))
    return (
        Heading(words.title(found.role_title)),
        Aside(words.COMPARE_ORDER),
        *rows,
        *_foot(found, quoted),
        Link(words.COMPARE_PAGE, ports.page_link(compare_path(found.role))),
    )


def compare_path(role: str) -> str:
    """Where the page of a role's comparison stands."""
    return f"/roles/{quote(role)}/compare"


def _row(found: Comparison, row: Compared, quoted: bool) -> tuple[Block, ...]:
    """One requirement: a line for each candidate, and their words where there is room."""
    shown = list(zip(found.people, row.cells, strict=True))[:PEOPLE]
    levels = tuple(
        (one.summary.pseudonym, cell.rating.words if cell else words.NOT_BY_THIS_BRIEF)
        for one, cell in shown
    )
    quotes = tuple(
        Quote(one.shown(said), one.summary.pseudonym)
        for one, cell in shown
        if cell and quoted
        for said in cell.rating.quotes
    )
    return (Text(row.criterion.text), Pairs(levels), *quotes)


def _foot(found: Comparison, quoted: bool) -> tuple[Block, ...]:
    notes = (
        (len(found.rows) > ROWS, words.more_rows(len(found.rows) - ROWS)),
        (len(found.people) > PEOPLE, words.more_people(len(found.people) - PEOPLE)),
        (found.left_out > 0, words.unfinished(found.left_out)),
        (not quoted, words.COMPARE_QUOTES),
    )
    return tuple(Aside(note) for applies, note in notes if applies)
