"""A recruiter edits a kit in words: each change is checked, kept with who and when, and shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core.errors import KitNotChanged
from bot.core.kits import changes as change
from bot.core.kits.edits import NO_EDITS, Edits, edited, edits_for
from bot.core.kits.kit import Kit, Question, letter, make_kit
from bot.core.messages import (
    Aside,
    Block,
    Choice,
    Choices,
    Citation,
    Items,
    Pairs,
    Quote,
    Sources,
    Text,
)
from bot.core.roles import CriterionKind, Role
from bot.core.wording import editing as words
from bot.core.wording import kits as shown
from bot.dialogues.kits import showing as kits
from bot.dialogues.kits.kit_checks import checked, criterion_meant, level_named, part_named
from bot.dialogues.kits.kit_words import Asked, Edit, read
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import present_kit
from bot.dialogues.turn import Turn, turn
from bot.ports import EditKit

_NEXT = Choices(
    (
        Choice("Show the kit", "show the kit", primary=True),
        Choice("Approve the kit", "approve the kit"),
    )
)


@dataclass(frozen=True, slots=True)
class _Case:
    """A change that is asked for, to the kit of a role as it is now."""

    role: Role
    kit: Kit
    asked: Asked


@dataclass(frozen=True, slots=True)
class _Change:
    """A kit as it was changed: what is said about it, and what was done, in a few words."""

    kit: Kit
    said: tuple[Block, ...]
    what: str


def handle(request: Request) -> Turn | None:
    """The turn for a message that edits the kit, or asks how; None for any other message.

    The role is the chat's or the place's: a role's title in a new wording means nothing.
    """
    asked = read(request.incoming.text)
    if asked is None:
        return None
    silent = replace(request, incoming=replace(request.incoming, text=""))
    role = silent.role
    if role is None:
        return request.ask_role()
    try:
        return _answered(request, role, asked)
    except KitNotChanged as error:
        return turn((Text(str(error)),))


def _answered(request: Request, role: Role, asked: Asked) -> Turn:
    kit = present_kit(request.ports, role)
    match asked.edit:
        case Edit.HELP:
            return turn((Text(words.EDIT_INTRO), Items(words.EDIT_HELP)))
        case Edit.HISTORY:
            return turn(kits.changes(request.ports, role))
        case Edit.SHOW:
            return turn(_question(role, kit, asked.number))
        case _:
            return _kept(request, role, _ACTS[asked.edit](_Case(role, kit, asked)))


def _question(role: Role, kit: Kit, number: int) -> tuple[Block, ...]:
    """A question with everything in it, and where the brief's line among its anchors stands."""
    question = change.asked(kit, number)
    return (
        Text(words.about(number, question.criterion.text, question.criterion.line)),
        Quote(question.text),
        Text(words.FOLLOW_UPS),
        Pairs(tuple((part.value, text) for part, text in question.probes)),
        Text(words.ANCHORS),
        Pairs(tuple((f"{int(at)} {at.words}", text) for at, text in question.anchors)),
        *_told_to_the_team(role, question),
        Aside(words.ANCHORS_READ),
        Choices((Choice(words.EDIT_THIS, f"edit question {number}"),)),
    )


def _told_to_the_team(role: Role, question: Question) -> tuple[Block, ...]:
    lines = tuple(
        Citation(one.section, one.line, one.text, role.version)
        for one in role.of_kind(CriterionKind.SIGNAL)
        if any(one.text in text for _, text in question.anchors)
    )
    return (Sources(lines),) if lines else ()


def _kept(request: Request, role: Role, made: _Change) -> Turn:
    """The change with what there is to mend in it, kept; or why it may not be made."""
    ports, by = request.ports, request.incoming
    before = ports.kits.edits(role.id)
    edits = NO_EDITS if made.what == words.WHAT_ALL_RESET else edits_for(role, made.kit, before)
    if edits == before:
        return turn((Text(words.SAME),))
    kit = edited(role, edits)
    refused, advice = checked(edited(role, before), kit)
    if refused:
        return turn((Text(words.BARRED_INTRO), Items(tuple(map(shown.refused, refused)))))
    mend = (Text(words.MEND_INTRO), Items(tuple(map(shown.advice, advice)))) if advice else ()
    after = len(ports.kits.history(role.id))
    keep = EditKit(kit, edits, after, made.what, by.person, by.at, by.name)
    told = kits.state(ports, role, kit)
    return turn((*made.said, *mend, *told, Aside(words.RUNNING), _NEXT), keep)


