"""One change to a kit at a time, as a recruiter asks for it: each gives the kit that comes of it.

What does not exist or cannot be is a `KitNotChanged`, in words that say what there is.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.core.errors import KitNotChanged
from bot.core.kits.kit import LETTERS, Gate, Kit, Question, letter, made_question, make_kit
from bot.core.ratings import Level, Part
from bot.core.roles import Criterion, Role
from bot.core.wording import asking
from bot.core.wording import editing as words

LONGEST = 600
"""The most characters of a question, a probe, an anchor or a gate."""
_YEARS = re.compile(
    r"(?:at least |minimum (?:of )?)?(?P<least>\d{1,2})\s*\+?\s*(?:or more )?(?:years?|yrs?)"
    r"(?: or more)?(?:\s+(?:of |in |as )?(?P<of>.+?))?[.?!]*",
    re.IGNORECASE,
)


def asked(kit: Kit, number: int) -> Question:
    """The question with this number from 1; raises KitNotChanged."""
    if not 1 <= number <= len(kit.questions):
        raise KitNotChanged(words.no_question(number, len(kit.questions)))
    return kit.questions[number - 1]


def gate_named(kit: Kit, name: str) -> int:
    """The position of the gate with this letter, from 0; raises KitNotChanged."""
    names = [letter(position) for position in range(len(kit.gates))]
    if name.upper() not in names:
        raise KitNotChanged(words.no_gate(name, names))
    return names.index(name.upper())


def fitting(text: str) -> str:
    """A text as it is kept, on one line; raises KitNotChanged where it is empty or too long."""
    line = " ".join(text.split())
    if not any(one.isalnum() for one in line):
        raise KitNotChanged(words.NO_WORDS)
    if len(line) > LONGEST:
        raise KitNotChanged(words.too_long(len(line), LONGEST))
    return line


def reworded(kit: Kit, number: int, text: str) -> Kit:
    """The kit with another wording of a question."""
    said = fitting(text)
    return _with(kit, number, lambda question: replace(question, text=said))


def probed(kit: Kit, number: int, part: Part, text: str) -> Kit:
    """The kit with another follow-up for what can be missing from an answer."""
    said = fitting(text)
    return _with(
        kit,
        number,
        lambda question: replace(
            question,
            probes=tuple((one, said if one is part else was) for one, was in question.probes),
        ),
    )


def anchored(kit: Kit, number: int, level: Level, text: str) -> Kit:
    """The kit with another description of what an answer at a level looks like."""
    said = fitting(text)
    return _with(
        kit,
        number,
        lambda question: replace(
            question,
            anchors=tuple((one, said if one is level else was) for one, was in question.anchors),
        ),
    )


def as_made(kit: Kit, number: int, made: Kit | None = None) -> Kit:
    """The kit with a question as the brief gives it; `made` is the kit that the brief gives."""
    return _with(kit, number, lambda question: _made(made, number, question.criterion))


def _made(made: Kit | None, number: int, criterion: Criterion) -> Question:
    """The question as it stands in the brief's own kit, or as one for a requirement beside it."""
    known = {one.criterion.id: one for one in made.questions} if made else {}
    question = known.get(criterion.id)
    return replace(question, id=f"q{number}") if question else made_question(number, criterion)


def _with(kit: Kit, number: int, change: Callable[[Question], Question]) -> Kit:
    mine = asked(kit, number)
    return replace(kit, questions=tuple(change(q) if q is mine else q for q in kit.questions))


def with_question(kit: Kit, criterion: Criterion, text: str = "", made: Kit | None = None) -> Kit:
    """The kit with a question more, as the last one; `made` is the kit that the brief gives."""
    for number, question in enumerate(kit.questions, 1):
        if question.criterion.id == criterion.id:
            raise KitNotChanged(words.asked_already(criterion.text, number))
    more = _made(made, len(kit.questions) + 1, criterion)
    longer = _numbered(kit, (*kit.questions, more))
    return reworded(longer, len(longer.questions), text) if text else longer


def without_question(kit: Kit, number: int) -> Kit:
    """The kit with a question less."""
    gone = asked(kit, number)
    if len(kit.questions) == 1:
        raise KitNotChanged(words.LAST_QUESTION)
    return _numbered(kit, tuple(one for one in kit.questions if one is not gone))


def moved(kit: Kit, number: int, to: int) -> Kit:
    """The kit with a question in another place."""
    moving, _ = asked(kit, number), asked(kit, to)
    others = [one for one in kit.questions if one is not moving]
    return _numbered(kit, (*others[: to - 1], moving, *others[to - 1 :]))


def _numbered(kit: Kit, questions: tuple[Question, ...]) -> Kit:
    numbered = tuple(replace(one, id=f"q{number}") for number, one in enumerate(questions, 1))
    return replace(kit, questions=numbered)


def with_gate(kit: Kit, text: str) -> Kit:
    """The kit with a gate more. `text` is its question, or what is needed: “5 years of baking”."""
    if len(kit.gates) >= len(LETTERS):
        raise KitNotChanged(words.too_many_gates(len(LETTERS)))
    taken = {gate.id for gate in kit.gates}
    return replace(kit, gates=(*kit.gates, gate_of(text, taken)))


def without_gate(kit: Kit, name: str) -> Kit:
    """The kit with a gate less."""
    gone = kit.gates[gate_named(kit, name)]
    return replace(kit, gates=tuple(gate for gate in kit.gates if gate is not gone))


def with_other_gate(role: Role, kit: Kit, name: str, text: str) -> Kit:
    """The kit with another wording, or other years, for a gate."""
    was = kit.gates[gate_named(kit, name)]
    mine = gate_of(text, set())
    kept = replace(mine, id=was.id, line=was.line)
    if mine.least is None and was.least is not None:
        kept = replace(kept, least=was.least, criterion=was.criterion)
    elif mine.least is None and was.id in {gate.id for gate in make_kit(role).gates}:
        kept = replace(kept, criterion=was.criterion)
    return replace(kit, gates=tuple(kept if gate is was else gate for gate in kit.gates))


def gate_of(text: str, taken: set[str]) -> Gate:
    """A gate from its question, or from what is needed; raises KitNotChanged.

    Years make a gate that a number answers; everything else is answered by yes or no.
    """
    said = fitting(text)
    years = _YEARS.fullmatch(said)
    if years:
        least, of = int(years["least"]), years["of"] or ""
        need = asking.job_years_criterion(least, of)
        return Gate(_identity(need, taken), asking.job_years_gate(least, of), need, least, 0)
    need = said.rstrip(".")
    question = said if said.endswith("?") else asking.job_gate(need)
    return Gate(_identity(need, taken), question, need, None, 0)


def _identity(need: str, taken: set[str]) -> str:
    slug = "-".join(["own", *(re.findall(r"[a-z0-9]+", need.casefold())[:5] or ["gate"])])
    names = (slug, *(f"{slug}-{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)
