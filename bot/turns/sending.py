"""Sends blocks through a channel, again and again while the channel asks for it."""

import json
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.messages import Aside, Block
from bot.core.wording.general import PERHAPS_TWICE
from bot.ports.delivery import Address, Sender, Standing, TryAgain, Undeliverable
from bot.turns.patience import Patience
from bot.turns.runner import Runner
from bot.turns.trouble import where

SENT = "sent"
GIVEN_UP = "given up"
_AGAIN = "again after "
_log = logging.getLogger(__name__)

_Act = Callable[[], Sequence[Address]]


def unheard(channel: str) -> None:
    """Nobody wants to know what was given up on a channel."""
    del channel


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is told: `note` keeps where something stands, `given_up` hears of the channel."""

    note: Callable[[Sequence[Standing]], None]
    given_up: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is sent, and where to; the key is the same when the same thing is sent again.

    `origin` names what it is made of where its place is to be noted, so that it can be taken back.
    `again` where an earlier run may have sent it: then it says so.
    """

    channel: str
    address: Address
    key: str
    blocks: tuple[Block, ...]
    origin: str = ""
    again: bool = False


class Sending:
    """Sends within durable work: each try is a step, so a restart goes on counting.

    What was sent is not sent again, except where the program was stopped between the sending and
    the writing down of it: then once more, with the same key, saying that it may be there already.
    """

    def __init__(
        self, senders: Mapping[str, Sender], runner: Runner, patience: Patience, heard: Heard
    ) -> None:
        self._senders = senders
        self._runner = runner
        self._patience = patience
        self._heard = heard

    def send(self, outgoing: Outgoing) -> str:
        """SENT or GIVEN_UP. Between two tries, the lane waits and no other does."""
        blocks = (*outgoing.blocks, Aside(PERHAPS_TWICE)) if outgoing.again else outgoing.blocks

        def act() -> Sequence[Address]:
            sender = self._sender(outgoing.channel)
            return sender.send(outgoing.address, outgoing.key, blocks)

        result = self._patiently(outgoing.channel, outgoing.key, act)
        if not result.startswith(SENT):
            return result
        standings = _standings(outgoing, result)
        if standings:
            self._heard.note(standings)
        return SENT

    def replace(self, standing: Standing, key: str, blocks: tuple[Block, ...]) -> str:
        """SENT, also where there is nothing to replace any more, or GIVEN_UP."""

        def act() -> Sequence[Address]:
            self._sender(standing.channel).replace(standing.address, key, blocks)
            return ()

        result = self._patiently(standing.channel, key, act)
        return SENT if result.startswith(SENT) else result

    def call(self, channel: str, key: str, act: Callable[[], None]) -> str:
        """Do something else that may raise TryAgain or Undeliverable: SENT or GIVEN_UP."""

        def without_places() -> Sequence[Address]:
            act()
            return ()

        result = self._patiently(channel, key, without_places)
        return SENT if result.startswith(SENT) else result

    def _sender(self, channel: str) -> Sender:
        if channel not in self._senders:
            raise Undeliverable(f"no channel {channel} runs")
        return self._senders[channel]

    def _patiently(self, channel: str, key: str, act: _Act) -> str:
        """GIVEN_UP, or SENT with the places as JSON behind it, as the journal keeps it."""
        result = self._tried(channel, key, act)
        if result == GIVEN_UP:
            self._heard.given_up(channel)
        return result

    def _tried(self, channel: str, key: str, act: _Act) -> str:
        for tried in range(1, self._patience.tries + 1):
            result = self._runner.journal.step(lambda: self._try(key, act))
            if not result.startswith(_AGAIN):
                return result
            if tried < self._patience.tries:
                after = float(result.removeprefix(_AGAIN))
                # Not written down, so it need not come out the same after a restart.
                chance = random.random()  # noqa: S311
                self._runner.lanes.pause(self._patience.wait(tried, after, chance))
        _log.error("%s was not sent to %s: given up", key, channel)
        return GIVEN_UP

    def _try(self, key: str, act: _Act) -> str:
        try:
            standing = act()
        except TryAgain as later:
            _log.warning("%s is tried again: %s", key, later)
            return f"{_AGAIN}{later.after}"
        except Undeliverable as never:
            _log.error("%s cannot be sent: %s", key, never)
            return GIVEN_UP
        except Exception as error:
            # A sender's own mistake: another try may find the world changed.
            _log.error("%s is tried again: %s", key, where(error))
            return f"{_AGAIN}0"
        return SENT + json.dumps([dict(address) for address in standing])


def _standings(outgoing: Outgoing, result: str) -> list[Standing]:
    """Where it stands. What an earlier version sent was written down without its places."""
    if not outgoing.origin:
        return []
    addresses = json.loads(result.removeprefix(SENT) or "[]")
    return [Standing(outgoing.origin, outgoing.channel, address) for address in addresses]
