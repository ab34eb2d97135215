"""The dialogs as Teams draws them: Adaptive Cards with inputs, in the answer to an invoke: pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from bot.channels.teams import dialog_words as words
from bot.channels.teams.card import CARD_BYTES, Json, elements, one_card, size
from bot.channels.teams.dialog_asked import as_opened
from bot.channels.teams.markdown import inert
from bot.core.forms import YES, Entry, Field, Form
from bot.core.messages import Block, Choices, Text

_TALL = 3
"""With more fields a dialog is as high as Teams makes one."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written into a form before, the field's hashes then, and what is wrong with it."""

    values: Mapping[str, str] = field(default_factory=dict)
    was: Mapping[str, str] | None = None
    wrong: tuple[str, ...] = ()


def said(text: str) -> Json:
    """A dialog that closes with one sentence."""
    return {"task": {"type": "message", "value": text}}


def answered(title: str, blocks: tuple[Block, ...]) -> Json:
    """What the words of a form were answered; the buttons of that stand in the chat."""
    return _framed(title, _without_buttons(blocks), [])


def drawn(form: Form, opened: str, typed: str, before: Written) -> Json | None:
    """The form as a dialog; None where it is too large for one.

    `opened` names this opening, and `typed` are the words of the button that asked for it.
    """
    inputs = [_input(one, before.values.get(one.name, one.value)) for one in form.fields]
    above, below = form.intro[:1], form.intro[1:]
    wrong = [_prominent(before.wrong)] if before.wrong else []
    body = [*_without_buttons(above), *wrong, *inputs, *_without_buttons(below)]
    was = before.was or {one.name: as_opened(one.value) for one in form.fields}
    data: Json = {"opened": opened, "typed": typed, "about": dict(form.about), "was": dict(was)}
    hands_in: Json = {
        "type": "Action.Submit",
        "title": form.submit,
        "style": "positive",
        "data": data,
    }
    height = "large" if len(form.fields) > _TALL else "medium"
    made = _framed(form.title, body, [hands_in], height)
    return made if size(made) < CARD_BYTES else None


def _framed(title: str, body: list[Json], actions: list[Json], height: str = "medium") -> Json:
    card = one_card(body, title)
    attached = {
        "contentType": "application/vnd.microsoft.card.adaptive",
        "content": {**card, "actions": actions} if actions else card,
    }
    value = {"title": title, "height": height, "width": "medium", "card": attached}
    return {"task": {"type": "continue", "value": value}}


def _input(one: Field, value: str) -> Json:
    asked: Json = {"id": one.name, "isRequired": one.required}
    label = inert(one.label)
    match one.entry:
        case Entry.LINE | Entry.TEXT | Entry.CHANNELS:
            return {
                **{"type": "Input.Text", **asked, "label": label},
                "value": value[: one.longest],
                "maxLength": one.longest,
                "isMultiline": one.entry is Entry.TEXT,
                "errorMessage": words.FIELD_MISSING,
            }
        case Entry.CHOICE:
            known = {"value": value} if value in dict(one.options) else {}
            return {
                **{"type": "Input.ChoiceSet", **asked, "label": label, **known},
                "choices": [{"title": inert(told), "value": name} for name, told in one.options],
                "errorMessage": words.CHOICE_MISSING,
            }
        case Entry.TOGGLE:
            shown = YES if value == YES else "false"
            return {"type": "Input.Toggle", **asked, "title": label, "value": shown}
        case _:
            assert_never(one.entry)


def _prominent(wrong: Iterable[str]) -> Json:
    """What a person must see first: the words say it, the look only shows where."""
    told = elements(Text(one) for one in wrong)
    return {"type": "Container", "style": "attention", "items": told}


def _without_buttons(blocks: Iterable[Block]) -> list[Json]:
    return elements(block for block in blocks if not isinstance(block, Choices))
