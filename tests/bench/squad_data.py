"""SQuAD 2.0 as documents and questions: each article is one document, as a brief is."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from retrieval.passages import Document, Passage

FILE = "squad2/dev-v2.0.json"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its article, its paragraph in it, and the spans that answer it.

    Without spans the paragraph is near the topic and holds no answer. `before` is the answerable
    question asked before about the same paragraph, if any.
    """

    text: str
    article: int
    paragraph: int
    answers: tuple[tuple[int, int], ...]
    before: str


@dataclass(frozen=True, slots=True)
class Squad:
    """The articles, and the questions in the order of the file."""

    articles: tuple[Document, ...]
    answerable: tuple[Question, ...]
    near_topic: tuple[Question, ...]

    @property
    def pool(self) -> Document:
        """All paragraphs as one document; their ids say whose they are."""
        return Document("all", "1", tuple(one for own in self.articles for one in own.passages))


def read(path: Path) -> Squad:
    """The set in one of its published files."""
    articles: list[Document] = []
    questions: list[Question] = []
    for number, article in enumerate(json.loads(path.read_text(encoding="utf-8"))["data"]):
        passages = []
        for at, paragraph in enumerate(article["paragraphs"]):
            passages.append(Passage(f"{number}-{at}", paragraph["context"], "", at + 1))
            questions += _questions(paragraph["qas"], number, at)
        articles.append(Document(f"{number}", "1", tuple(passages)))
    return Squad(
        tuple(articles),
        tuple(one for one in questions if one.answers),
        tuple(one for one in questions if not one.answers),
    )


def _questions(entries: Sequence[dict[str, object]], article: int, at: int) -> Iterator[Question]:
    before = ""
    for entry in entries:
        text = str(entry["question"]).strip()
        spans = {
            (answer["answer_start"], answer["answer_start"] + len(answer["text"]))
            for answer in entry["answers"]  # type: ignore[attr-defined]
        }
        yield Question(text, article, at, tuple(sorted(spans)), before if spans else "")
        before = text if spans else before
