"""Answers Teams when it asks for a card as one person is to see it: quickly, a few at a time."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Protocol

import structlog

from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.invokes import looked
from bot.channels.teams.looking import looker
from bot.core.messages import Block, Incoming

SECONDS = 3.0
"""How long a card for one person may take: they see the channel's meanwhile."""

AT_ONCE = 4
"""How many are made at the same time: a whole channel may look at one moment."""

_log = structlog.get_logger(__name__)


class OwnCards(Protocol):
    """The cards of channels as one person sees them."""

    def of(self, incoming: Incoming) -> tuple[Block, ...] | None:
        """The card in whose thread somebody is; None where it is to stay as it stands."""
        ...


class OwnViews:
    """The invokes that ask for a card."""

    def __init__(self, config: TeamsConfig, own_cards: OwnCards | None) -> None:
        self._config = config
        self._own_cards = own_cards
        self._makers = ThreadPoolExecutor(AT_ONCE, "teams-views")

    async def answer(self, activity: Mapping[str, object]) -> Json:
        """The card as its looker may see it; where that fails or takes too long, that it stays."""
        seen = looker(activity, self._config, datetime.now(UTC))
        if seen is None or self._own_cards is None:
            return looked(None, "")
        of, (incoming, person) = self._own_cards.of, seen
        try:
            async with asyncio.timeout(SECONDS):
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(
                    self._makers, lambda: looked(of(incoming), person)
                )
        except Exception as error:  # Whatever it is, the channel's card serves as well.
            _log.warning("teams_own_card_not_shown", why=type(error).__name__)
            return looked(None, "")
