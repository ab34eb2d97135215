"""What is got ready behind the first page is let go between two batches."""

from collections.abc import Callable, Sequence
from threading import Event

from bot.core.errors import RolecallError
from bot.operating.warming import Warming


def test_stopping_ends_the_indexing_after_the_batch_that_is_under_way() -> None:
    begun, go_on = Event(), Event()
    batches: list[int] = []
    encoded: list[Sequence[str]] = []

    def index(progress: Callable[[int, int], None]) -> None:
        for batch in range(1, 1_000):
            batches.append(batch)
            begun.set()
            assert go_on.wait(5)
            progress(batch, 1_000)

    warming = Warming(index, encoded.append)
    warming.start()
    assert begun.wait(5)
    warming._stopping.set()
    go_on.set()
    warming.stop()
    assert batches == [1]
    assert encoded == []


def test_what_cannot_be_indexed_keeps_the_encoder_from_nothing() -> None:
    encoded: list[Sequence[str]] = []
    done = Event()

    def index(_: Callable[[int, int], None]) -> None:
        raise RolecallError("The index does not answer.")

    def encode(texts: Sequence[str]) -> None:
        encoded.append(list(texts))
        done.set()

    warming = Warming(index, encode)
    warming.start()
    assert done.wait(5)
    warming.stop()
    assert encoded == [["warm"]]
