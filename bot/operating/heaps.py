"""Keeps the memory of a program with many threads small, where the system's library is glibc."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes import CDLL

from bot.turns.rounds import Rounds

HEAPS = 2
"""By itself glibc makes up to eight for each core, and each keeps what it needed at its busiest."""
GIVE_BACK_SECONDS = 60.0
"""How often memory that is free goes back to the system; by itself glibc keeps most of it."""
_M_ARENA_MAX = -8
"""From glibc's malloc.h."""


@contextmanager
def kept_small() -> Iterator[None]:
    """Few heaps, looked through every minute; to be entered before there are threads."""
    with suppress(OSError, AttributeError):
        CDLL(None).mallopt(_M_ARENA_MAX, HEAPS)
    rounds = Rounds(_give_back, GIVE_BACK_SECONDS)
    rounds.start()
    try:
        yield
    finally:
        rounds.stop()


def _give_back() -> None:
    with suppress(OSError, AttributeError):
        CDLL(None).malloc_trim(0)
