"""Résumés that wait for a yes: their port's contract, on every database."""

from bot.core.screening.resume import Hidden, ReadResume
from bot.ports import DropWaiting, Erase, KeepWaiting, WaitingResume
from bot.storage.everything import everything
from bot.storage.store import Store

from .examples import at, keep, opening

READ = ReadResume("pdf", "Kept the zephyr-lamp.\nÜnï 灯", (Hidden.PALE, Hidden.CHARACTERS))


def test_one_waits_in_each_chat_until_it_is_dropped_or_erased(store: Store) -> None:
    keep(store, "m1", opening("s-1"))
    waiting = WaitingResume("c-1", "s-1", READ, at(1))
    other = WaitingResume("c-2", "s-2", ReadResume("md", "Other words."), at(2))
    keep(store, "m2", KeepWaiting(WaitingResume("c-1", "s-1", other.read, at(0))))
    keep(store, "m3", KeepWaiting(waiting), KeepWaiting(other))
    assert store.waiting_resumes.get("c-1") == waiting
    [kept] = everything(store.database, "s-1")["waiting_resumes"]
    assert "zephyr" in kept["body"]
    keep(store, "m4", Erase("s-1", at(3)))
    assert store.waiting_resumes.get("c-1") is None
    assert store.waiting_resumes.get("c-2") == other
    keep(store, "m5", DropWaiting("c-2"))
    assert store.waiting_resumes.get("c-2") is None
