"""Forms drawn as Slack modals, and what was filled in read back: pure.

Texts of `plain_text` are escaped as everywhere; what stands in an input is shown as it is. A modal
carries in its metadata what it is about, where to answer, and a short hash of each field as it was
opened, so that only what somebody changed is said.
"""

import json
from dataclasses import dataclass
from hashlib import sha256

from bot.channels.slack.addresses import names_in
from bot.channels.slack.elements import plain_text
from bot.channels.slack.payload import Payload, inside, string
from bot.channels.slack.pieces import BlockKit
from bot.channels.slack.render import rendered
from bot.channels.slack.text import clean, cut
from bot.core.forms import YES, Entered, Entry, Field, Form
from bot.ports.delivery import Address

MODAL = "form"
"""The callback id of every modal."""
BLOCKS = 100
TITLE = 24
LABEL = 300
OPTION = 75
INPUT = 3_000
_ENTRY = "entry"
_CLOSE = "Cancel"
_YES_WORD = "Yes"


@dataclass(frozen=True, slots=True)
class Submitted:
    """A modal that was handed in: its id, where it was opened, and what was filled in."""

    view: str
    address: Address
    entered: Entered


def drawn(form: Form, address: Address, workspace: str = "") -> BlockKit:
    """The modal. What stands above the fields is cut to the room that they leave."""
    fields = [_input(one, workspace) for one in form.fields]
    above = [
        block
        for message in rendered(form.intro)
        for block in message.blocks
        if block["type"] not in ("actions", "context_actions")
    ]
    told = {
        "form": form.name,
        "about": dict(form.about),
        "was": {one.name: _hashed(one.value) for one in form.fields},
        "to": dict(address),
        "kept": [each for one in form.fields for each in _elsewhere(one, workspace)],
    }
    return {
        "type": "modal",
        "callback_id": MODAL,
        "title": plain_text(_short(form.title, TITLE)),
        "submit": plain_text(_short(form.submit, TITLE)),
        "close": plain_text(_CLOSE),
        "private_metadata": json.dumps(told, separators=(",", ":")),
        "blocks": [*above[: BLOCKS - len(fields)], *fields],
    }


def submitted(body: Payload, workspace: str = "") -> Submitted | None:
    """What a `view_submission` hands in; None where it is no form of ours."""
    view = inside(body, "view")
    try:
        told = json.loads(string(view, "private_metadata"))
        name, about, was, to = told["form"], told["about"], told["was"], told["to"]
        state = inside(inside(view, "state"), "values")
        kept = [one for one in told["kept"] if isinstance(one, str)]
        values = {one: _value(state, one, workspace, kept) for one in was}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    touched = frozenset(one for one, value in values.items() if _hashed(value) != was[one])
    return Submitted(string(view, "id"), to, Entered(name, about, values, touched))


def _input(field: Field, workspace: str) -> BlockKit:
    return {
        "type": "input",
        "block_id": field.name,
        "label": plain_text(_short(field.label, LABEL)),
        "optional": not field.required,
        "element": {"action_id": _ENTRY, **_element(field, workspace)},
    }


def _element(field: Field, workspace: str) -> BlockKit:
    match field.entry:
        case Entry.CHOICE:
            options = [_option(value, words) for value, words in field.options]
            chosen = [one for one in options if one["value"] == field.value]
            first = {"initial_option": chosen[0]} if chosen else {}
            return {"type": "static_select", "options": options, **first}
        case Entry.TOGGLE:
            yes = _option(YES, _YES_WORD)
            ticked = {"initial_options": [yes]} if field.value == YES else {}
            return {"type": "checkboxes", "options": [yes], **ticked}
        case Entry.CHANNELS:
            chosen_channels = sorted(names_in(workspace, frozenset(_listed(field))))
            known = {"initial_conversations": chosen_channels} if chosen_channels else {}
            kinds = {"include": ["private", "public"], "exclude_external_shared_channels": True}
            return {"type": "multi_conversations_select", "filter": kinds, **known}
        case Entry.LINE | Entry.TEXT:
            longest = min(field.longest, INPUT)
            value = clean(field.value)[:longest]
            return {
                "type": "plain_text_input",
                "multiline": field.entry is Entry.TEXT,
                "max_length": longest,
                **({"initial_value": value} if value else {}),
            }


def _option(value: str, words: str) -> BlockKit:
    return {"text": plain_text(_short(words, OPTION)), "value": value}


def _listed(field: Field) -> list[str]:
    """The channels of a field, each with its workspace before it where there are several."""
    return [one for one in field.value.split(",") if one] if field.entry is Entry.CHANNELS else []


def _elsewhere(field: Field, workspace: str) -> list[str]:
    """The channels of other workspaces, which Slack cannot show here: they are kept."""
    return [one for one in _listed(field) if not names_in(workspace, frozenset({one}))]


def _value(values: Payload, name: str, workspace: str, kept: list[str]) -> str:
    entry = inside(inside(values, name), _ENTRY)
    chosen = entry.get("selected_conversations")
    if isinstance(chosen, list):
        before = f"{workspace}/" if workspace else ""
        return ",".join((*(f"{before}{one}" for one in chosen if isinstance(one, str)), *kept))
    ticked = entry.get("selected_options")
    if isinstance(ticked, list):
        return YES if ticked else ""
    return string(inside(entry, "selected_option"), "value") or string(entry, "value")


def _hashed(value: str) -> str:
    """What tells a value from another one, whatever the line ends became."""
    said = " ".join(clean(value).split())
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:8]


def _short(text: str, longest: int) -> str:
    first, *more = cut(" ".join(clean(text).split()), longest - 1) or ("",)
    return first.rstrip() + "…" if more else first
