"""`make bench`: measures speed and quality, and prints tables. `--help` lists the parts."""

import argparse
import json
import os
import platform
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from tests.bench import (
    channels,
    growth,
    hiring,
    intents,
    load,
    rating_tables,
    speed,
    squad,
    stock,
)
from tests.bench.options import Options
from tests.bench.tables import Table, as_data, show

PARTS: dict[str, Callable[[Options], list[Table]]] = {
    "speed": speed.tables,
    "stock": stock.tables,
    "ratings": rating_tables.tables,
    "squad": squad.tables,
    "intents": intents.tables,
    "growth": growth.tables,
    "load": load.tables,
    "channels": channels.tables,
    "hiring": hiring.tables,
}
PIECES = (*load.PIECES, *growth.PIECES)


def main() -> None:
    """Measure the parts named, or all, one after the other."""
    given = _arguments()
    options = Options(given.data, given.cache, given.full, given.only)
    console = Console(width=118, highlight=False, quiet=given.json)
    console.print(f"{_machine()}\n")
    found = []
    for part in given.parts or PARTS:
        tables = PARTS[part](options)
        found += tables
        for table in tables:
            show(table, console)
    if given.json:
        print(json.dumps({"machine": _machine(), "tables": as_data(found)}, indent=2))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument(
        "--data",
        type=Path,
        default=os.environ.get("ROLECALL_BENCH_DATA"),
        help="a folder with squad2/dev-v2.0.json and clinc150/data_full.json",
    )
    parser.add_argument("--cache", type=Path, help="a folder to keep vectors in between runs")
    parser.add_argument(
        "--full",
        action="store_true",
        help="1,000 roles instead of 200, ten times the load",
    )
    parser.add_argument(
        "--only",
        default=(),
        type=lambda text: tuple(text.split(",")),
        metavar="PIECE,…",
        help=f"of load and growth: {', '.join(PIECES)}",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args()
    unknown = [part for part in given.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part is called {', '.join(unknown)}; there are {', '.join(PARTS)}")
    unknown = [piece for piece in given.only if piece not in PIECES]
    if unknown:
        parser.error(f"no piece is called {', '.join(unknown)}; there are {', '.join(PIECES)}")
    given.data = Path(given.data) if given.data else None
    return given


def _machine() -> str:
    """The machine, and how busy it was: times on a busy one are longer."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"load in the last 1, 5 and 15 minutes: {load}"
    )


if __name__ == "__main__":
    main()
