"""A Teams activity as an incoming message and the address its reply goes to: pure."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.files import attached
from bot.channels.teams.payload import objects, part, string
from bot.channels.teams.suggesting import SUGGESTS
from bot.core.messages import Incoming
from bot.core.roles import Audience

GREETING = "hello"
"""What a person is taken to say who adds the bot."""

_FIRST = re.compile(r"/?(?:hello|hi|hey|help)\b[^?]{0,20}", re.IGNORECASE)
"""What is said first, or by somebody who does not know what to say: they get suggestions."""

_NO_FILES = ("text/html", "application/vnd.microsoft.card.")
"""Attachments that are part of a message and no files."""

CARD_ACTION = "adaptiveCard/action"
"""What Teams calls the invoke of a pressed card."""

NAME = 80
"""How many characters of a name are kept."""

_AT = re.compile(r"<at\b[^<>]*>(.*?)</at>", re.IGNORECASE | re.DOTALL)


def parse(
    activity: Mapping[str, object], config: TeamsConfig, at: datetime
) -> tuple[Incoming, dict[str, str]] | None:
    """The message and its reply's address, or None where there is nothing to answer.

    `at` is when it was received, in UTC. Answered are messages in a personal chat, messages that
    mention the bot elsewhere, pressed buttons, and the bot being added. Any field may be missing
    or of a wrong type.
    """
    said = _said(activity, config)
    heard = None if said is None else hearing(activity, config, at, said)
    if heard is None or not _revised(activity):
        return heard
    incoming, address = heard
    name = incoming.id
    return replace(incoming, id=f"{name}~{_fingerprint(activity)}", earlier=name), address


def hearing(
    activity: Mapping[str, object], config: TeamsConfig, at: datetime, said: str
) -> tuple[Incoming, dict[str, str]] | None:
    """These words, said by whom and where an activity tells; None where it does not tell that."""
    person = _person(activity)
    conversation = _thread(activity)
    if not person or not conversation or not from_teams(activity, config):
        return None
    incoming = Incoming(
        id=f"teams:{conversation}:{_name(activity)}",
        conversation=f"teams:{conversation}",
        person=person,
        audience=_audience(activity, config),
        text=said,
        at=at,
        private=personal(activity),
        files=_files(activity),
        attachment=attached(activity, "teams"),
        name=_called(activity),
    )
    address = _address(activity, conversation)
    if personal(activity) and _FIRST.fullmatch(said):
        address[SUGGESTS] = incoming.audience.value
    return incoming, address


def pressed(activity: Mapping[str, object]) -> str | None:
    """The words of the button that was pressed; None for any other activity.

    A card's action comes as an invoke, or as a message where a client knows no better.
    """
    value = part(activity, "value")
    if activity.get("type") == "invoke" and activity.get("name") == CARD_ACTION:
        if value.get("trigger") == "automatic":
            return None  # Teams asks by itself: nobody pressed anything.
        value = part(part(value, "action"), "data")
    elif activity.get("type") != "message":
        return None
    typed = value.get("typed")
    return string(typed) if isinstance(typed, str) else None


def expects_replies(activity: Mapping[str, object]) -> bool:
    """Whether replies belong in the HTTP response, which has no room for any after an invoke."""
    return activity.get("deliveryMode") == "expectReplies" and activity.get("type") != "invoke"


def from_teams(activity: Mapping[str, object], config: TeamsConfig) -> bool:
    """Whether an activity comes from Teams itself."""
    # A bot can be connected to other channels too, where people choose the ids they send.
    return activity.get("channelId") == "msteams" or config.loopback_only


def _said(activity: Mapping[str, object], config: TeamsConfig) -> str | None:
    if activity.get("type") == "conversationUpdate":
        return GREETING if _added(activity, config) else None
    if _revised(activity) and not _is_from_bot(activity, config):
        # What is deleted may still come with its words.
        return _words(string(activity.get("text")), []) if _is_edit(activity) else ""
    typed = pressed(activity)
    if typed is not None and not _is_from_bot(activity, config):
        return typed
    if activity.get("type") != "message" or _is_from_bot(activity, config):
        return None
    mentions = _own_mentions(activity, config)
    if not personal(activity) and not mentions:
        return None
    return _words(string(activity.get("text")), mentions)


def _revised(activity: Mapping[str, object]) -> bool:
    """Whether an earlier message of a personal chat was edited or deleted: its id is told."""
    event = part(activity, "channelData").get("eventType")
    deleted = activity.get("type") == "messageDelete" and event in ("softDeleteMessage", None)
    known = bool(string(activity.get("id"))) and personal(activity)
    return known and (_is_edit(activity) or deleted)


def _is_edit(activity: Mapping[str, object]) -> bool:
    event = part(activity, "channelData").get("eventType")
    return activity.get("type") == "messageUpdate" and event == "editMessage"


def _added(activity: Mapping[str, object], config: TeamsConfig) -> bool:
    return any(
        is_bot(activity, string(member.get("id")), config)
        for member in objects(activity.get("membersAdded"))
    )


def is_bot(activity: Mapping[str, object], account: str, config: TeamsConfig) -> bool:
    """Whether this account is the bot that the activity was sent to."""
    own = string(part(activity, "recipient").get("id"))
    return config.is_bot(account) or bool(account and account == own)


def _is_from_bot(activity: Mapping[str, object], config: TeamsConfig) -> bool:
    sender = part(activity, "from")
    return sender.get("role") == "bot" or is_bot(activity, string(sender.get("id")), config)


def _own_mentions(activity: Mapping[str, object], config: TeamsConfig) -> list[str]:
    return [
        string(entity.get("text"))
        for entity in objects(activity.get("entities"))
        if entity.get("type") == "mention"
        and is_bot(activity, string(part(entity, "mentioned").get("id")), config)
    ]


def _words(text: str, mentions: list[str]) -> str:
    for mention in mentions:
        text = text.replace(mention, " ") if mention else text
    named = _AT.sub(r"\1", text)
    return named.replace("&nbsp;", " ").replace("\xa0", " ").strip()


def _person(activity: Mapping[str, object]) -> str:
    sender = part(activity, "from")
    return string(sender.get("aadObjectId")) or string(sender.get("id"))


def _called(activity: Mapping[str, object]) -> str:
    """The sender's name as Teams shows it, in one line."""
    return " ".join(string(part(activity, "from").get("name")).split())[:NAME]


