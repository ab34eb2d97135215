"""Indexes invented briefs in a process of its own: `python -m tests.bench.indexing HOME COUNT`.

Prints as JSON how long it took, how long encoding the same texts alone takes, and the peak memory.
The index stays in HOME, to be measured on.
"""

import argparse
import json
import resource
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.assemble import App
from bot.passages import document_of
from retrieval.passages import Document
from retrieval.searchable import texts_of
from tests.bench.invented_briefs import write_briefs
from tests.bench.product import product


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing took, in seconds and megabytes, and encoding alone beside it.

    `texts` are the passages below their headings and their sentences, all of which are encoded;
    `encoding` is for these, `encoding_passages` for the passages alone.
    """

    roles: int
    passages: int
    texts: int
    seconds: float
    encoding: float
    encoding_passages: float
    peak_megabytes: float

    @property
    def multiple(self) -> float:
        """Indexing as a multiple of encoding the same texts."""
        return self.seconds / self.encoding

    @property
    def multiple_of_passages(self) -> float:
        """Indexing as a multiple of encoding the passages without their sentences."""
        return self.seconds / self.encoding_passages


class Alone:
    """Encodes each batch again as soon as it is indexed, and keeps the time: so a busy moment of
    the machine falls on both."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._documents = [document_of(role) for role in app.store.roles.all()]
        self._done = 0
        self.encoding = self.encoding_passages = self.pause = 0.0
        self.passages = sum(len(document.passages) for document in self._documents)
        self.texts = 0

    def after_batch(self, done: int, _: int) -> None:
        """Called when so many documents are indexed."""
        begun = time.perf_counter()
        batch = self._documents[self._done : done]
        self._done = done
        texts = list(dict.fromkeys(text for one in batch for text in texts_of(one)))
        self.texts += len(texts)
        self.encoding += self._encoded(texts)
        self.encoding_passages += self._encoded([t for one in batch for t in _whole(one)])
        self.pause += time.perf_counter() - begun

    def _encoded(self, texts: list[str]) -> float:
        begun = time.perf_counter()
        self._app.ranker.encode(texts)
        return time.perf_counter() - begun


def _whole(document: Document) -> list[str]:
    return texts_of(document)[: len(document.passages)]


def indexed(home: Path, count: int) -> Indexed:
    """Write, take in and index the briefs."""
    seeds = home / "seeds"
    write_briefs(seeds, count)
    with product(home, seeds) as app:
        app.seeded()
        app.ranker.encode(["warm"])
        alone = Alone(app)
        begun = time.perf_counter()
        app.index(alone.after_batch)
        seconds = time.perf_counter() - begun - alone.pause
    return Indexed(
        roles=count,
        passages=alone.passages,
        texts=alone.texts,
        seconds=seconds,
        encoding=alone.encoding,
        encoding_passages=alone.encoding_passages,
        peak_megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("count", type=int)
    given = parser.parse_args()
    print(json.dumps(asdict(indexed(given.home, given.count))))


if __name__ == "__main__":
    main()
