"""Indexes invented briefs in a process of its own: `tests.bench.indexing HOME COUNT EVERY`.

Prints as JSON how long it took, how long encoding the same texts alone takes, and the peak memory.
The index stays in HOME, to be measured on.
"""

import argparse
import json
import resource
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.assembly.assemble import App
from bot.passages import document_of
from retrieval.passages import Document
from retrieval.searchable import texts_of
from tests.bench.invented_briefs import write_briefs
from tests.product import product


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing took, in seconds and megabytes, and encoding alone beside it.

    `texts` are the passages below their headings and their sentences, all of which are encoded.
    The others are of the batches that were compared: `indexing` them, `encoding` their texts and
    `encoding_passages` their passages alone; `processor` and `processor_encoding` are the time that
    all processors worked on the first two.
    """

    roles: int
    passages: int
    texts: int
    seconds: float
    indexing: float
    encoding: float
    encoding_passages: float
    processor: float
    processor_encoding: float
    peak_megabytes: float

    @property
    def multiple(self) -> float:
        """Indexing as a multiple of encoding the same texts."""
        return self.indexing / self.encoding

    @property
    def processor_multiple(self) -> float:
        """The same, by the time that the processors worked: a busy machine does not show in it."""
        return self.processor / self.processor_encoding

    @property
    def multiple_of_passages(self) -> float:
        """Indexing as a multiple of encoding the passages without their sentences."""
        return self.indexing / self.encoding_passages


@dataclass(slots=True)
class Watch:
    """Seconds that passed, and that all processors of this process worked, while it ran."""

    passed: float = 0.0
    worked: float = 0.0

    def __enter__(self) -> None:
        self.passed -= time.perf_counter()
        self.worked -= time.process_time()

    def __exit__(self, *_: object) -> None:
        self.passed += time.perf_counter()
        self.worked += time.process_time()

    def add(self, other: "Watch") -> None:
        """What another one counted."""
        self.passed += other.passed
        self.worked += other.worked


class Alone:
    """Encodes every so many-th batch again as soon as it is indexed, and keeps the time of both: so
    a busy moment of the machine falls on both. With 0, none."""

    def __init__(self, app: App, every: int) -> None:
        self._app = app
        self._every = every
        self._documents = [document_of(role) for role in app.store.roles.all()]
        self._done = self._batches = 0
        self.pause, self.encoding, self.encoding_passages = Watch(), Watch(), Watch()
        self.indexing, self._batch = Watch(), Watch()
        self.passages = sum(len(document.passages) for document in self._documents)
        self.texts = 0

    def __enter__(self) -> None:
        self._batch.__enter__()

    def __exit__(self, *_: object) -> None:
        pass

    def after_batch(self, done: int, _: int) -> None:
        """Called when so many documents are indexed."""
        self._batch.__exit__()
        with self.pause:
            batch = self._documents[self._done : done]
            self._done, self._batches = done, self._batches + 1
            texts = list(dict.fromkeys(text for one in batch for text in texts_of(one)))
            self.texts += len(texts)
            if self._every and self._batches % self._every == 0:
                self._compare(batch, texts)
        self._batch = Watch()
        self._batch.__enter__()

    def _compare(self, batch: Sequence[Document], texts: Sequence[str]) -> None:
        self.indexing.add(self._batch)
        with self.encoding:
            self._app.ranker.encode(texts)
        with self.encoding_passages:
            self._app.ranker.encode([text for one in batch for text in _whole(one)])


def _whole(document: Document) -> list[str]:
    return texts_of(document)[: len(document.passages)]


def indexed(home: Path, count: int, every: int) -> Indexed:
    """Write, take in and index the briefs; compare every so many-th batch."""
    seeds = home / "seeds"
    write_briefs(seeds, count)
    with product(home, seeds) as app:
        app.seeded()
        app.ranker.encode(["warm"])
        alone, whole = Alone(app, every), Watch()
        with whole, alone:
            app.index(alone.after_batch)
    return Indexed(
        roles=count,
        passages=alone.passages,
        texts=alone.texts,
        seconds=whole.passed - alone.pause.passed,
        indexing=alone.indexing.passed,
        encoding=alone.encoding.passed,
        encoding_passages=alone.encoding_passages.passed,
        processor=alone.indexing.worked,
        processor_encoding=alone.encoding.worked,
        peak_megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("every", type=int)
    given = parser.parse_args()
    print(json.dumps(asdict(indexed(given.home, given.count, given.every))))


if __name__ == "__main__":
    main()
