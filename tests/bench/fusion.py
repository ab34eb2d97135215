"""Compares ways of fusing scores on SQuAD 2.0: `python -m tests.bench.fusion dev-v2.0.json`.

Two settings: all paragraphs as one document, and each article as one document (as a brief is).
Only answerable questions count. The few weights in `retrieval.searchable` and `retrieval.ranking`
were chosen with these very questions in view, so take the last digit with a grain of salt: around
the chosen values the figures are flat. The two halves are shown to see that a gain is in both.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrieval.open import open_encoder
from retrieval.passages import Document
from retrieval.ranking import BM25, Scores, min_max, weighted_terms
from retrieval.searchable import Measures, Query, Searchable, passage_scores, query_of, texts_of
from retrieval.words import content_stems
from tests.bench.remembering import Remembering
from tests.bench.squad_data import Question, read


@dataclass(frozen=True, slots=True)
class Result:
    """The rank (from 0) of the right paragraph, and its article."""

    article: int
    rank: int


def _plain_bm25(documents: Sequence[Document]) -> list[BM25]:
    return [
        BM25([weighted_terms([(content_stems(one.text), 1.0)]) for one in document.passages])
        for document in documents
    ]


def _reciprocal_ranks(one: Scores, other: Scores) -> Scores:
    ranks = [np.argsort(np.argsort(-scores, kind="stable")) for scores in (one, other)]
    fused: Scores = np.sum([1.0 / (61 + rank) for rank in ranks], axis=0)
    return fused


METHODS: dict[str, Callable[[Measures, Scores], Scores]] = {
    "BM25": lambda _, bm25: bm25,
    "BM25 with word pairs": lambda measured, _: measured.lexical,
    "cosine of paragraphs": lambda measured, _: measured.cosine,
    "cosine with best sentence": lambda measured, _: measured.cosine + measured.nearest,
    "rank fusion (RRF)": lambda measured, bm25: _reciprocal_ranks(bm25, measured.cosine),
    "score fusion, BM25 alone": lambda measured, bm25: (
        min_max(bm25) + min_max(measured.cosine + measured.nearest)
    ),
    "score fusion (Rolecall)": lambda measured, _: passage_scores(measured),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """Documents to search, and where a question's right paragraph is among them."""

    documents: Sequence[Document]
    encoder: Remembering
    place: Callable[[Question], tuple[int, int]]

    def results(self, questions: Sequence[Question]) -> dict[str, list[Result]]:
        """For each method, one result a question."""
        ready, plain = self._ready(), _plain_bm25(self.documents)
        found: dict[str, list[Result]] = {method: [] for method in METHODS}
        for question in questions:
            at, right = self.place(question)
            query = self._query(question.text)
            measured, bm25 = ready[at].measure(query), plain[at].scores(query.words)
            for method, score in METHODS.items():
                scores = score(measured, bm25)
                rank = int(np.count_nonzero(scores > scores[right]))
                found[method].append(Result(question.article, rank))
        return found

    def follow_ups(self, questions: Sequence[Question]) -> dict[str, float]:
        """hit@1 where the question before was about the same paragraph, by what is searched for."""
        ready = self._ready()
        asked = [question for question in questions if question.before]
        found = {"last turn alone": 0, "blended with the turn before": 0}
        for question in asked:
            at, right = self.place(question)
            wanted = self.documents[at].passages[right].id
            ways = ((question.text,), (question.text, question.before))
            for name, turns in zip(found, ways, strict=True):
                (best,) = ready[at].search(self._query(*turns), 1)
                found[name] += best.passage.id == wanted
        return {name: count / len(asked) for name, count in found.items()}

    def _ready(self) -> list[Searchable]:
        return [Searchable(one, self.encoder.encode(texts_of(one))) for one in self.documents]

    def _query(self, *turns: str) -> Query:
        return query_of(turns, self.encoder.encode(turns))


def figures(results: Sequence[Result]) -> str:
    """hit@1, hit@5 and mean reciprocal rank among ten, as a row of a table."""
    ranks = np.array([result.rank for result in results])
    reciprocal = np.where(ranks < 10, 1 / (ranks + 1), 0).mean()
    return f"{(ranks < 1).mean():7.3f} {(ranks < 5).mean():7.3f} {reciprocal:7.3f}"


def show(title: str, found: dict[str, list[Result]]) -> None:
    """Print one table."""
    print(f"\n{title}\n{'':28}  hit@1   hit@5  MRR@10   even articles:            odd articles:")
    for method, results in found.items():
        halves = [[one for one in results if one.article % 2 == half] for half in (0, 1)]
        print(f"{method:28}" + "   ".join(figures(part) for part in (results, *halves)))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="dev-v2.0.json of SQuAD 2.0")
    parser.add_argument("--cache", type=Path, help="a folder to keep the vectors in")
    arguments = parser.parse_args()
    squad = read(arguments.path)
    pool, questions = squad.pool, squad.answerable
    texts = [*texts_of(pool), *(question.text for question in questions)]
    encoder = Remembering(open_encoder(), texts, arguments.cache)
    first = np.cumsum([0, *(len(article.passages) for article in squad.articles)])
    print(f"{len(squad.articles)} articles, {len(pool.passages)} paragraphs")
    one_pool = Setting([pool], encoder, lambda q: (0, int(first[q.article]) + q.paragraph))
    show("All paragraphs as one document", one_pool.results(questions))
    articles = Setting(squad.articles, encoder, lambda q: (q.article, q.paragraph))
    show("Each article as one document", articles.results(questions))
    print("\nFollow-up on the same paragraph, each article as one document, hit@1")
    for name, share in articles.follow_ups(questions).items():
        print(f"{name:28}{share:7.3f}")


if __name__ == "__main__":
    main()
