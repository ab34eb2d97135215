"""Opens modals where words ask for a form, and says what a filled one means, as if it was typed."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from http.client import HTTPException
from typing import Protocol

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.channels.slack.modals import drawn, submitted
from bot.channels.slack.parse import Heard, hearing
from bot.channels.slack.payload import Payload, inside, string
from bot.channels.slack.place import Rules, is_outside, place
from bot.core.forms import Entered, Filled, Form, Wanted, wanted
from bot.core.messages import Incoming
from bot.ports.delivery import Address

_log = logging.getLogger(__name__)


class Forms(Protocol):
    """The forms there are."""

    def form(self, wanted: Wanted, incoming: Incoming) -> Form | None:
        """The form that somebody asks for; None where there is none for them."""
        ...

    def filled(self, entered: Entered, incoming: Incoming) -> Filled:
        """What a filled form says; errors by field where something in it is wrong."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """A form that was handed in: what it says, message by message, or what is wrong where."""

    heard: tuple[Heard, ...] = ()
    errors: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """With what a modal is opened: Slack's trigger, the client, and which of several workspaces."""

    trigger: str
    client: WebClient
    workspace: str = ""


def opened(forms: Forms | None, heard: Heard | None, opening: Opening) -> bool:
    """Whether a modal was opened for these words; where not, they are to be said as they are.

    Slack wants it within three seconds of the press: a trigger that is too old is no error, only
    no modal.
    """
    if forms is None or heard is None or not opening.trigger:
        return False
    incoming, address = heard
    asked = wanted(incoming.text)
    form = forms.form(asked, incoming) if asked else None
    if form is None:
        return False
    try:
        view = drawn(form, address, opening.workspace)
        opening.client.views_open(trigger_id=opening.trigger, view=view)
    except SlackApiError as error:
        _log.warning("Slack opened no form: %s", error.response.get("error"))
        return False
    except (OSError, HTTPException) as error:
        _log.warning("Slack's forms could not be reached: %s", error)
        return False
    return True


def read(forms: Forms, body: Payload, rules: Rules, at: datetime) -> Read:
    """What somebody handed in. The same modal handed in twice says the same messages again."""
    given = submitted(body, rules.workspace)
    speaker = _speaker(body, given.address, rules, at) if given else None
    if given is None or speaker is None:
        return Read()
    filled = forms.filled(given.entered, speaker[0])
    if filled.errors:
        return Read(errors=filled.errors)
    texts = enumerate(filled.texts)
    return Read(tuple(_said(speaker, filled.role, f"{given.view}:{n}", text) for n, text in texts))


def _said(speaker: Heard, role: str, name: str, text: str) -> Heard:
    """One message. A form of a role speaks beside the chat, which may be about another role."""
    incoming, address = speaker
    beside = f"{incoming.conversation}:{role}" if role else incoming.conversation
    identity = f"{incoming.id}:{name}"
    return (
        replace(incoming, id=identity, conversation=beside, role=role or incoming.role, text=text),
        address,
    )


def _speaker(body: Payload, address: Address, rules: Rules, at: datetime) -> Heard | None:
    """Whoever handed a modal in, in the chat it was opened in, saying nothing yet."""
    user = inside(body, "user")
    team = string(inside(body, "team"), "id") or string(user, "team_id")
    only_for = string(user, "id") if address.get("user") else ""
    where = place(
        team, address.get("channel", ""), string(user, "id"), address.get("thread_ts", ""), only_for
    )
    if where is None:
        return None
    name = string(user, "username") or string(user, "name")
    outside = not body.get("enterprise") and is_outside(team, user)
    return hearing(rules, replace(where, name=name, outside=outside), "view", "", at)
