"""The candidate whom the team means, and what their screening showed."""

import re
from collections.abc import Sequence

from bot.core.errors import NotSummarized, UnknownScreening
from bot.core.fit.summary import FitSummary, summarize
from bot.core.screening.events import Event
from bot.core.screening.evolution import replayed
from bot.core.screening.screening import Stage
from bot.core.team.record import record
from bot.core.team.review import review
from bot.core.team.screened import Screened
from bot.dialogues.screening.session import kit_of, role_of, role_then
from bot.ports import Entry, Ports

_CODE = re.compile(r"(?<![\w-])(?P<whole>[Cc]andidate\s+)?(?P<code>[A-Za-z0-9]{3,16})(?![\w-])")
_BETWEEN = re.compile(
    r"\s*(?:[,&;]|\b(?:and|with|to|versus|against)\b|\bvs?\b\.?)\s*", re.IGNORECASE
)

WHOM = r"(?P<whom>(?:candidate )?[\w-]{2,40})"
"""Where a candidate may stand in a command; `is_meant` says whether one does."""

STOPPED = {
    Stage.WITHDRAWN: "withdrew",
    Stage.EXPIRED: "did not finish in time",
    Stage.ANOTHER_WAY: "asked for another way than the chat",
}
"""Where nothing is summarized, and why, as the candidate was promised."""


def entry_named(ports: Ports, named: str, role: str = "") -> Entry:
    """The screening with this id or pseudonym; raises UnknownScreening.

    Pseudonyms are unique in a role only: one of `role` is meant before one of another.
    """
    wanted = re.sub(r"^candidate\s+", "", named.strip(), flags=re.IGNORECASE)
    found = ports.screenings.named((wanted,))
    if not found:
        raise UnknownScreening(named)
    return min(found, key=lambda one: one.role != role)


def entry_by_id(ports: Ports, screening: str) -> Entry:
    """The screening with exactly this id; raises UnknownScreening."""
    for entry in ports.screenings.named((screening,)):
        if entry.id == screening:
            return entry
    raise UnknownScreening(screening)


def code_of(entry: Entry) -> str:
    """A pseudonym without the word in front: “7F3”."""
    return entry.pseudonym.removeprefix("Candidate ")


def named_in(ports: Ports, text: str) -> tuple[str, ...]:
    """The codes of screenings that a text names, each once, in its order.

    One without a digit is a word too, and counts in capitals or behind “Candidate” alone. Behind it
    a code that nobody has counts as well: it is meant as one.
    """
    meant = [match for match in _CODE.finditer(text) if match["whole"] or _looks_it(match["code"])]
    known = _known(ports, [match["code"] for match in meant])
    found = (_code(match, known) for match in meant)
    return tuple(dict.fromkeys(code for code in found if code))


def codes_of(ports: Ports, listed: str) -> tuple[str, ...]:
    """The codes in a list such as “7F3, candidate 2B1 and K2M”; nothing where it lists no codes.

    A code that nobody has is given back as well where it looks like one, or beside one that is.
    """
    pieces = [piece for piece in _BETWEEN.split(listed.strip(" ?!.")) if piece]
    found = [_CODE.fullmatch(piece.strip()) for piece in pieces]
    codes = [one["code"] for one in found if one]
    known = _known(ports, codes)
    is_meant = any(code.upper() in known or code == code.upper() for code in codes)
    return tuple(dict.fromkeys(c.upper() for c in codes)) if is_meant and all(found) else ()


def is_meant(ports: Ports, whom: str | None) -> bool:
    """Whether a word of a command stands for a candidate: by a code, or by a name nobody has here.

    “note Robin: …” is no question about the role, and “tell me: …” is no command. Nobody named is
    the candidate whose card stands above.
    """
    if not whom:
        return True
    looks_it = len(whom) > 2 and (whom[0].isupper() or any(map(str.isdigit, whom)))
    return looks_it or " " in whom or bool(_known(ports, [whom]))


def _known(ports: Ports, codes: Sequence[str]) -> set[str]:
    """Those of the codes that somebody has, in capitals."""
    return {code_of(entry).upper() for entry in ports.screenings.named(codes)} if codes else set()


def _looks_it(said: str) -> bool:
    return said == said.upper() or any(map(str.isdigit, said))


def _code(found: re.Match[str], known: set[str]) -> str:
    """The code of words that look like one, or stand behind “Candidate”; "" where none is meant."""
    code = found["code"].upper()
    return code if code in known or (found["whole"] and _looks_it(found["code"])) else ""


def summary_of(ports: Ports, named: str, role: str = "") -> FitSummary:
    """The fit summary of the screening with this id or pseudonym; raises UnknownScreening.

    One that was withdrawn, closed unfinished or left for another way raises NotSummarized, as the
    candidate was promised; one whose role was taken out raises UnknownRole.
    """
    return screened(ports, entry_named(ports, named, role)).summary


def screened(ports: Ports, entry: Entry) -> Screened:
    """What is known of a screening; raises NotSummarized, UnknownRole and UnknownScreening."""
    return screened_so_far(ports, entry, ports.screenings.events(entry.id))


def screened_so_far(ports: Ports, entry: Entry, events: tuple[Event, ...]) -> Screened:
    """The same after these events of its log; raises the same."""
    screening = replayed(entry.id, events)
    if not screening.number:  # it was erased a moment ago
        raise UnknownScreening(entry.pseudonym)
    if screening.stage in STOPPED:
        raise NotSummarized(entry.pseudonym, STOPPED[screening.stage])
    role = role_of(ports, entry.role)
    kit = kit_of(ports, screening, role)
    summary = summarize(role, kit, screening, role_then(ports, role, screening))
    name = ports.name_of(entry.id)
    added = review(events)
    return Screened(summary, record(kit, events), name, added, resume=screening.resume)
