"""The bot's ports on a real store; stand-ins take the place of what would load a model."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.ratings import Evidence, Level, Outcome, Rating
from bot.core.roles import Criterion, Role
from bot.ports import Ports
from bot.resumes.reading import read
from bot.settings.hiring_channels import ChannelsInForce
from bot.storage.store import Store


class PlainRater:
    """Finds every answer to be demonstrated, with its first word as the evidence."""

    name = "plain-1"

    def rate(
        self, criterion: Criterion, question: str, answer: str, others: Sequence[str] = ()
    ) -> Rating:
        first = answer.split(maxsplit=1)[0]
        start = answer.index(first)
        evidence = (Evidence(start, start + len(first), first),)
        reasons = ("It is said.",)
        return Rating(Outcome.RATED, Level.IMPACT, evidence, reasons, None, self.name)


class NoRanker:
    """Finds no passage near to any question, and no meaning in any words."""

    def likeness(self, role: Role, question: str, history: Sequence[str]) -> NDArray[np.float64]:
        return np.zeros(len(role.passages))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), 384), np.float32)

    def word_vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        return self.encode(words)

    def passage_vectors(self, role: Role) -> NDArray[np.float32]:
        return self.encode([passage.text for passage in role.passages])


def token_of_screening(screening: str) -> str:
    """An invented token."""
    return f"invented-token-of-{screening}-" + "x" * 22


def ports_on(store: Store, numbers: Iterator[int]) -> Ports:
    """The ports; each screening is named by the next of these numbers: s001, s002 …"""
    return Ports(
        roles=store.roles,
        kits=store.kits,
        screenings=store.screenings,
        conversations=store.conversations,
        questions=store.questions,
        drafts=store.drafts,
        hiring_channels=ChannelsInForce("", store.hiring_channels.all),
        traces=store.traces,
        mark=lambda name: f"mark of {name}",
        records=store.records,
        inbox=store.inbox,
        ranker=NoRanker(),
        rater=PlainRater(),
        phraser=None,
        new_id=lambda: f"s{next(numbers):03d}",
        token_of=token_of_screening,
        candidate_link=lambda token: f"https://jobs.example/c/{token}",
        alerts=lambda role: False,
        name_of=lambda screening: store.people.name(screening) or "",
        reach=store.agenda.reach,
        thread_of=store.standings.screening_above,
        read_resume=read,
        waiting_resumes=store.waiting_resumes,
    )
