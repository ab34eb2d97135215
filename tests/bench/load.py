"""Load: acknowledging, turns a second with one program and two, and memory after many turns.

The bots are processes of their own, as `rolecall run` starts them, and so is what sends messages to
them as Slack would; what they send goes to a platform in this process.
"""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench import crowds
from tests.bench.options import Options
from tests.bench.tables import Aim, Line, Table, Unit
from tests.faults.scene import Scene, kinds, scene, settled
from tests.served.load import Orders
from tests.served.programs import Program, came_of, load, served

RATE = 50.0
"""Messages a second: far above what a large company's candidates write (docs/operate.md)."""
CHATS = 200
SENDERS = 32
ACKNOWLEDGED_WITHIN = 3.0
"""Seconds in which Slack wants an answer, https://docs.slack.dev/apis/events-api/."""


def tables(options: Options) -> list[Table]:
    """With `--full` as long as the table in docs/operate.md says; a tenth of it without."""
    seconds, turns = (60, 2000) if options.full else (6, 200)
    return [
        Table(
            f"Acknowledging {RATE:.0f} messages a second for {seconds} s",
            tuple(line for kind in kinds() for line in _acknowledging(kind, seconds)),
        ),
        Table(
            f"Turns a second, {turns:,} messages as fast as they are taken",
            tuple(
                _throughput(kind, programs, turns)
                for kind, programs in (("sqlite", 1), ("postgresql", 1), ("postgresql", 2))
                if kind in kinds()
            ),
            notes=("A turn is an invitation: read, decided, kept, answered, its reply sent.",),
        ),
        _memory(10_000 if options.full else 1_000),
        *crowds.tables(options),
    ]


def _acknowledging(kind: str, seconds: int) -> list[Line]:
    with scene(kind) as here:
        program = here.program()
        with served(program):
            program.wait_for("/readyz")
            orders = replace(_orders(here, program), count=int(RATE * seconds), rate=RATE)
            taken = _sent(here, orders)
    p50, p99 = np.percentile([one["seconds"] for one in taken["acknowledged"]], [50, 99])
    return [
        Line(f"{kind}: acknowledged, half of them within", Unit.MILLISECONDS, p50 * 1000),
        Line(
            f"{kind}: acknowledged, 99 of 100 within",
            Unit.MILLISECONDS,
            p99 * 1000,
            Aim(ACKNOWLEDGED_WITHIN * 1000),
        ),
        Line(
            f"{kind}: acknowledged of {orders.count:,}",
            Unit.COUNT,
            len({one["event"] for one in taken["acknowledged"]}),
            Aim(orders.count, at_least=True),
        ),
        Line(f"{kind}: seconds until the last reply was sent", Unit.SECONDS, taken["until_sent"]),
    ]


def _throughput(kind: str, programs: int, turns: int) -> Line:
    with scene(kind) as here:
        several = [here.program(f"p{number}") for number in range(programs)]
        with served(*several):
            for program in several:
                program.wait_for("/readyz")
            orders = replace(_orders(here, *several), count=turns)
            taken = _sent(here, orders)
    name = f"{programs} program{'s' if programs > 1 else ''} on {kind}"
    return Line(name, Unit.PER_SECOND, turns / taken["until_sent"])


def _memory(turns: int) -> Table:
    with scene("sqlite") as here:
        program = here.program()
        with served(program):
            program.wait_for("/readyz")
            first = replace(_orders(here, program), count=100)
            _sent(here, first)
            before = _resident(program)
            _sent(here, replace(first, first=100, count=turns, seconds=1800))
            after = _resident(program)
    return Table(
        f"Memory of one program, {turns:,} turns later",
        (
            Line("after the first 100 turns", Unit.MEGABYTES, before),
            Line(f"after {turns:,} more", Unit.MEGABYTES, after),
        ),
    )


def _orders(here: Scene, *programs: Program) -> Orders:
    made = here.orders(*programs, first=0, count=0, rate=0, seconds=300)
    return replace(made, chats=CHATS, at_once=SENDERS)


def _sent(here: Scene, orders: Orders) -> dict[str, Any]:
    """What the load says, and after how many seconds the last of its replies was sent."""
    begun = time.monotonic()
    wanted = {f"Ev{number}" for number in range(orders.first, orders.first + orders.count)}
    with load(orders) as given:
        came = came_of(given, orders.seconds + 60)
        settled(lambda: len(wanted - here.answered()), 60)
    return {**came, "until_sent": time.monotonic() - begun}


def _resident(program: Program) -> float:
    """The memory a program holds now, in megabytes."""
    assert program.process is not None
    status = Path(f"/proc/{program.process.pid}/status").read_text("utf-8")
    (kilobytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024
