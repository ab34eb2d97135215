"""Sends messages to programs that run, and waits until the last of their replies was sent."""

import os
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.faults.scene import Scene, settled
from tests.served.load import Orders
from tests.served.programs import Program, came_of, load

CHATS = 200
SENDERS = 32


def orders(here: Scene, *programs: Program) -> Orders:
    """Invitations, spread over many chats; how many and how fast is for the caller to say."""
    made = here.orders(*programs, first=0, count=0, rate=0, seconds=300)
    return replace(made, chats=CHATS, at_once=SENDERS)


def sent(here: Scene, given: Orders) -> dict[str, Any]:
    """What the load says, and after how many seconds the last of its replies was sent."""
    begun = time.monotonic()
    wanted = {f"Ev{number}" for number in range(given.first, given.first + given.count)}
    with load(given) as sending:
        came = came_of(sending, given.seconds + 60)
        settled(lambda: len(wanted - here.answered()), 60)
    return {**came, "until_sent": time.monotonic() - begun}


def resident(program: Program) -> float:
    """The memory a program holds now, in megabytes."""
    assert program.process is not None
    status = Path(f"/proc/{program.process.pid}/status").read_text("utf-8")
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024


def worked(programs: Iterable[Program]) -> float:
    """The processor time that these programs have taken until now, in seconds."""
    ticks = 0
    for program in programs:
        assert program.process is not None
        stat = Path(f"/proc/{program.process.pid}/stat").read_text("utf-8")
        # Behind the command's name, which can hold anything.
        ticks += sum(map(int, stat.rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")
