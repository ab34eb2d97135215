"""Sets the process up for many threads: before there are any."""

import sys
from contextlib import suppress
from ctypes import CDLL

SWITCH_SECONDS = 0.001
"""How long a thread may keep the others waiting. Python's own 5 ms add up for whoever asks a
database often, such as a message that is to be acknowledged while turns are worked on."""
HEAPS = 2
"""By itself glibc makes up to eight for each core, and each keeps what it needed at its busiest."""
_M_ARENA_MAX = -8
"""From glibc's malloc.h."""


def for_many_threads() -> None:
    """Let them take quick turns and share a few heaps. Elsewhere than on glibc heaps stay."""
    sys.setswitchinterval(SWITCH_SECONDS)
    with suppress(OSError, AttributeError):
        CDLL(None).mallopt(_M_ARENA_MAX, HEAPS)
