"""Pressed buttons, the slash command and the shortcut, read as messages: pure."""

import re
from dataclasses import replace
from hashlib import sha256

from bot.channels.slack.elements import SAY
from bot.channels.slack.parse import Heard, hearing
from bot.channels.slack.payload import Payload, first, inside, moment, string
from bot.channels.slack.place import Place, Rules, is_outside, place
from bot.channels.slack.text import typed, unescaped
from bot.channels.slack.thumbs import thumbed
from bot.core.roles import Audience

_ASK = re.compile(
    r"ask(?:[\s:]+|$)(?!(?:(?:the\s+)?(?:hiring\s+)?team|one\s+more)\b)", re.IGNORECASE
)
"""“ask What does it pay?”, as the command is typed; “ask the team: …” is something else."""


def press(body: Payload, rules: Rules) -> Heard | None:
    """A pressed button, from the body of `block_actions`: it says its value.

    One person's presses of one button of one message are one message, so that a double click, or
    a press on what was asked long ago, is not said twice. A button of the App Home speaks in the
    direct chat, each time anew, since the page stays. What stands in a channel is kept up to date
    there, so a press a minute later is another one.
    """
    action = first(body, "actions")
    said, pressed_at = unescaped(string(action, "value")), string(action, "action_ts")
    at_home = string(inside(body, "container"), "type") == "view"
    shown = f"home:{pressed_at}" if at_home else _shown_at(body)
    where = _home(body) if at_home else _place_of_press(body)
    thumb = where and thumbed(body, where, rules)
    if where and thumb:
        return thumb, where.address
    if where is None or not shown or not said or not string(action, "action_id").startswith(SAY):
        return None
    # Ids outlive an erasure, so the words themselves are not part of one.
    button = sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
    again = "" if where.direct else f":{_minute(pressed_at)}"
    name = f"{where.channel}:{shown}:{where.user}:{button}{again}"
    return hearing(rules, _called(where, body), name, said, moment(pressed_at))


def command(form: Payload, sent: str, rules: Rules) -> Heard | None:
    """The words after a slash command; `sent` is when Slack sent it, in seconds since 1970.

    Nobody else sees the answer, so the chat is this person's own, wherever the command is typed.
    """
    user = string(form, "user_id")
    where = place(string(form, "team_id"), string(form, "channel_id"), user, only_for=user)
    if where is None:
        return None
    said = _ASK.sub("", typed(string(form, "text")), count=1) or "help"
    named = replace(where, name=string(form, "user_name"))
    return hearing(rules, named, string(form, "trigger_id"), said, moment(sent))


def shortcut(body: Payload, sent: str, rules: Rules) -> Heard | None:
    """The words of a message that somebody wants answered from the brief; only they see it.

    They are another person's words, so they are heard as a candidate's: whatever stands there
    can ask and never command.
    """
    message, user = inside(body, "message"), string(inside(body, "user"), "id")
    where = place(
        string(inside(body, "team"), "id"),
        string(inside(body, "channel"), "id"),
        user,
        only_for=user,
    )
    if where is None:
        return None
    said = typed(string(message, "text"))
    heard = hearing(rules, _called(where, body), string(body, "trigger_id"), said, moment(sent))
    return heard and (replace(heard[0], audience=Audience.CANDIDATE), heard[1])


def _called(where: Place, body: Payload) -> Place:
    """The place, with what Slack calls the person and whether they are of another workspace."""
    user = inside(body, "user")
    outside = not body.get("enterprise") and is_outside(where.team, user)
    name = string(user, "username") or string(user, "name")
    return replace(where, name=name, outside=outside)


def _minute(pressed_at: str) -> str:
    """The minute of a press, in minutes since 1970."""
    seconds = pressed_at.partition(".")[0]
    return str(int(seconds) // 60) if seconds.isdecimal() else ""


def _shown_at(body: Payload) -> str:
    """The `ts` of the message whose button was pressed."""
    shown = string(inside(body, "message"), "ts")
    return shown or string(inside(body, "container"), "message_ts")


def _home(body: Payload) -> Place | None:
    """The direct chat of somebody who pressed a button of the App Home, as the page noted it."""
    channel = string(inside(body, "view"), "private_metadata")
    user = string(inside(body, "user"), "id")
    return place(_team(body), channel, user) if channel.startswith("D") else None


def _team(body: Payload) -> str:
    return string(inside(body, "team"), "id") or string(inside(body, "user"), "team_id")


def _place_of_press(body: Payload) -> Place | None:
    container = inside(body, "container")
    message = {**container, **inside(body, "message")}
    channel = string(inside(body, "channel"), "id") or string(container, "channel_id")
    pressed_by = string(inside(body, "user"), "id")
    if container.get("is_ephemeral") is True:
        return place(_team(body), channel, pressed_by, only_for=pressed_by)
    thread = string(message, "thread_ts")
    thread = thread if channel.startswith("D") else thread or _shown_at(body)
    return place(_team(body), channel, pressed_by, thread)