def _kind(activity: Mapping[str, object]) -> str:
    return string(part(activity, "conversation").get("conversationType"))


def personal(activity: Mapping[str, object]) -> bool:
    """Whether an activity is of somebody's own chat with the bot."""
    return _kind(activity) in ("personal", "") and not part(activity, "conversation").get("isGroup")


def _files(activity: Mapping[str, object]) -> int:
    """How many files came with it; the words as HTML, and cards, are attachments too."""
    kinds = (string(one.get("contentType")) for one in objects(activity.get("attachments")))
    return sum(not kind.startswith(_NO_FILES) for kind in kinds if kind)


def _thread(activity: Mapping[str, object]) -> str:
    """The conversation's id; in a channel always that of the thread."""
    conversation = string(part(activity, "conversation").get("id"))
    started = string(activity.get("replyToId")) or string(activity.get("id"))
    in_channel = _kind(activity) == "channel" and activity.get("type") == "message"
    if conversation and in_channel and started and ";messageid=" not in conversation:
        return f"{conversation};messageid={started}"
    return conversation


def tenant(activity: Mapping[str, object]) -> str:
    """The tenant's id, "" where none is told."""
    stated = string(part(activity, "conversation").get("tenantId"))
    return stated or string(part(part(activity, "channelData"), "tenant").get("id"))


def _audience(activity: Mapping[str, object], config: TeamsConfig) -> Audience:
    # Only the object id counts, which the service itself fills in; never a name or a chat id.
    person = string(part(activity, "from").get("aadObjectId"))
    channel = string(part(activity, "conversation").get("id")).partition(";")[0]
    own_place = _kind(activity) == "personal" or channel in config.team_channels
    recruiter = config.is_recruiter(person, tenant(activity))
    return Audience.TEAM if own_place and recruiter else Audience.CANDIDATE


def _address(activity: Mapping[str, object], conversation: str) -> dict[str, str]:
    answers = activity.get("type") == "message"
    return {
        "service_url": string(activity.get("serviceUrl")),
        "channel_id": string(activity.get("channelId")),
        "conversation": conversation,
        "bot": string(part(activity, "recipient").get("id")),
        "tenant": tenant(activity),
        "reply_to": string(activity.get("id")) if answers else "",
    }


def _name(activity: Mapping[str, object]) -> str:
    """What names a message in its chat: its id, or the button that was pressed, by whom.

    So a double click, or a press on what was asked long ago, is not said twice. Ids outlive an
    erasure, so the button's words themselves are not part of one.
    """
    typed, card = pressed(activity), string(activity.get("replyToId"))
    if typed is not None and card:
        button = hashlib.sha256(typed.encode()).hexdigest()[:16]
        # What stands in a channel is kept up to date there: a press a minute later is another one.
        again = "" if personal(activity) else f":{string(activity.get('timestamp'))[:16]}"
        return f"{card}:{_person(activity)}:{button}{again}"
    return string(activity.get("id")) or _fingerprint(activity)


def _fingerprint(activity: Mapping[str, object]) -> str:
    """Names an activity without an id by what it holds, so that a second delivery is the same."""
    told = json.dumps(activity, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]
