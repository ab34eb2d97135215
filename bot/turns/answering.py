"""Answers a message whatever happens: with the bot's reply, or by saying that something failed."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from bot.core.errors import LostRace, RolecallError, Unavailable
from bot.core.messages import Incoming, Reply, Text
from bot.core.wording import general as words
from bot.ports import Inbox
from bot.turns.trouble import where

WAITS = (0.2, 1.0)
"""Seconds before a message is handled again that failed for a reason which may pass."""
PATIENT_WAITS = (*WAITS, 3.0, 10.0, *(30.0 for _ in range(28)))
"""The same where nobody waits for the reply: a database's bad quarter of an hour."""
_log = logging.getLogger(__name__)


class Handler(Protocol):
    """The bot."""

    def handle(self, incoming: Incoming) -> Reply:
        """The reply to a message; the same id always gets the same reply and has one effect."""
        ...


class Answering:
    """The bot's replies, and what is said where it has none."""

    def __init__(self, bot: Handler, inbox: Inbox) -> None:
        self._bot = bot
        self._inbox = inbox

    def known(self, message: str) -> bool:
        """Whether this message was answered."""
        return self._inbox.reply_to(message) is not None

    def answer(
        self, incoming: Incoming, pause: Callable[[float], None], patient: bool = False
    ) -> Reply:
        """The bot's reply; where there is none after all tries, an apology.

        A `patient` one is not needed at once: while the database is away it is waited for.
        """
        for tried, wait in enumerate((*(PATIENT_WAITS if patient else WAITS), None)):
            try:
                return self._bot.handle(incoming)
            except Exception as error:
                away = isinstance(error, Unavailable) or tried < len(WAITS)
                if wait is None or not away or not isinstance(error, RolecallError):
                    return self._apology(incoming, error)
                _log.warning("%s is handled again: %s", incoming.id, where(error))
                pause(wait)
        raise AssertionError("the last try returns")

    def _apology(self, incoming: Incoming, error: Exception) -> Reply:
        """Kept like any reply, so that the same message gets it again and not a second try.

        The message's words are not kept: nothing would tell whose screening they belong to.
        """
        _log.error("%s was not handled: %s", incoming.id, where(error))
        reply = Reply((Text(words.BUSY if isinstance(error, LostRace) else words.FAILED),))
        try:
            self._inbox.commit(replace(incoming, text=""), reply, ())
        except LostRace:
            return self._inbox.reply_to(incoming.id) or reply
        except Exception as second:
            _log.error("the apology for %s was not kept: %s", incoming.id, where(second))
        return reply
