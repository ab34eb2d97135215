"""A program that is killed at random moments under load, and started again, many times."""

import random
import time
from dataclasses import dataclass

from tests.faults.scene import scene
from tests.served.counting import Count
from tests.served.programs import came_of, load

PER_SECOND = 12.0
"""Messages a second: a few are in hand at any moment."""
LONGEST_LIFE = 2.0
"""Seconds a program lives at most once it was started: some are killed while they start."""
BEGIN_SECONDS = 1.6
"""About how long a start takes."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What came of it: `sent_twice_most` is how often one reply was sent at the most."""

    times: int
    seconds: float
    count: Count
    sent_twice_most: int
    words_logged: bool


def killed(kind: str, times: int, seed: int = 1) -> Killed:
    """Kill a program so many times while messages come in; then let it finish, and count."""
    chance, begun = random.Random(seed), time.monotonic()
    with scene(kind) as here:
        program = here.program()
        count = int(times * (LONGEST_LIFE + BEGIN_SECONDS) / 2 * PER_SECOND)
        bound = times * (LONGEST_LIFE + BEGIN_SECONDS) + 120
        program.start()
        try:
            orders = here.orders(program, first=0, count=count, rate=PER_SECOND, seconds=bound)
            with load(orders) as given:
                for _ in range(times):
                    time.sleep(chance.uniform(0, LONGEST_LIFE))
                    program.kill()
                    program.launch()
                program.wait_for("/healthz")
                events = [one["event"] for one in came_of(given, bound + 60)["acknowledged"]]
            found = here.count(events)
        finally:
            program.kill()
        return Killed(
            times=times,
            seconds=time.monotonic() - begun,
            count=found,
            sent_twice_most=max(here.platform.posted.values(), default=0),
            words_logged="Example-Person" in program.log.read_text("utf-8"),
        )
