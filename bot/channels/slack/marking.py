"""A reaction that marks somebody's message in a card's thread as a note for the record.

Slack names the message and not its words, so they are fetched: once, and only for a mark of the
team's in a place of the team's.
"""

import logging
from dataclasses import replace

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.channels.slack.parse import Heard, hearing, is_persons_own
from bot.channels.slack.payload import Payload, inside, moment, objects, string
from bot.channels.slack.place import Place, Rules, is_outside, place
from bot.channels.slack.text import typed
from bot.core.roles import Audience

MARKS = frozenset(("pushpin", "memo"))
"""The reactions that mark a message, as Slack names them."""
AROUND = 5
"""How many messages are asked for: Slack may put the thread's first one before the marked one."""
_MAY_NOT = frozenset(
    (
        *("missing_scope", "not_allowed_token_type", "no_permission", "access_denied"),
        *("not_in_channel", "channel_not_found", "thread_not_found", "message_not_found"),
    )
)
"""Slack's words for what will not be told us, however often we ask."""
_log = logging.getLogger(__name__)


def marked(body: Payload, rules: Rules, client: WebClient) -> Heard | None:
    """The marked message's words, said by whoever wrote them and marked by whoever reacted.

    None for any other reaction, for what a program wrote, and where the app may not read the
    channel: that is logged. Raises SlackApiError, OSError or HTTPException where Slack is away, so
    that it sends the reaction again. A message is one mark, whoever marks it and how often.
    """
    inner = inside(body, "event")
    item = inside(inner, "item")
    channel, stamp = string(item, "channel"), string(item, "ts")
    marker = _marker(body, inner, channel)
    if marker is None or not stamp or marker.within(rules).audience(rules) is not Audience.TEAM:
        return None
    message = _fetched(client, channel, stamp)
    author, thread = string(message, "user"), string(message, "thread_ts")
    if not author or not thread or not is_persons_own({**message, "edited": None}):
        return None
    where = replace(marker, thread=thread)
    said = typed(string(message, "text"))
    at = moment(string(inner, "event_ts"))
    heard = hearing(rules, where, f"{channel}:{stamp}:mark", said, at)
    if heard is None:
        return None
    incoming, address = heard
    writer = replace(where, user=author).within(rules).person
    # The answer is for whoever marked it: the card itself shows the note to all.
    return replace(incoming, author=writer, whispered=True), {**address, "user": marker.user}


def _marker(body: Payload, inner: Payload, channel: str) -> Place | None:
    """Who marks a message, and where; None where it is no mark, or in a chat with the bot."""
    if inner.get("reaction") not in MARKS or channel.startswith("D"):
        return None
    team = string(body, "team_id")
    where = place(team, channel, string(inner, "user"))
    shared = body.get("is_ext_shared_channel") is True
    others = shared or not body.get("enterprise_id")
    return where and replace(where, shared=shared, outside=others and is_outside(team, inner))


def _fetched(client: WebClient, channel: str, stamp: str) -> Payload:
    """The message at this place of a channel, also within a thread; an empty one where none is."""
    try:
        found = client.conversations_replies(
            channel=channel, ts=stamp, oldest=stamp, latest=stamp, inclusive=True, limit=AROUND
        )
    except SlackApiError as error:
        why = str(error.response.get("error", ""))
        if why not in _MAY_NOT:
            raise
        _log.warning("A marked message was not read (%s), so no note was kept of it.", why)
        return {}
    messages = objects(found.data if isinstance(found.data, dict) else {}, "messages")
    return next((one for one in messages if string(one, "ts") == stamp), {})
