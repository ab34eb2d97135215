"""Load: acknowledging, turns a second with one program and two, memory after many, and a soak.

The bots are processes of their own, as `rolecall run` starts them, and so is what sends messages to
them as Slack would; what they send goes to a platform in this process.
"""

import os
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from tests.bench import crowds, soak
from tests.bench.options import Options
from tests.bench.tables import Aim, Line, Table, Unit
from tests.bench.traffic import orders, resident, sent, worked
from tests.faults.scene import kinds, scene
from tests.served.programs import served

RATE = 50.0
"""Messages a second: far above what a large company's candidates write (docs/operate.md)."""
HALF_WITHIN, MOST_WITHIN = 10.0, 100.0
"""Milliseconds in which half of the messages, and 99 of 100, should be acknowledged."""
ACKNOWLEDGED_WITHIN = 3.0
"""Seconds in which Slack wants an answer, https://docs.slack.dev/apis/events-api/."""


def tables(options: Options) -> list[Table]:
    """With `--full` as long as the table in docs/operate.md says; a tenth of it without."""
    wanted = [measure for piece, measure in PIECES.items() if options.wants(piece)]
    return [table for measure in wanted for table in measure(options)]


def _acknowledgements(options: Options) -> list[Table]:
    seconds = 60 if options.full else 6
    lines = [line for kind in kinds() for line in _acknowledging(kind, seconds)]
    return [Table(f"Acknowledging {RATE:.0f} messages a second for {seconds} s", tuple(lines))]


def _acknowledging(kind: str, seconds: int) -> list[Line]:
    with scene(kind) as here:
        program = here.program()
        with served(program):
            program.wait_for("/readyz")
            given = replace(orders(here, program), count=int(RATE * seconds), rate=RATE)
            taken = sent(here, given)
    times = [one["seconds"] for one in taken["acknowledged"]]
    p50, p99, slowest = np.percentile(times, [50, 99, 100]) * 1000
    within = f"{kind}: acknowledged, "
    return [
        Line(f"{within}half of them within", Unit.MILLISECONDS, p50, Aim(HALF_WITHIN)),
        Line(f"{within}99 of 100 within", Unit.MILLISECONDS, p99, Aim(MOST_WITHIN)),
        Line(f"{within}all within", Unit.SECONDS, slowest / 1000, Aim(ACKNOWLEDGED_WITHIN)),
        Line(
            f"{kind}: acknowledged of {given.count:,}",
            Unit.COUNT,
            len({one["event"] for one in taken["acknowledged"]}),
            Aim(given.count, at_least=True),
        ),
        Line(f"{kind}: seconds until the last reply was sent", Unit.SECONDS, taken["until_sent"]),
    ]


def _turns(options: Options) -> list[Table]:
    turns = 2000 if options.full else 200
    several = (("sqlite", 1), ("postgresql", 1), ("postgresql", 2))
    lines = [
        line
        for kind, programs in several
        if kind in kinds()
        for line in _throughput(kind, programs, turns)
    ]
    return [
        Table(
            f"Turns a second, {turns:,} messages as fast as they are taken",
            tuple(lines),
            notes=(
                "A turn is an invitation: read, decided, kept, answered, its reply sent. Programs, "
                f"database, platform and load share the {os.cpu_count()} cores.",
            ),
        )
    ]


def _throughput(kind: str, programs: int, turns: int) -> list[Line]:
    with scene(kind) as here:
        several = [here.program(f"p{number}") for number in range(programs)]
        with served(*several):
            for program in several:
                program.wait_for("/readyz")
            before = worked(several)
            given = replace(orders(here, *several), count=turns)
            taken = sent(here, given)
            busy = worked(several) - before
    name = f"{programs} program{'s' if programs > 1 else ''} on {kind}"
    return [
        Line(name, Unit.PER_SECOND, turns / taken["until_sent"]),
        Line(f"{name}: the bot's processor time a turn", Unit.MILLISECONDS, busy / turns * 1e3),
    ]


def _memory(options: Options) -> list[Table]:
    """A fifth of the turns fills what is kept up to a bound; behind that memory stays."""
    turns = 10_000 if options.full else 1_000
    held, said = {}, 0
    with scene("sqlite") as here:
        program = here.program()
        with served(program):
            program.wait_for("/readyz")
            for until in (turns // 100, turns // 5, turns):
                given = replace(orders(here, program), first=said, count=until - said)
                sent(here, replace(given, seconds=1800))
                said, held[until] = until, resident(program)
    lines = [Line(f"after {until:,} turns", Unit.MEGABYTES, one) for until, one in held.items()]
    grown = held[turns] / held[turns // 5]
    return [
        Table(
            f"Memory of one program over {turns:,} turns",
            (*lines, Line("last to the one before", Unit.TIMES, grown, soak.FLAT)),
            notes=("Each turn opens a screening; all are sent as fast as they are taken.",),
        )
    ]


PIECES: dict[str, Callable[[Options], list[Table]]] = {
    "acknowledging": _acknowledgements,
    "turns": _turns,
    "memory": _memory,
    "soak": lambda options: [soak.table(600 if options.full else 30)],
    "crowds": crowds.among,
    "logs": crowds.with_logs,
    "disk": crowds.on_disk,
}
"""What can be measured by itself."""
