"""The dialogs as Teams draws them: Adaptive Cards with inputs, in the answer to an invoke: pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.teams import dialog_words as words
from bot.channels.teams.card import CARD_BYTES, DIALOG, STEP, Json, elements, one_card, size
from bot.channels.teams.markdown import inert, one_line
from bot.core.forms import Form
from bot.core.messages import Block, Choices, Text
from bot.dialogues.recruiting.forms import KitForm

NAME = 80
"""The most characters of a candidate's name."""
QUESTION = 500
"""The most characters of a question in a form."""


def said(text: str) -> Json:
    """A dialog that closes with one sentence."""
    return {"task": {"type": "message", "value": text}}


def told(kind: str, blocks: tuple[Block, ...]) -> Json:
    """A dialog with the bot's reply and nothing to fill in; its buttons stand in the chat."""
    shown = tuple(block for block in blocks if not isinstance(block, Choices))
    return _continued(kind, elements(shown), [])


@dataclass(frozen=True, slots=True)
class Chosen:
    """The roles to choose from by id and title, and the one that is chosen, or ""."""

    roles: tuple[tuple[str, str], ...]
    role: str = ""


def invite(chosen: Chosen, opened: str, name: str, wrong: tuple[Block, ...]) -> Json:
    """The form that invites a candidate; `wrong` says what was wrong with it before."""
    one = len(chosen.roles) == 1
    body: list[Json] = [
        *_prominent(wrong),
        *([] if one else [_roles(chosen)]),
        {
            "type": "Input.Text",
            "id": "name",
            "label": words.NAME,
            "value": name[:NAME],
            "maxLength": NAME,
            "isRequired": True,
            "errorMessage": words.NAME_MISSING,
        },
        *elements((Text(words.PRIVATE),)),
    ]
    data: Json = {DIALOG: "invite", "opened": opened}
    data |= {"role": chosen.roles[0][0]} if one else {}
    return _continued("invite", body, [_submit(words.INVITE, data)])


def choose(kind: str, roles: tuple[tuple[str, str], ...], opened: str) -> Json:
    """The form that asks which role a dialog is about."""
    data: Json = {DIALOG: kind, "opened": opened}
    return _continued(kind, [_roles(Chosen(roles))], [_submit(words.NEXT, data)])


def kit(form: KitForm, opened: str, typed: Mapping[str, str], wrong: tuple[Block, ...]) -> Json:
    """The form that edits a kit's questions; `typed` holds what was written into it before."""
    questions: list[Json] = [
        {
            "type": "Input.Text",
            "id": f"q{number}",
            "label": words.question(number),
            "value": typed.get(f"q{number}", text),
            "maxLength": QUESTION,
            "isMultiline": True,
            "isRequired": True,
            "errorMessage": words.QUESTION_MISSING.format(number=number),
        }
        for number, text in enumerate(form.questions, 1)
    ]
    heading: Json = {"type": "TextBlock", "text": one_line(form.title[:300]), "weight": "Bolder"}
    state = elements((Text(words.SIGNED),)) if form.signed else [_toggle()]
    body = [
        {**heading, "wrap": True},
        *_prominent(wrong),
        *questions,
        *state,
        *elements((Text(words.EDIT_MORE),)),
    ]
    data: Json = {DIALOG: "kit", "opened": opened, "role": form.role, "version": form.version}
    drawn = _continued("kit", body, [_submit(words.SAVE, data)])
    return drawn if size(drawn) < CARD_BYTES else said(words.TOO_LONG)


def step(
    form: Form, opened: str, typed: str, values: Mapping[str, str], wrong: tuple[Block, ...]
) -> Json:
    """The form of a card's button; `values` hold what was written into it before."""
    fields: list[Json] = [
        {
            "type": "Input.Text",
            "id": one.name,
            "label": one.label,
            "value": values.get(one.name, one.value)[: one.longest],
            "maxLength": one.longest,
            "isMultiline": True,
            "isRequired": one.required,
            "errorMessage": words.FIELD_MISSING,
        }
        for one in form.fields
    ]
    body = [*elements(form.intro[:1]), *_prominent(wrong), *fields, *elements(form.intro[1:])]
    data: Json = {DIALOG: STEP, "opened": opened, "typed": typed, **form.about}
    return _framed(form.title, body, [_submit(form.submit, data)])


def answered(blocks: tuple[Block, ...]) -> Json:
    """What the words of a card's button were answered; its buttons stand in the thread."""
    shown = tuple(block for block in blocks if not isinstance(block, Choices))
    return _framed(words.ANSWERED, elements(shown), [])


def _continued(kind: str, body: list[Json], actions: list[Json]) -> Json:
    return _framed(words.TITLES[kind], body, actions, "large" if kind == "kit" else "medium")


def _framed(title: str, body: list[Json], actions: list[Json], height: str = "medium") -> Json:
    card = one_card(body, title)
    attached = {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "content": {**card, "actions": actions} if actions else card,
    }
    value = {"title": title, "height": height, "width": "medium", "card": attached}
    return {"task": {"type": "continue", "value": value}}


def _submit(title: str, data: Json) -> Json:
    return {"type": "Action.Submit", "title": title, "style": "positive", "data": data}


def _roles(chosen: Chosen) -> Json:
    known = chosen.role in dict(chosen.roles)
    return {
        "type": "Input.ChoiceSet",
        "id": "role",
        "label": words.ROLE,
        "isRequired": True,
        "errorMessage": words.ROLE_MISSING,
        "choices": [{"title": inert(title), "value": role} for role, title in chosen.roles],
        **({"value": chosen.role} if known else {}),
    }


def _toggle() -> Json:
    return {"type": "Input.Toggle", "id": "approve", "title": words.APPROVE, "value": "false"}


def _prominent(blocks: tuple[Block, ...]) -> list[Json]:
    """What a person must see first: the words say it, the look only shows where."""
    shown = tuple(block for block in blocks if not isinstance(block, Choices))
    if not shown:
        return []
    return [{"type": "Container", "style": "attention", "items": elements(shown)}]
