"""Keeps the memory of a program with many threads small."""

from contextlib import suppress
from ctypes import CDLL

_M_ARENA_MAX = -8
"""From glibc's malloc.h."""
HEAPS = 2


def few_heaps() -> None:
    """Let all threads share a few heaps; to be called before there are any. Elsewhere than on glibc
    nothing happens.

    By itself glibc makes up to eight for each core, and each keeps what it needed at its busiest
    moment.
    """
    with suppress(OSError, AttributeError):
        CDLL(None).mallopt(_M_ARENA_MAX, HEAPS)
