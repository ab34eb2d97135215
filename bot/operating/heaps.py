"""Keeps the memory of a program with many threads small."""

from contextlib import suppress
from ctypes import CDLL

HEAPS = 2
"""By itself glibc makes up to eight for each core, and each keeps what it needed at its busiest."""
_M_ARENA_MAX = -8
"""From glibc's malloc.h."""


def few_heaps() -> None:
    """Let them share a few heaps; elsewhere than on glibc nothing happens."""
    with suppress(OSError, AttributeError):
        CDLL(None).mallopt(_M_ARENA_MAX, HEAPS)
