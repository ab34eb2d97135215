"""The forms of a kit: one question with all its parts, all questions at once, and the sign-off.

What is filled in is said as the typed words that edit a kit. A form carries the kit's version, so
two people on one kit do not undo each other.
"""

from bot.core import forms
from bot.core.errors import KitNotChanged
from bot.core.forms import Entered, Entry, Field, Filled, Form
from bot.core.kits import changes as change
from bot.core.kits.kit import Kit
from bot.core.messages import Aside, Text
from bot.core.roles import Role
from bot.core.wording import forms as words
from bot.core.wording import kits as shown
from bot.dialogues.kits import showing
from bot.dialogues.kits.kit_checks import checked, level_named, part_named
from bot.dialogues.screening.session import present_kit
from bot.ports import Ports

_SIGN = "approve"


def sign(ports: Ports, role: Role) -> Form:
    """The kit as it is read before it is signed off."""
    about = {"role": role.id, "version": present_kit(ports, role).version}
    return Form(forms.SIGN, words.SIGN, words.SIGN_DO, showing.shown(ports, role), about=about)


def signed(entered: Entered) -> Filled:
    """The words that sign a kit off as it was read."""
    version = entered.about.get("version", "")
    return Filled((f"approve the kit {version}",), entered.about.get("role", ""))


def whole(ports: Ports, role: Role) -> Form:
    """All questions, and the box that signs them off where they are not signed."""
    kit = present_kit(ports, role)
    approval = ports.kits.approved(role.id)
    is_signed = approval is not None and approval.version == kit.version
    questions = tuple(
        _text(f"q{number}", words.question(number), question.text)
        for number, question in enumerate(kit.questions, 1)
    )
    box = () if is_signed else (Field(_SIGN, words.APPROVE, Entry.TOGGLE),)
    state = (Aside(words.SIGNED),) if is_signed else ()
    intro = (Text(role.title), *state, Aside(words.EDIT_MORE))
    about = {"role": role.id, "version": kit.version}
    return Form(forms.KIT, words.KIT, words.SAVE, intro, (*questions, *box), about)


def whole_filled(ports: Ports, entered: Entered) -> Filled:
    """The words that change each question that was touched, and sign the kit off as it is then."""
    role = ports.roles.get(entered.about.get("role", ""))
    if role is None:
        return Filled(errors={"q1": words.MEANWHILE})
    kit, touched = present_kit(ports, role), _touched(entered)
    signs = entered.values.get(_SIGN) == forms.YES
    if not touched and not signs:
        return Filled(errors={"q1": words.SAME})
    if kit.version != entered.about.get("version") and not _stands(kit, touched):
        return Filled(errors={"q1": words.MEANWHILE})
    errors = {f"q{n}": why for n, text in touched.items() if (why := _wrong(kit, n, "text", text))}
    if errors:
        return Filled(errors=errors)
    texts = [_typed(number, "text", text) for number, text in touched.items()]
    for number, text in touched.items():
        kit = change.reworded(kit, number, text)
    return Filled((*texts, *((f"approve the kit {kit.version}",) if signs else ())), role.id)


def question(ports: Ports, role: Role, number: int) -> Form | None:
    """One question with its follow-ups and anchors; None where there is none of this number."""
    kit = present_kit(ports, role)
    try:
        one = change.asked(kit, number)
    except KitNotChanged:
        return None
    fields = (
        _text("text", words.QUESTION, one.text),
        *(_text(f"follow-up {p.value}", words.follow_up(p.value), text) for p, text in one.probes),
        *(
            _text(f"anchor {int(at)}", words.anchor(int(at), at.words), text)
            for at, text in one.anchors
        ),
    )
    about = {"role": role.id, "version": kit.version, "number": str(number)}
    intro = (Text(f"{role.title}: {one.criterion.text}"),)
    return Form(forms.QUESTION, words.EDIT, words.SAVE, intro, fields, about)


def question_filled(ports: Ports, entered: Entered) -> Filled:
    """The words that change each part that was touched."""
    role = ports.roles.get(entered.about["role"])
    if role is None:
        return Filled(errors={"text": words.MEANWHILE})
    kit, number = present_kit(ports, role), int(entered.about["number"])
    if not entered.touched:
        return Filled(errors={"text": words.SAME})
    if kit.version != entered.about["version"]:
        return Filled(errors={next(iter(sorted(entered.touched))): words.MEANWHILE})
    texts: list[str] = []
    errors: dict[str, str] = {}
    for name in sorted(entered.touched, key=list(entered.values).index):
        wrong = _wrong(kit, number, name, entered.values[name])
        errors |= {name: wrong} if wrong else {}
        texts.append(_typed(number, name, entered.values[name]))
    return Filled(errors=errors) if errors else Filled(tuple(texts), role.id)


def _text(name: str, label: str, value: str) -> Field:
    return Field(name, label, Entry.TEXT, value, required=True, longest=change.LONGEST)


def _touched(entered: Entered) -> dict[int, str]:
    """The new words of each question that was touched, by its number."""
    named = [one for one in entered.values if one in entered.touched and one[1:].isdecimal()]
    return {int(one[1:]): " ".join(entered.values[one].split()) for one in named}


def _stands(kit: Kit, touched: dict[int, str]) -> bool:
    """Whether the kit asks all this already, as after the same form was handed in before."""
    now = dict(enumerate((question.text for question in kit.questions), 1))
    return all(now.get(number) == text for number, text in touched.items())


def _typed(number: int, name: str, text: str) -> str:
    """What somebody would type to change this part of a question."""
    said = " ".join(text.split())
    if name == "text":
        return f"change question {number}: {said}"
    return f"change {name} of question {number}: {said}"


def _wrong(kit: Kit, number: int, name: str, text: str) -> str:
    """Why a part of a question cannot be changed to this; "" where it can."""
    what, _, which = name.partition(" ")
    try:
        match what:
            case "follow-up":
                changed = change.probed(kit, number, part_named(which), text)
            case "anchor":
                changed = change.anchored(kit, number, level_named(which), text)
            case _:
                changed = change.reworded(kit, number, text)
    except KitNotChanged as error:
        return str(error)
    refused, _advice = checked(kit, changed)
    return shown.refused(refused[0]) if refused else ""
