"""A line typed in the terminal becomes a message."""

from datetime import datetime

from bot.channels.terminal.files import attached
from bot.core.messages import Incoming
from bot.core.roles import Audience


def parse(text: str, identity: str, at: datetime, chat: Incoming) -> Incoming:
    """The next message of a chat: like `chat`, with these words, id and time."""
    attachment = attached(text)
    return Incoming(
        id=f"terminal:{identity}",
        conversation=chat.conversation,
        person=chat.person,
        audience=chat.audience,
        text="" if attachment else text,
        at=at,
        role=chat.role,
        screening=chat.screening,
        files=1 if attachment else 0,
        attachment=attachment,
    )


def chat_of(audience: Audience, role: str, screening: str, at: datetime) -> Incoming:
    """What every message of one chat in the terminal has in common."""
    who = "recruiter" if audience is Audience.TEAM else "candidate"
    place = screening or role or "any"
    return Incoming("", f"terminal:{who}:{place}", who, audience, "", at, role, screening)
