"""Measures search on SQuAD 2.0: `python -m tests.bench.squad dev-v2.0.json` prints a table.

Two settings: all paragraphs as one document, and each article as one document (as a brief is).
Only answerable questions count. The few weights in `retrieval.searchable` and `retrieval.ranking`
were chosen with these very questions in view, so take the last digit with a grain of salt: around
the chosen values the figures are flat. The two halves are shown to see that a gain is in both.
"""

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.open import open_encoder
from retrieval.passages import Document, Passage
from retrieval.ports import Encoder
from retrieval.ranking import BM25, Scores, min_max, weighted_terms
from retrieval.searchable import (
    Measures,
    Query,
    Searchable,
    passage_scores,
    query_of,
    texts_of,
)
from retrieval.words import content_stems

Vectors = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its article, its paragraph in it, and the spans that answer it."""

    text: str
    article: int
    paragraph: int
    answers: tuple[tuple[int, int], ...]
    before: str


@dataclass(frozen=True, slots=True)
class Result:
    """The rank (from 0) of the right paragraph, and whether the cited sentence has the answer."""

    article: int
    rank: int
    cited: bool


def read(path: Path) -> tuple[list[Document], list[Question]]:
    """The articles as documents, and the answerable questions in the order of the file."""
    articles: list[Document] = []
    questions: list[Question] = []
    for number, article in enumerate(json.loads(path.read_text(encoding="utf-8"))["data"]):
        passages = []
        for at, paragraph in enumerate(article["paragraphs"]):
            passages.append(Passage(f"{number}-{at}", paragraph["context"], "", at + 1))
            questions += _questions(paragraph["qas"], number, at)
        articles.append(Document(article["title"], "1", tuple(passages)))
    return articles, questions


def _questions(entries: Sequence[dict[str, object]], article: int, at: int) -> Iterator[Question]:
    before = ""
    for entry in entries:
        if entry["is_impossible"]:
            continue
        text = str(entry["question"]).strip()
        spans = {
            (answer["answer_start"], answer["answer_start"] + len(answer["text"]))
            for answer in entry["answers"]  # type: ignore[attr-defined]
        }
        yield Question(text, article, at, tuple(sorted(spans)), before)
        before = text


def encoded(texts: Sequence[str], encoder: Encoder, cache: Path | None) -> Vectors:
    """A vector for each text, kept in the folder `cache` if there is one."""
    unique = list(dict.fromkeys(texts))
    digest = hashlib.sha256("\0".join([encoder.name, *unique]).encode()).hexdigest()[:16]
    kept = cache / f"squad-{digest}.npy" if cache else None
    if kept is not None and kept.exists():
        rows = np.load(kept)
    else:
        rows = encoder.encode(unique)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            np.save(kept, rows)
    return dict(zip(unique, rows, strict=True))


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
    """Documents ready to search, and where a question's right paragraph is among them."""

    documents: list[Document]
    vectors: Vectors
    place: Callable[[Question], tuple[int, int]]

    def results(self, questions: Sequence[Question]) -> dict[str, list[Result]]:
        """For each method, one result a question."""
        ready = [
            Searchable(one, np.stack([self.vectors[text] for text in texts_of(one)]))
            for one in self.documents
        ]
        plain = _plain_bm25(self.documents)
        found: dict[str, list[Result]] = {method: [] for method in METHODS}
        for question in questions:
            at, right = self.place(question)
            query = self.query(question.text)
            measured, bm25 = ready[at].measure(query), plain[at].scores(query.words)
            cited = _cited(ready[at], query, question, self.documents[at].passages[right])
            for method, score in METHODS.items():
                scores = score(measured, bm25)
                rank = int(np.count_nonzero(scores > scores[right]))
                found[method].append(Result(question.article, rank, cited))
        return found

    def query(self, *turns: str) -> Query:
        """The query for a question and, if given, the one before it."""
        return query_of(turns, np.stack([self.vectors[turn] for turn in turns]))


def _cited(ready: Searchable, query: Query, question: Question, right: Passage) -> bool:
    (best,) = ready.search(query, 1)
    span = best.sentence
    return best.passage.id == right.id and any(
        span.start <= start and end <= span.end for start, end in question.answers
    )


def follow_ups(setting: Setting, questions: Sequence[Question]) -> dict[str, float]:
    """hit@1 where the question before was about the same paragraph, by what is searched for."""
    ready = [
        Searchable(one, np.stack([setting.vectors[text] for text in texts_of(one)]))
        for one in setting.documents
    ]
    asked = [question for question in questions if question.before]
    found = {"last turn alone": 0, "blended with the turn before": 0}
    for question in asked:
        at, right = setting.place(question)
        wanted = setting.documents[at].passages[right].id
        for name, turns in zip(
            found, ((question.text,), (question.text, question.before)), strict=True
        ):
            (best,) = ready[at].search(setting.query(*turns), 1)
            found[name] += best.passage.id == wanted
    return {name: count / len(asked) for name, count in found.items()}


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
    last = found["score fusion (Rolecall)"]
    print(f"the cited sentence holds the answer: {np.mean([one.cited for one in last]):.3f}")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="dev-v2.0.json of SQuAD 2.0")
    parser.add_argument("--cache", type=Path, help="a folder to keep the vectors in")
    arguments = parser.parse_args()
    articles, questions = read(arguments.path)
    pool = Document("all", "1", tuple(one for article in articles for one in article.passages))
    vectors = encoded(
        texts_of(pool) + [question.text for question in questions],
        open_encoder(),
        arguments.cache,
    )
    first = np.cumsum([0, *(len(article.passages) for article in articles)])
    print(f"{len(articles)} articles, {len(pool.passages)} paragraphs, {len(questions)} questions")
    one_pool = Setting([pool], vectors, lambda q: (0, int(first[q.article]) + q.paragraph))
    show("All paragraphs as one document", one_pool.results(questions))
    briefs = Setting(articles, vectors, lambda q: (q.article, q.paragraph))
    show("Each article as one document", briefs.results(questions))
    print("\nFollow-up on the same paragraph, each article as one document, hit@1")
    for name, share in follow_ups(briefs, questions).items():
        print(f"{name:28}{share:7.3f}")


if __name__ == "__main__":
    main()