def _now(intro: str, text: str, *more: Block) -> tuple[Block, ...]:
    return (Text(intro), Quote(text), *more)


def _reword(case: _Case) -> _Change:
    number = case.asked.number
    kit = change.reworded(case.kit, number, case.asked.text)
    said = _now(words.now_question(number), change.asked(kit, number).text)
    return _Change(kit, said, words.what_reworded(number))


def _probe(case: _Case) -> _Change:
    number, part = case.asked.number, part_named(case.asked.name)
    kit = change.probed(case.kit, number, part, case.asked.text)
    text = change.asked(kit, number).probe(part)
    said = _now(words.now_probe(part.value, number), text)
    return _Change(kit, said, words.what_probe(part.value, number))


def _anchor(case: _Case) -> _Change:
    number, level = case.asked.number, level_named(case.asked.name)
    kit = change.anchored(case.kit, number, level, case.asked.text)
    text = dict(change.asked(kit, number).anchors)[level]
    said = _now(words.now_anchor(level.words, number), text, Aside(words.ANCHORS_READ))
    return _Change(kit, said, words.what_anchor(level.words, number))


def _add(case: _Case) -> _Change:
    criterion, text = criterion_meant(case.role, case.kit, case.asked.text)
    kit = change.with_question(case.kit, criterion, text, make_kit(case.role))
    number = len(kit.questions)
    said = _now(words.now_question(number), kit.questions[-1].text, Aside(shown.takes(kit.minutes)))
    return _Change(kit, said, words.what_added(criterion.text))


def _remove(case: _Case) -> _Change:
    number = case.asked.number
    gone = change.asked(case.kit, number).criterion
    kit = change.without_question(case.kit, number)
    essential = gone.kind is CriterionKind.ESSENTIAL
    said = Text(words.removed_question(number, gone.text, essential, len(kit.questions)))
    return _Change(kit, (said, Aside(shown.takes(kit.minutes))), words.what_removed(gone.text))


def _move(case: _Case) -> _Change:
    number, to = case.asked.number, case.asked.to
    kit = change.moved(case.kit, number, to)
    return _Change(kit, (Text(words.moved(number, to)),), words.what_moved(number, to))


def _reset(case: _Case) -> _Change:
    number = case.asked.number
    kit = change.as_made(case.kit, number, make_kit(case.role))
    said = _now(words.now_question(number), change.asked(kit, number).text)
    return _Change(kit, said, words.what_reset(number))


def _reset_all(case: _Case) -> _Change:
    return _Change(edited(case.role, Edits()), (Text(words.KIT_RESET),), words.WHAT_ALL_RESET)


def _add_gate(case: _Case) -> _Change:
    kit = change.with_gate(case.kit, case.asked.text)
    return _gate_now(kit, len(kit.gates) - 1, words.what_gate_added)


def _change_gate(case: _Case) -> _Change:
    at = change.gate_named(case.kit, case.asked.name)
    kit = change.with_other_gate(case.role, case.kit, case.asked.name, case.asked.text)
    return _gate_now(kit, at, words.what_gate_changed)


def _gate_now(kit: Kit, at: int, what: Callable[[str], str]) -> _Change:
    gate = kit.gates[at]
    met = words.YES_IS_MET if gate.least is None else words.years_met(gate.least)
    said = _now(words.now_gate(letter(at)), gate.text, Aside(met))
    return _Change(kit, said, what(gate.criterion))


def _remove_gate(case: _Case) -> _Change:
    at = change.gate_named(case.kit, case.asked.name)
    need, others = case.kit.gates[at].criterion, at < len(case.kit.gates) - 1
    kit = change.without_gate(case.kit, case.asked.name)
    said = Text(words.removed_gate(letter(at), need, others))
    return _Change(kit, (said,), words.what_gate_removed(need))


_Act = Callable[[_Case], _Change]
_ACTS: dict[Edit, _Act] = {
    Edit.REWORD: _reword,
    Edit.PROBE: _probe,
    Edit.ANCHOR: _anchor,
    Edit.ADD: _add,
    Edit.REMOVE: _remove,
    Edit.MOVE: _move,
    Edit.RESET: _reset,
    Edit.RESET_ALL: _reset_all,
    Edit.ADD_GATE: _add_gate,
    Edit.CHANGE_GATE: _change_gate,
    Edit.REMOVE_GATE: _remove_gate,
}
