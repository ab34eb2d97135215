"""What candidates told about themselves: kept by a mark alone, replaced, taken back and erased."""

from bot.core.screening.self_identification import KeepApart, TakeBack, Told
from bot.ports import Erase
from bot.storage.store import Store

from .examples import at, keep


def told(mark: str, category: str, answer: str) -> Told:
    return Told(mark, "r", "2027-Q1", category, answer)


def test_an_answer_is_replaced_taken_back_and_erased_by_its_mark(store: Store) -> None:
    keep(store, "m1", KeepApart(told("b", "season", "Springtide")))
    keep(store, "m2", KeepApart(told("b", "season", "Autumntide")))
    keep(store, "m3", KeepApart(told("b", "weather", "Fog")))
    keep(store, "m4", KeepApart(told("a", "season", "Springtide")))
    first = (told("a", "season", "Springtide"), told("b", "season", "Autumntide"))
    assert store.apart.of("r") == (*first, told("b", "weather", "Fog"))
    assert store.apart.of("another") == ()
    keep(store, "m5", TakeBack("b", "weather"))
    assert store.apart.of("r") == first
    keep(store, "m6", Erase("s-1", at(3)))
    assert store.apart.of("r") == first
    keep(store, "m7", Erase("s-2", at(3), apart="b"))
    assert store.apart.of("r") == first[:1]
