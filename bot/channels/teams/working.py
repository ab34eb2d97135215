"""The sign that an answer is on its way: sent as a message comes in, and given up at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import structlog

from bot.channels.teams.connector import Connector
from bot.ports.delivery import Address, TryAgain, Undeliverable

AT_ONCE = 8
"""How many signs may be on their way: with more, a message goes without one."""

_log = structlog.get_logger(__name__)


class Working:
    """Shows “typing” in a chat until something is said there. Nothing waits for it."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector
        self._errands = ThreadPoolExecutor(2, "teams-typing")
        self._room = threading.BoundedSemaphore(AT_ONCE)

    def show(self, address: Address) -> None:
        """Begins to send the sign; returns at once.

        It is begun before the message is taken: behind the answer, it would stay for a while.
        """
        if self._room.acquire(blocking=False):
            self._errands.submit(self._shown, address)

    def _shown(self, address: Address) -> None:
        chat = {key: value for key, value in address.items() if key != "reply_to"}
        try:
            self._connector.post(chat, {"type": "typing"})
        except (TryAgain, Undeliverable) as error:
            _log.info("teams_typing_not_shown", why=type(error).__name__)
        finally:
            self._room.release()
