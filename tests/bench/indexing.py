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
from typing import Any

from bot.assemble import App
from bot.passages import document_of
from retrieval.open import open_encoder
from retrieval.searchable import texts_of
from tests.bench.invented_briefs import write_briefs
from tests.bench.product import product

SLICE = 512
"""Texts encoded at once, as many as the library encodes at once."""


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


def indexed(home: Path, count: int) -> Indexed:
    """Write, take in and index the briefs."""
    seeds = home / "seeds"
    write_briefs(seeds, count)
    with product(home, seeds) as app:
        app.seeded()
        app.ranker.encode(["warm"])
        begun = time.perf_counter()
        app.index()
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return Indexed(seconds=seconds, peak_megabytes=peak, **_alone(app))


def _alone(app: App) -> dict[str, Any]:
    """The counts, and the seconds that encoding alone takes."""
    documents = [document_of(role) for role in app.store.roles.all()]
    texts = [list(dict.fromkeys(texts_of(document))) for document in documents]
    whole = [texts_of(one)[: len(one.passages)] for one in documents]
    return {
        "roles": len(documents),
        "passages": sum(len(document.passages) for document in documents),
        "texts": sum(map(len, texts)),
        "encoding": _encoding([text for own in texts for text in own]),
        "encoding_passages": _encoding([text for own in whole for text in own]),
    }


def _encoding(texts: list[str]) -> float:
    encoder = open_encoder()
    encoder.encode(["warm"])
    begun = time.perf_counter()
    for start in range(0, len(texts), SLICE):
        encoder.encode(texts[start : start + SLICE])
    return time.perf_counter() - begun


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("count", type=int)
    given = parser.parse_args()
    print(json.dumps(asdict(indexed(given.home, given.count))))


if __name__ == "__main__":
    main()
