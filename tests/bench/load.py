"""Load: acknowledging, turns a second with one program and two, memory after many, and a soak.

The bots are processes of their own, as `rolecall run` starts them, and so is what sends messages to
them as Slack would; what they send goes to a platform in this process.
"""

from dataclasses import replace

import numpy as np

from tests.bench import crowds, soak
from tests.bench.options import Options
from tests.bench.tables import Aim, Line, Table, Unit
from tests.bench.traffic import orders, resident, sent
from tests.faults.scene import kinds, scene
from tests.served.programs import served

RATE = 50.0
"""Messages a second: far above what a large company's candidates write (docs/operate.md)."""
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
        soak.table(600 if options.full else 30),
        *crowds.tables(options),
    ]


def _acknowledging(kind: str, seconds: int) -> list[Line]:
    with scene(kind) as here:
        program = here.program()
        with served(program):
            program.wait_for("/readyz")
            given = replace(orders(here, program), count=int(RATE * seconds), rate=RATE)
            taken = sent(here, given)
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
            f"{kind}: acknowledged of {given.count:,}",
            Unit.COUNT,
            len({one["event"] for one in taken["acknowledged"]}),
            Aim(given.count, at_least=True),
        ),
        Line(f"{kind}: seconds until the last reply was sent", Unit.SECONDS, taken["until_sent"]),
    ]


def _throughput(kind: str, programs: int, turns: int) -> Line:
    with scene(kind) as here:
        several = [here.program(f"p{number}") for number in range(programs)]
        with served(*several):
            for program in several:
                program.wait_for("/readyz")
            given = replace(orders(here, *several), count=turns)
            taken = sent(here, given)
    name = f"{programs} program{'s' if programs > 1 else ''} on {kind}"
    return Line(name, Unit.PER_SECOND, turns / taken["until_sent"])


def _memory(turns: int) -> Table:
    with scene("sqlite") as here:
        program = here.program()
        with served(program):
            program.wait_for("/readyz")
            first = replace(orders(here, program), count=100)
            sent(here, first)
            before = resident(program)
            sent(here, replace(first, first=100, count=turns, seconds=1800))
            after = resident(program)
    return Table(
        f"Memory of one program, {turns:,} turns later",
        (
            Line("after the first 100 turns", Unit.MEGABYTES, before),
            Line(f"after {turns:,} more", Unit.MEGABYTES, after),
            Line("last to first", Unit.TIMES, after / before, soak.FLAT),
        ),
    )
