"""The forms of a card's buttons: why somebody decides, what else to ask, their own levels.

What is filled in is said as typed words.
"""

from bot.core import forms
from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.forms import Entered, Entry, Field, Filled, Form, Wanted
from bot.core.messages import Aside, Incoming, Text
from bot.core.wording import card as buttons
from bot.core.wording import deciding as about_length
from bot.core.wording import fit
from bot.core.wording import forms as words
from bot.dialogues.candidates import asking_more, deciding, level_form
from bot.dialogues.candidates.case import Case, meant
from bot.dialogues.recruiting.request import Request
from bot.ports import Ports

_BUTTONS = {"advance": buttons.ADVANCE, "hold": buttons.HOLD, "decline": buttons.DECLINE}


def form(ports: Ports, wanted: Wanted, incoming: Incoming) -> Form | None:
    """The form of a step on a card; None where the step cannot be taken or it is open on whom."""
    request = Request(ports, incoming, ports.conversations.get(incoming.conversation), "")
    try:
        case = meant(request, wanted.whom)
    except (UnknownRole, UnknownScreening):
        return None  # the words are said instead, and answered with the reason
    if not isinstance(case, Case):
        return None
    match wanted.name:
        case forms.DECIDE:
            return _decide(case, wanted.verdict)
        case forms.UNDO:
            return _undo(case)
        case forms.RATE:
            return _rate(case)
        case _:
            return _more(case)


def filled(entered: Entered) -> Filled:
    """The words that somebody would have typed, or what is missing."""
    begins = entered.about.get("said", "")
    if not begins:
        return Filled()
    if entered.name == forms.RATE:
        return level_form.filled(entered, begins)
    said = " ".join(entered.values.get(forms.STEP_FIELD, "").split())
    wrong = _wrong_question(said) if entered.name == forms.MORE else _wrong_reason(said)
    if wrong:
        return Filled(errors={forms.STEP_FIELD: wrong})
    # Without a role of its own it is said where the button stands: in the card's thread.
    return Filled((f"{begins}{said}",))


def _wrong_reason(said: str) -> str:
    if not deciding.is_said(said):
        return words.WHY_MISSING
    longest = deciding.REASON_LENGTH
    return about_length.too_long(longest) if len(said) > longest else ""


def _wrong_question(said: str) -> str:
    if not deciding.is_said(said):
        return words.MORE_MISSING
    longest = asking_more.LONGEST
    return about_length.too_long(longest) if len(said) > longest else asking_more.may_not(said)


def _decide(case: Case, verdict: str) -> Form | None:
    if deciding.refused(case, verdict):
        return None
    label = _BUTTONS[verdict]
    said = f"decide {case.pseudonym}: {verdict} because "
    return _form(case, Form(forms.DECIDE, label, label, (Aside(words.KEPT),), (_why(),)), said)


def _undo(case: Case) -> Form | None:
    if case.screening.decision is None:
        return None
    above = (Aside(words.UNDO_KEPT),)
    drawn = Form(forms.UNDO, words.UNDO, words.UNDO_DO, above, (_why(),))
    return _form(case, drawn, f"undo {case.pseudonym}: ")


def _more(case: Case) -> Form | None:
    if asking_more.refused(case):
        return None
    question = Field(
        forms.STEP_FIELD, words.MORE, Entry.TEXT, required=True, longest=asking_more.LONGEST
    )
    drawn = Form(forms.MORE, buttons.ASK, words.MORE_DO, (Aside(words.MORE_KEPT),), (question,))
    return _form(case, drawn, f"ask one more {case.pseudonym}: ")


def _rate(case: Case) -> Form | None:
    fields = level_form.fields(case)
    if not fields:
        return None
    drawn = Form(forms.RATE, buttons.RATE, words.RATE_DO, (Aside(words.RATE_ONCE),), fields)
    return _form(case, drawn, f"rate {case.pseudonym}: ")


def _why() -> Field:
    longest = deciding.REASON_LENGTH
    return Field(forms.STEP_FIELD, words.WHY, Entry.TEXT, required=True, longest=longest)


def _form(case: Case, drawn: Form, said: str) -> Form:
    """The form, with whom it is about, and how the words begin that it says."""
    role = case.ports.roles.get(case.entry.role)
    title = Text(fit.title(case.pseudonym, role.title if role else case.entry.role))
    return Form(
        drawn.name,
        drawn.title,
        drawn.submit,
        (title, *drawn.intro),
        drawn.fields,
        {"said": said},
    )
