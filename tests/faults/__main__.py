"""`make faults`: breaks what can break, at length, and prints what came of it.

`--times N` kills each program so often (200 without it). Ends with 1 where something was lost, kept
twice, or did not recover.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial

from tests.faults.absences import Absence, chroma_away, database_away, disk_full, model_away
from tests.faults.killing import Killed, killed
from tests.faults.scene import kinds

LONG_AWAY_SECONDS = 30.0
ABSENCES: dict[str, Callable[[], Absence]] = {
    "the disk is full (SQLite), for half a minute": partial(disk_full, LONG_AWAY_SECONDS),
    "the Chroma server is away": chroma_away,
    "the language model is away": model_away,
}
TIMES = 200


def main() -> None:
    """Break everything, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES, help="how often it is killed; 0: not")
    times = parser.parse_args().times
    well = [_killed(kind, killed(kind, times)) for kind in kinds() if times]
    absences = dict(ABSENCES)
    if "postgresql" in kinds():
        long_away = partial(database_away, LONG_AWAY_SECONDS)
        absences["the PostgreSQL server is away, for half a minute"] = long_away
    well += [_absent(what, act()) for what, act in absences.items()]
    sys.exit(0 if all(well) else 1)


def _killed(kind: str, found: Killed) -> bool:
    count = found.count
    print(f"killed {found.times} times on {kind}, in {found.seconds:,.0f} s:")
    print(f"  messages acknowledged          {count.acknowledged:6,}")
    print(f"  turns lost                     {count.lost:6,}")
    print(f"  effects kept twice             {count.effects_twice:6,}")
    print(f"  replies never sent             {count.replies_missing:6,}")
    print(f"  replies sent twice             {count.replies_twice:6,}")
    print(f"  the same reply, at most        {found.sent_twice_most:6,} times")
    words = "yes" if found.words_logged else "no"
    print(f"  somebody's words in the log    {words:>6}", flush=True)
    lost = count.lost or count.effects_twice or count.replies_missing
    return not lost and not found.words_logged


def _absent(what: str, found: Absence) -> bool:
    print(f"{what}:")
    if found.said:
        print(f"  it says: {found.said}")
    print(f"  well again by itself: {'yes' if found.recovered else 'NO'}")
    if found.count:
        print(f"  {found.count}")
    sys.stdout.flush()
    return found.recovered and (found.count is None or found.count.whole)


if __name__ == "__main__":
    main()
