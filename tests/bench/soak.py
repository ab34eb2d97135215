"""A soak: one program under mixed traffic for minutes; its memory and pace stay as they were."""

from dataclasses import replace
from itertools import count

import numpy as np

from tests.bench.tables import Aim, Line, Table, Unit
from tests.bench.traffic import orders, resident, sent
from tests.faults.scene import Scene, scene
from tests.served.counting import INVITE
from tests.served.programs import Program, served

RATE = 8.0
"""Messages a second: about what a million candidates a year write at the peak (docs/operate.md)."""
ROUND_SECONDS = 10
SAID = (
    INVITE,
    "What does it pay? ({n})",
    "Which languages must I speak, in office number {n}?",
    "screenings",
    "show the kit",
    "invite Example-Person-{n} and see who is where",
    "help",
)
"""What is said: one kind a round, in turns, so that each comes again and again."""
FLAT = Aim(1.15)
"""What counts as flat: caches fill up to their bound."""


def table(seconds: int) -> Table:
    """Figures of the first and the last time that all kinds were said."""
    rounds = max(2 * len(SAID), round(seconds / ROUND_SECONDS))
    each = max(1, round(seconds * RATE / rounds))
    with scene("sqlite") as here:
        program = here.program()
        with served(program):
            program.wait_for("/readyz")
            taken, held = _rounds(here, program, rounds, each)
    first, last = (np.concatenate(some) for some in (taken[: len(SAID)], taken[-len(SAID) :]))
    return Table(
        f"A soak: {rounds * each:,} mixed messages, {RATE:.0f} a second",
        (
            Line("acknowledged", Unit.COUNT, sum(map(len, taken)), Aim(rounds * each, True)),
            *_within("in the first rounds", first),
            *_within("in the last rounds", last),
            Line("memory after the first rounds", Unit.MEGABYTES, held[len(SAID) - 1]),
            Line("memory at the end", Unit.MEGABYTES, held[-1]),
            Line("last to first", Unit.TIMES, held[-1] / held[len(SAID) - 1], FLAT),
        ),
        notes=(f"Said in turns: {len(SAID)} kinds, from invitations to lists and questions.",),
    )


def _within(when: str, taken: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> list[Line]:
    p50, p99 = np.percentile(taken, [50, 99]) * 1000
    return [
        Line(f"{when}: acknowledged, half within", Unit.MILLISECONDS, p50),
        Line(f"{when}: acknowledged, 99 of 100 within", Unit.MILLISECONDS, p99),
    ]


def _rounds(
    here: Scene, program: Program, rounds: int, each: int
) -> tuple[list[list[float]], list[float]]:
    """Seconds until each message was acknowledged, and the megabytes held, after each round."""
    taken, held = [], []
    for number, first in zip(range(rounds), count(0, each), strict=False):
        given = replace(orders(here, program), first=first, count=each, rate=RATE)
        came = sent(here, replace(given, text=SAID[number % len(SAID)]))
        taken.append([one["seconds"] for one in came["acknowledged"]])
        held.append(resident(program))
    return taken, held
