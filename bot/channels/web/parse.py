"""From a submitted form to an incoming message: pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.core.text.cleaning import cleaned

_ID = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_MEMBER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""How Teams names a person; Slack's names have a colon."""
_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")


LONGEST_NAME = 80
"""How many characters of a name are kept."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a form said: the message's id, its words, and a draft left in the field.

    A draft is what was typed but not sent, because a button was pressed instead.
    """

    id: str
    text: str
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Chat:
    """One chat of the web channel: its name, who writes, what they may see, its page's path."""

    conversation: str
    person: str
    audience: Audience
    path: str
    role: str = ""
    screening: str = ""


def said(fields: Mapping[str, str], fresh: str) -> Said:
    """What a form's fields say; `fresh` is the id of a message that came without a usable one."""
    given = fields.get("id", "")
    identity = given if _ID.fullmatch(given) else fresh
    # Cleaned as the bot cleans it, so that the page shows at once what is kept.
    choice, typed = cleaned(fields.get("choice", "")), cleaned(fields.get("text", ""))
    return Said(identity, choice, typed) if choice else Said(identity, typed)


def answering(number: int, fields: Mapping[str, str], fresh: str) -> Said:
    """The answer to a question for the team, as the command that a recruiter would type.

    A name that is none is left out. Without a plain choice the answer is for the team alone.
    """
    name = cleaned(fields.get("author", ""))
    whom = "all" if fields.get("audience") == "all" else "team"
    signed = f" as {name}" if _NAME.fullmatch(name) else ""
    given = said(fields, fresh)
    return Said(given.id, f"answer {number} {whom}{signed}: {given.text}")


def person(given: str) -> str:
    """A name somebody gave for themselves, in one line; "" where no letter is in it.

    It is how they are known from then on, so it is never what a platform calls its members.
    """
    told = _MEMBER.sub(" ", cleaned(given).replace(":", " "))
    name = " ".join(told.split())[:LONGEST_NAME].strip()
    return name if any(letter.isalpha() for letter in name) else ""


def incoming(chat: Chat, words: Said, at: datetime) -> Incoming:
    """The message for the bot.

    The id is bound to the chat, so that nobody reads another chat's reply by sending its id.
    """
    return Incoming(
        id=f"{chat.conversation}:{words.id}",
        conversation=chat.conversation,
        person=chat.person,
        audience=chat.audience,
        text=words.text,
        at=at,
        role=chat.role,
        screening=chat.screening,
    )


def team_chat(visitor: str, name: str, role: str) -> Chat:
    """The chat of one recruiter about one role; `visitor` is no secret (it is kept)."""
    return Chat(
        conversation=f"web:team:{visitor}:{role}",
        person=name,
        audience=Audience.TEAM,
        path=f"/?role={quote(role)}",
        role=role,
    )


def candidate_chat(screening: str, token: str) -> Chat:
    """The chat of one candidate; the token is only in the page's path and is not kept."""
    conversation = f"web:screening:{screening}"
    return Chat(
        conversation=conversation,
        person=conversation,
        audience=Audience.CANDIDATE,
        path=f"/c/{token}",
        screening=screening,
    )


def first_visit(chat: Chat, at: datetime) -> Incoming:
    """The wordless message that opens a candidate's chat; it is the same at every first visit."""
    return incoming(chat, Said("first-visit", ""), at)


def later_visit(chat: Chat, news: str, at: datetime) -> Incoming:
    """The wordless message by which a chat hears its news; the same for the same news."""
    return incoming(chat, Said(f"news {news}", ""), at)
