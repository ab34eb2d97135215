"""What Slack sends, read as a message: pure, and None for whatever is not said to the bot."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.elements import SAY
from bot.channels.slack.text import clean, typed, unescaped
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.delivery import Address

Payload = Mapping[str, Any]
"""A JSON object as Slack sends it."""

Heard = tuple[Incoming, Address]
"""A message, and where its reply goes: `channel`, and `thread_ts` in a thread, and `user` where
only this person may see it."""

_SAID = (None, "file_share", "thread_broadcast", "me_message")
"""The kinds of message a person writes; all others are edits, deletions, joins or bots."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something was said, and by whom. `only_for` names who alone sees the answer.

    `name` is what Slack calls the person, where it says so: not in events.
    """

    team: str
    channel: str
    user: str
    thread: str = ""
    only_for: str = ""
    name: str = ""

    @property
    def direct(self) -> bool:
        """Whether this is the person's own chat with the bot."""
        return self.channel.startswith("D") and not self.only_for

    @property
    def conversation(self) -> str:
        chat = f"slack:{self.team}:{self.channel}"
        if self.direct:
            return chat
        return f"{chat}:{self.only_for or self.thread}"

    @property
    def address(self) -> Address:
        parts = {"channel": self.channel, "thread_ts": self.thread, "user": self.only_for}
        return {name: part for name, part in parts.items() if part}

    def audience(self, config: SlackConfig) -> Audience:
        among_team = bool(self.direct or self.only_for or self.channel in config.team_channels)
        is_team = among_team and self.user in config.recruiters
        return Audience.TEAM if is_team else Audience.CANDIDATE


def event(body: Payload, config: SlackConfig) -> Heard | None:
    """A direct message or a mention, from the body of an `event_callback`.

    A mention also arrives as a `message` of its channel, under another event id: only messages of
    a direct chat count as such.
    """
    inner = _object(body, "event")
    place = _place_of_event(body, inner)
    if place is None or not _is_addressed(inner, place) or not _is_persons_own(inner):
        return None
    said = typed(_string(inner, "text"), _bot(body))
    heard = _heard(config, place, _string(body, "event_id"), said, _at(_string(inner, "ts")))
    files = inner.get("files")
    if heard is None or not isinstance(files, list):
        return heard
    return replace(heard[0], files=len(files)), heard[1]


def press(body: Payload, config: SlackConfig) -> Heard | None:
    """A pressed button, from the body of `block_actions`: it says its value.

    One person's presses of one button of one message are one message, so that a double click, or
    a press on what was asked long ago, is not said twice.
    """
    action = _first(body, "actions")
    shown, said = _shown_at(body), unescaped(_string(action, "value"))
    place = _place_of_press(body)
    if place is None or not shown or not said or not _string(action, "action_id").startswith(SAY):
        return None
    # Ids outlive an erasure, so the words themselves are not part of one.
    button = sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
    name = f"{place.channel}:{shown}:{place.user}:{button}"
    user = _object(body, "user")
    named = replace(place, name=_string(user, "username") or _string(user, "name"))
    return _heard(config, named, name, said, _at(_string(action, "action_ts")))


def command(form: Payload, sent: str, config: SlackConfig) -> Heard | None:
    """The words after a slash command; `sent` is when Slack sent it, in seconds since 1970.

    Nobody else sees the answer, so the chat is this person's own, wherever the command is typed.
    """
    user = _string(form, "user_id")
    place = _place(_string(form, "team_id"), _string(form, "channel_id"), user, only_for=user)
    if place is None:
        return None
    said = typed(_string(form, "text")) or "help"
    named = replace(place, name=_string(form, "user_name"))
    return _heard(config, named, _string(form, "trigger_id"), said, _at(sent))


def _heard(
    config: SlackConfig, place: _Place, name: str, said: str, at: datetime | None
) -> Heard | None:
    if not name or at is None:
        return None
    incoming = Incoming(
        id=f"slack:{name}",
        conversation=place.conversation,
        person=f"slack:{place.team}:{place.user}",
        audience=place.audience(config),
        text=said,
        at=at,
        private=place.direct,
        name=clean(" ".join(place.name.split())),
    )
    return incoming, place.address


def _is_addressed(inner: Payload, place: _Place) -> bool:
    if place.direct:
        return inner.get("type") == "message" and inner.get("channel_type") == "im"
    return inner.get("type") == "app_mention"


def _is_persons_own(inner: Payload) -> bool:
    """Whether a person wrote this just now: no bot (also not this one), no edit, no deletion."""
    if inner.get("bot_id") or inner.get("bot_profile") or inner.get("edited"):
        return False
    return inner.get("subtype") in _SAID and inner.get("user") != "USLACKBOT"


def _place_of_event(body: Payload, inner: Payload) -> _Place | None:
    """A mention is answered in its thread, or opens one; a direct message where it was written."""
    channel, user = _string(inner, "channel"), _string(inner, "user")
    if user == _bot(body):
        return None
    thread = _string(inner, "thread_ts")
    thread = thread if channel.startswith("D") else thread or _string(inner, "ts")
    return _place(_string(body, "team_id"), channel, user, thread)


def _shown_at(body: Payload) -> str:
    """The `ts` of the message whose button was pressed."""
    shown = _string(_object(body, "message"), "ts")
    return shown or _string(_object(body, "container"), "message_ts")


def _place_of_press(body: Payload) -> _Place | None:
    user, container = _object(body, "user"), _object(body, "container")
    message = {**container, **_object(body, "message")}
    team = _string(_object(body, "team"), "id") or _string(user, "team_id")
    channel = _string(_object(body, "channel"), "id") or _string(container, "channel_id")
    pressed_by = _string(user, "id")
    if container.get("is_ephemeral") is True:
        return _place(team, channel, pressed_by, only_for=pressed_by)
    thread = _string(message, "thread_ts")
    thread = thread if channel.startswith("D") else thread or _shown_at(body)
    return _place(team, channel, pressed_by, thread)


def _place(
    team: str, channel: str, user: str, thread: str = "", only_for: str = ""
) -> _Place | None:
    return _Place(team, channel, user, thread, only_for) if team and channel and user else None


def _bot(body: Payload) -> str:
    """The bot's own user id, as the event names it."""
    return _string(_first(body, "authorizations"), "user_id")


def _at(seconds: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _string(payload: Payload, name: str) -> str:
    value = payload.get(name)
    return value if isinstance(value, str) else ""


def _object(payload: Payload, name: str) -> Payload:
    value = payload.get(name)
    return value if isinstance(value, dict) else {}


def _first(payload: Payload, name: str) -> Payload:
    value = payload.get(name)
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else {}
