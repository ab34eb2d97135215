"""SQuAD 2.0: which paragraph is found, which sentence is cited, and what is refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from langchain_chroma import Chroma

from retrieval.library import Library
from retrieval.open import open_encoder
from retrieval.passages import Document, Hit
from retrieval.searchable import texts_of
from tests.bench.options import Options
from tests.bench.remembering import Remembering
from tests.bench.squad_data import FILE, Question, Squad, read
from tests.bench.stock_pipeline import best, stock_chroma
from tests.bench.tables import Aim, Line, Table, Unit
from tests.training.unkept import Unkept

RANKED = 10
ANSWERED = 0.94
"""The share of answerable questions that must still be answered where others are refused."""

Place = Callable[[Question], str]
"""The id of the document that a question is asked of."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one question found: ids of passages, best first; how alike the best is, -1 to 1.

    `cited` tells whether the cited sentence holds the answer; a stock pipeline cites none.
    """

    ids: tuple[str, ...]
    likeness: float
    cited: bool = False


Finder = Callable[[Sequence[Document], Place, Sequence[Question]], list[Found]]


@dataclass(frozen=True, slots=True)
class Side:
    """One pipeline's finds: in the pool, in the question's article, and where nothing answers."""

    pool: list[Found]
    article: list[Found]
    foreign: list[Found]
    near_topic: list[Found]


def tables(options: Options) -> list[Table]:
    """Search beside the stock pipeline, and what both refuse."""
    file = options.file(FILE)
    if file is None:
        line = Line("paragraph found first", Unit.PERCENT, None, note=options.absent(FILE))
        return [Table("SQuAD 2.0", (line,))]
    squad = read(file)
    questions = [one.text for one in (*squad.answerable, *squad.near_topic)]
    encoder = Remembering(open_encoder(), [*texts_of(squad.pool), *questions], options.cache)
    ours = _side(squad, _searched(Library(encoder, Unkept())))
    theirs = _side(squad, _stocked(encoder))
    return [_pool(squad, ours, theirs), _articles(squad, ours, theirs), _refused(ours, theirs)]


def _side(squad: Squad, find: Finder) -> Side:
    def own(question: Question) -> str:
        return squad.articles[question.article].id

    def next_article(question: Question) -> str:
        return squad.articles[(question.article + 1) % len(squad.articles)].id

    pool = squad.pool
    return Side(
        find([pool], lambda _: pool.id, squad.answerable),
        find(squad.articles, own, squad.answerable),
        find(squad.articles, next_article, squad.answerable),
        find(squad.articles, own, squad.near_topic),
    )


def _searched(library: Library) -> Finder:
    """Rolecall's own search."""

    def find(documents: Sequence[Document], place: Place, asked: Sequence[Question]) -> list[Found]:
        by_id = {document.id: document for document in documents}
        found = []
        for question in asked:
            hits = library.search(by_id[place(question)], question.text, limit=RANKED)
            ids = tuple(hit.passage.id for hit in hits)
            found.append(Found(ids, hits[0].cosine, _holds(hits[0], question)))
        return found

    return find


def _stocked(encoder: Remembering) -> Finder:
    """The stock pipeline's search."""

    def find(documents: Sequence[Document], place: Place, asked: Sequence[Question]) -> list[Found]:
        stores: dict[str, Chroma] = {one.id: stock_chroma(one, encoder) for one in documents}
        found = []
        for question in asked:
            hits = best(stores[place(question)], question.text, RANKED)
            found.append(Found(tuple(str(one.id) for one, _ in hits), hits[0][1]))
        return found

    return find


def _holds(hit: Hit, question: Question) -> bool:
    span = hit.sentence
    return hit.passage.id == _right(question) and any(
        span.start <= start and end <= span.end for start, end in question.answers
    )


def _right(question: Question) -> str:
    return f"{question.article}-{question.paragraph}"


def _pool(squad: Squad, ours: Side, theirs: Side) -> Table:
    count, asked = len(squad.pool.passages), squad.answerable
    title = f"SQuAD 2.0, all {count} paragraphs as one document, {len(asked)} questions"
    return Table(
        title,
        (
            _first(asked, ours.pool, theirs.pool, 0.87),
            Line(
                "mean reciprocal rank of the right paragraph among ten",
                Unit.RANK,
                _reciprocal(asked, ours.pool),
                Aim(0.92, at_least=True),
                _reciprocal(asked, theirs.pool),
            ),
        ),
        "stock",
    )


def _articles(squad: Squad, ours: Side, theirs: Side) -> Table:
    asked = squad.answerable
    cited = float(np.mean([one.cited for one in ours.article]))
    title = f"SQuAD 2.0, each of {len(squad.articles)} articles as one document"
    return Table(
        title,
        (
            _first(asked, ours.article, theirs.article, 0.89),
            Line(
                "the cited sentence holds the answer",
                Unit.PERCENT,
                cited,
                Aim(0.78, at_least=True),
                note="the stock pipeline cites no sentence",
            ),
        ),
        "stock",
        notes=(
            "The weights of the fusion were chosen with these questions in view; around the "
            "chosen values the figures are flat.",
        ),
    )


def _first(
    asked: Sequence[Question], ours: Sequence[Found], theirs: Sequence[Found], limit: float
) -> Line:
    shares = [
        float(np.mean([one.ids[0] == _right(q) for q, one in zip(asked, side, strict=True)]))
        for side in (ours, theirs)
    ]
    what = "the right paragraph is found first (hit@1)"
    return Line(what, Unit.PERCENT, shares[0], Aim(limit, at_least=True), shares[1])


def _reciprocal(asked: Sequence[Question], found: Sequence[Found]) -> float:
    places = [
        one.ids.index(_right(question)) + 1 if _right(question) in one.ids else None
        for question, one in zip(asked, found, strict=True)
    ]
    return float(np.mean([1 / place if place else 0.0 for place in places]))


def _refused(ours: Side, theirs: Side) -> Table:
    def share(side: Side, kind: Sequence[Found]) -> float:
        limit = np.quantile([one.likeness for one in side.article], 1 - ANSWERED, method="lower")
        return float(np.mean([one.likeness < limit for one in kind]))

    return Table(
        f"SQuAD 2.0, refused by likeness alone where {ANSWERED:.0%} of the answerable is answered",
        (
            Line(
                f"{len(ours.foreign)} questions about another article",
                Unit.PERCENT,
                share(ours, ours.foreign),
                Aim(0.99, at_least=True),
                share(theirs, theirs.foreign),
            ),
            Line(
                f"{len(ours.near_topic)} questions near the topic that nothing answers",
                Unit.PERCENT,
                share(ours, ours.near_topic),
                None,
                share(theirs, theirs.near_topic),
            ),
        ),
        "stock",
        notes=(
            "Likeness is the best cosine; Rolecall's is of a passage or a sentence. Questions near "
            "the topic show that likeness cannot tell “about this” from “answered by this”: on a "
            "brief Rolecall decides by what is asked for, see the table of our own questions.",
        ),
    )
