"""Somebody says what they think of an answer: by a thumb under it, or in words about the last."""

import re

from bot.core.answering.feedback import GiveFeedback
from bot.core.messages import Incoming
from bot.core.wording import feedback as words
from bot.dialogues.screening.session import said
from bot.dialogues.turn import Turn, turn
from bot.ports import Ports

_SAID = re.compile(
    r"(?:that (?:was|is) an? )?(?:(?P<good>good|great|helpful)|bad|poor|wrong|unhelpful) answer",
    re.IGNORECASE,
)


def thumb(ports: Ports, incoming: Incoming) -> Turn:
    """The turn for a thumb: nothing is said, as the platform itself shows what was pressed."""
    named = ports.traces.named
    message = named(incoming.about) or named(ports.mark(incoming.about))
    return turn((), *(_given(ports, incoming, message) if message else ()))


def handle(ports: Ports, incoming: Incoming) -> Turn | None:
    """The turn for words about the last answer of this chat; None for any other message."""
    if not _meant(incoming.text):
        return None
    message = ports.traces.last(incoming.conversation)
    if message is None:
        return turn(said(words.NO_ANSWER))
    noted = words.NOTED_GOOD if _is_good(incoming.text) else words.NOTED_BAD
    return turn(said(noted), *_given(ports, incoming, message))


def _given(ports: Ports, incoming: Incoming, message: str) -> tuple[GiveFeedback, ...]:
    asker = ports.mark(incoming.person)
    return (GiveFeedback(message, asker, _is_good(incoming.text), incoming.at),)


def _meant(text: str) -> re.Match[str] | None:
    return _SAID.fullmatch(" ".join(text.split()).strip("!. "))


def _is_good(text: str) -> bool:
    found = _meant(text)
    return bool(found and found["good"])
