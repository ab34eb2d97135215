"""Sends blocks through a channel, again and again while the channel asks for it."""

import logging
import random
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.messages import Block
from bot.delivery import Address, Sender, TryAgain, Undeliverable
from bot.turns.patience import Patience
from bot.turns.runner import Runner
from bot.turns.trouble import where

SENT = "sent"
GIVEN_UP = "given up"
_AGAIN = "again after "
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is sent, and where to; the key is the same when the same thing is sent again."""

    channel: str
    address: Address
    key: str
    blocks: tuple[Block, ...]


class Sending:
    """Sends within durable work: each try is a step, so a restart goes on counting.

    What was sent is not sent again, except where the program was stopped between the sending and
    the writing down of it: then once more, with the same key.
    """

    def __init__(self, senders: Mapping[str, Sender], runner: Runner, patience: Patience) -> None:
        self._senders = senders
        self._runner = runner
        self._patience = patience

    def send(self, outgoing: Outgoing) -> str:
        """SENT or GIVEN_UP. Between two tries, the lane waits and no other does."""
        for tried in range(1, self._patience.tries + 1):
            result = self._runner.journal.step(lambda: self._try(outgoing))
            if not result.startswith(_AGAIN):
                return result
            if tried < self._patience.tries:
                after = float(result.removeprefix(_AGAIN))
                # Not written down, so it need not come out the same after a restart.
                chance = random.random()  # noqa: S311
                self._runner.lanes.pause(self._patience.wait(tried, after, chance))
        _log.error("%s was not sent to %s: given up", outgoing.key, outgoing.channel)
        return GIVEN_UP

    def _try(self, outgoing: Outgoing) -> str:
        sender = self._senders.get(outgoing.channel)
        if sender is None:
            _log.error("%s was not sent: no channel %s runs", outgoing.key, outgoing.channel)
            return GIVEN_UP
        try:
            with self._runner.busy():
                sender.send(outgoing.address, outgoing.key, outgoing.blocks)
        except TryAgain as later:
            _log.warning("%s is tried again: %s", outgoing.key, later)
            return f"{_AGAIN}{later.after}"
        except Undeliverable as never:
            _log.error("%s cannot be sent: %s", outgoing.key, never)
            return GIVEN_UP
        except Exception as error:
            # A sender's own mistake: another try may find the world changed.
            _log.error("%s is tried again: %s", outgoing.key, where(error))
            return f"{_AGAIN}0"
        return SENT
