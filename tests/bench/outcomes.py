"""What comes of our own questions: asked of the product, of its search, of the stock pipeline."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from langchain_chroma import Chroma

from bot.assembly.assemble import App
from bot.core.answering.answers import Answer
from bot.core.messages import Citation
from bot.core.roles import Audience, Passage, Role
from bot.evaluation import questions as evaluation
from bot.evaluation.questions import Row
from bot.passages import document_of
from retrieval.passages import Document
from retrieval.ports import Encoder
from tests.bench.stock_pipeline import best, stock_chroma


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question: whether it was answered, and rightly, and in how many seconds.

    `held` tells whether the brief answers it. `cosine` is how like the question the answer of the
    stock pipeline is, -1 to 1; other outcomes have none.
    """

    role: str
    held: bool
    answered: bool
    right: bool
    seconds: float
    cosine: float = 1.0

    def above(self, threshold: float) -> "Outcome":
        """The same, where nothing less alike than the threshold is an answer."""
        if self.cosine >= threshold:
            return self
        return replace(self, answered=False, right=not self.held)


Ask = Callable[[Role, Row], Outcome]


def outcomes(ask: Ask, pairs: Sequence[tuple[Role, Row]]) -> list[Outcome]:
    """One outcome a question; each role is asked about once before, to warm up."""
    for role, row in {role.id: (role, row) for role, row in pairs}.values():
        ask(role, row)
    return [ask(role, row) for role, row in pairs]


def product_asked(app: App) -> Ask:
    """The product, through what `rolecall evaluate questions` uses."""

    def ask(role: Role, row: Row) -> Outcome:
        begun = time.perf_counter()
        done = evaluation.asked(app.ports, role, row, Audience.CANDIDATE)
        seconds = time.perf_counter() - begun
        return Outcome(role.id, row.answered, done.answer.answered, done.correct, seconds)

    return ask


def search_asked(app: App) -> Ask:
    """The product's search alone: its first line is taken for the answer, whatever is asked."""

    def ask(role: Role, row: Row) -> Outcome:
        seen = {passage.id: passage for passage in role.seen_by(_audience(row))}
        begun = time.perf_counter()
        ranked = app.ranker.rank(role, row.question, row.history)
        seconds = time.perf_counter() - begun
        first = next(seen[one.passage] for one in ranked if one.passage in seen)
        return Outcome(role.id, row.answered, True, _right(row, role, first), seconds)

    return ask


def stock_asked(encoder: Encoder) -> Ask:
    """The stock pipeline without a threshold yet: the passage that is most like the question."""
    stores: dict[tuple[str, Audience], Chroma] = {}

    def ask(role: Role, row: Row) -> Outcome:
        key = (role.id, _audience(row))
        passages = {passage.id: passage for passage in role.seen_by(key[1])}
        if key not in stores:
            stores[key] = stock_chroma(_only(role, passages), encoder)
        begun = time.perf_counter()
        ((found, cosine),) = best(stores[key], row.question, 1)
        seconds = time.perf_counter() - begun
        right = _right(row, role, passages[str(found.id)])
        return Outcome(role.id, row.answered, True, right, seconds, cosine)

    return ask


def _audience(row: Row) -> Audience:
    return row.audience or Audience.CANDIDATE


def _only(role: Role, passages: dict[str, Passage]) -> Document:
    whole = document_of(role)
    return Document(whole.id, whole.version, tuple(p for p in whole.passages if p.id in passages))


def _right(row: Row, role: Role, line: Passage) -> bool:
    """Whether a line alone, given as the answer, is a right one."""
    cited = Citation(line.section, line.line, line.text, role.version)
    return evaluation.correct(row, Answer(True, line.text, citations=(cited,)))


def rate(found: Sequence[Outcome], held: bool) -> float:
    """The share answered rightly of what the briefs hold, or refused of what they do not."""
    return float(np.mean([one.right for one in found if one.held is held]))


def answered(found: Sequence[Outcome]) -> float:
    """The share answered at all, rightly or not, of what the briefs hold."""
    return float(np.mean([one.answered for one in found if one.held]))


def milliseconds(found: Sequence[Outcome]) -> float:
    """The median time of an outcome."""
    return float(np.median([one.seconds for one in found])) * 1000


def best_threshold(found: Sequence[Outcome]) -> float:
    """The threshold with the highest mean of both rates; the lowest of them where several have."""

    def mean(threshold: float) -> float:
        settled = [one.above(threshold) for one in found]
        return (rate(settled, held=True) + rate(settled, held=False)) / 2

    return max(sorted({one.cosine for one in found}), key=mean)
