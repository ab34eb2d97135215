"""Slack's events, read as messages: pure, and None for whatever is not said to the bot."""

from dataclasses import replace
from datetime import datetime

from bot.channels.slack.files import attached
from bot.channels.slack.payload import Payload, first, inside, moment, string
from bot.channels.slack.place import Place, Rules, is_outside, place
from bot.channels.slack.text import clean, typed
from bot.core.messages import Incoming
from bot.ports.delivery import Address

Heard = tuple[Incoming, Address]
"""A message, and where its reply goes: `channel`, and `thread_ts` in a thread, and `user` where
only this person may see it."""

STOP = "stop"
"""What pressing Stop says: a screening is paused by it."""
_SAID = (None, "file_share", "thread_broadcast", "me_message")
"""The kinds of message a person writes; all others are edits, deletions, joins or bots."""


def event(body: Payload, rules: Rules) -> Heard | None:
    """A direct message or a mention, from the body of an `event_callback`.

    A mention also arrives as a `message` of its channel, under another event id: only messages of
    a direct chat count as such. There an edit or a deletion counts too, in the person's words.
    """
    inner = inside(body, "event")
    if inner.get("subtype") in ("message_changed", "message_deleted"):
        return _revision(body, inner, rules)
    where = _place_of_event(body, inner)
    if where is None or not _is_addressed(inner, where) or not is_persons_own(inner):
        return None
    said = typed(string(inner, "text"), _bot(body))
    heard = hearing(rules, where, string(body, "event_id"), said, moment(string(inner, "ts")))
    files = inner.get("files")
    if heard is None or not isinstance(files, list):
        return heard
    attachment = attached(inner, rules.channel, rules.workspace)
    return replace(heard[0], files=len(files), attachment=attachment), heard[1]


def stopped(body: Payload, rules: Rules) -> Heard | None:
    """Somebody pressed Stop in an agent's thread: they say so, and are told how it stands.

    The reply ends the sign that an answer is on its way, which Slack leaves standing.
    """
    inner = inside(body, "event")
    where = place(
        string(body, "team_id"),
        string(inner, "channel"),
        string(inner, "user"),
        string(inner, "thread_ts"),
    )
    if where is None or not where.direct:
        return None
    at = moment(string(inner, "event_ts"))
    return hearing(rules, where, string(body, "event_id"), STOP, at)


def _revision(body: Payload, inner: Payload, rules: Rules) -> Heard | None:
    """An edit or a deletion in a direct chat, with the words that stood there before.

    Slack also tells of a change where only a link's preview came; then the words are the same.
    """
    before, after = inside(inner, "previous_message"), inside(inner, "message")
    was, said = typed(string(before, "text")), typed(string(after, "text"))
    if after.get("subtype") == "tombstone":
        said = ""
    # Slack names the channel beside the message, and whoever wrote within it.
    where = _place_of_event(body, {**before, "channel": string(inner, "channel")})
    if where is None or not where.direct or not is_persons_own({**before, "edited": None}):
        return None
    at = moment(string(inner, "event_ts") or string(inner, "ts"))
    heard = hearing(rules, where, string(body, "event_id"), said, at)
    if heard is None or not was or was == said:
        return None
    return replace(heard[0], revises=was), heard[1]


def hearing(rules: Rules, where: Place, name: str, said: str, at: datetime | None) -> Heard | None:
    """The message that these words are; `name` is what Slack calls the event."""
    if not name or at is None:
        return None
    where = where.within(rules)
    incoming = Incoming(
        id=f"slack:{rules.named(name)}",
        conversation=where.conversation,
        person=where.person,
        audience=where.audience(rules),
        text=said,
        at=at,
        role=rules.roles.get(where.channel, ""),
        private=where.direct,
        name=clean(" ".join(where.name.split())),
        whispered=bool(where.only_for),
    )
    return incoming, where.address


def _is_addressed(inner: Payload, where: Place) -> bool:
    if where.direct:
        return inner.get("type") == "message" and inner.get("channel_type") == "im"
    return inner.get("type") == "app_mention"


def is_persons_own(inner: Payload) -> bool:
    """Whether a person wrote this just now: no bot (also not this one), no edit, no deletion."""
    if inner.get("bot_id") or inner.get("bot_profile") or inner.get("edited"):
        return False
    return inner.get("subtype") in _SAID and inner.get("user") != "USLACKBOT"


def _place_of_event(body: Payload, inner: Payload) -> Place | None:
    """A mention is answered in its thread, or opens one; a direct message where it was written."""
    channel, user, team = string(inner, "channel"), string(inner, "user"), string(body, "team_id")
    if user == _bot(body):
        return None
    thread = string(inner, "thread_ts")
    thread = thread if channel.startswith("D") else thread or string(inner, "ts")
    where = place(team, channel, user, thread)
    if where is None:
        return None
    shared = body.get("is_ext_shared_channel") is True
    # Within one organization people have workspaces of their own, and none of them is outside.
    others = shared or not body.get("enterprise_id")
    return replace(where, shared=shared, outside=others and is_outside(team, inner))


def _bot(body: Payload) -> str:
    """The bot's own user id, as the event names it."""
    return string(first(body, "authorizations"), "user_id")
