"""Counts what passes: the bot's parts, wrapped, each as it was but for the counting."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from bot.core.answering.answers import Answer
from bot.core.messages import Block, Incoming, Reply
from bot.core.ratings import Rating
from bot.core.roles import Criterion
from bot.models.chat import ChatModel
from bot.models.failures import ModelUnavailable
from bot.models.prompts import Prompt
from bot.operating.meters import Meters
from bot.ports import Phraser, Rater
from bot.ports.delivery import Address, Sender, TryAgain
from bot.turns.answering import Handler

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger

_log: "FilteringBoundLogger" = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class CountedBot:
    """A bot whose turns are counted, timed, and logged in one line each, without their words."""

    bot: Handler
    meters: Meters

    def handle(self, incoming: Incoming) -> Reply:
        """The reply to a message."""
        audience = incoming.audience.value
        begun = time.perf_counter()
        outcome = "failed"
        try:
            reply = self.bot.handle(incoming)
            outcome = "handled"
        finally:
            seconds = time.perf_counter() - begun
            self.meters.turns.add(1, {"audience": audience, "outcome": outcome})
            self.meters.turn_seconds.record(seconds, {"audience": audience})
            _log.info("turn", audience=audience, outcome=outcome, ms=round(seconds * 1000, 1))
        return reply


@dataclass(frozen=True, slots=True)
class CountedSender:
    """A channel's sender whose tries are counted."""

    channel: str
    sender: Sender
    meters: Meters

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> Sequence[Address]:
        """Send, and give where it stands."""
        try:
            standing = self.sender.send(address, key, blocks)
        except Exception as error:
            self._count(_outcome(error))
            raise
        self._count("sent")
        return standing

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Replace what was sent."""
        try:
            self.sender.replace(standing, key, blocks)
        except Exception as error:
            self._count(_outcome(error))
            raise
        self._count("replaced")

    def _count(self, outcome: str) -> None:
        self.meters.sends.add(1, {"channel": self.channel, "outcome": outcome})


def _outcome(error: Exception) -> str:
    return "try again" if isinstance(error, TryAgain) else "not delivered"


@dataclass(frozen=True, slots=True)
class CountedRater:
    """A rater whose ratings are counted; `modelled` where a language model proposes beside it."""

    rater: Rater
    meters: Meters
    modelled: bool

    @property
    def name(self) -> str:
        """The rater's own name."""
        return self.rater.name

    def rate(
        self, criterion: Criterion, question: str, answer: str, others: Sequence[str] = ()
    ) -> Rating:
        """The rating."""
        rating = self.rater.rate(criterion, question, answer, others)
        self.meters.ratings.add(1, {"level": rating.words})
        if self.modelled:
            # A rating that the model had no part in carries the rules' name alone.
            _use(self.meters, "rating", rating.rater == self.rater.name)
        return rating


@dataclass(frozen=True, slots=True)
class CountedPhraser:
    """A model's phraser whose results are counted."""

    phraser: Phraser
    meters: Meters

    def phrase(self, question: str, sentence: str, quotes: Sequence[str]) -> str | None:
        """The sentence, or None to keep the answer as it is."""
        phrased = self.phraser.phrase(question, sentence, quotes)
        _use(self.meters, "phrasing", phrased is not None)
        return phrased


@dataclass(frozen=True, slots=True)
class CountedModel:
    """A chat model whose calls are counted."""

    model: ChatModel
    meters: Meters

    @property
    def name(self) -> str:
        """The model's own name."""
        return self.model.name

    def complete(self, prompt: Prompt) -> str:
        """The completion; raises ModelUnavailable."""
        try:
            completed = self.model.complete(prompt)
        except ModelUnavailable as error:
            self.meters.model_calls.add(1, {"outcome": error.why.value})
            raise
        self.meters.model_calls.add(1, {"outcome": "answered"})
        return completed


@dataclass(frozen=True, slots=True)
class Counting:
    """Wraps each part that is counted."""

    meters: Meters

    def bot(self, bot: Handler) -> Handler:
        """The bot."""
        return CountedBot(bot, self.meters)

    def sender(self, channel: str, sender: Sender) -> Sender:
        """A channel's sender."""
        return CountedSender(channel, sender, self.meters)

    def rater(self, rater: Rater, modelled: bool) -> Rater:
        """The rater."""
        return CountedRater(rater, self.meters, modelled)

    def phraser(self, phraser: Phraser) -> Phraser:
        """The phraser."""
        return CountedPhraser(phraser, self.meters)

    def model(self, model: ChatModel) -> ChatModel:
        """The chat model."""
        return CountedModel(model, self.meters)

    def answered(self, answer: Answer) -> None:
        """A question that was answered, or not."""
        outcome = "answered" if answer.answered else str(answer.reason or "not answered")
        self.meters.answers.add(1, {"outcome": outcome})

    def given_up(self, channel: str) -> None:
        """Something that was not sent after all tries."""
        self.meters.given_up.add(1, {"channel": channel})


def _use(meters: Meters, use: str, used: bool) -> None:
    meters.model_uses.add(1, {"use": use, "outcome": "used" if used else "fell back"})
