"""The figures of an evaluation as lines that a person reads."""

from collections.abc import Iterator
from typing import Any


def lines(figures: dict[str, Any]) -> Iterator[str]:
    """One line a figure; tables and lists below their name."""
    for name, value in figures.items():
        match value:
            case None:
                yield f"{name}: –"
            case float():
                yield f"{name}: {value:.3f}"
            case [[*_], *_]:
                yield f"{name} (rows: level given, columns: level found):"
                for level, row in enumerate(value):
                    yield f"  {level}: " + " ".join(f"{count:4d}" for count in row)
            case list():
                yield f"{name}: {len(value)}"
                yield from (f"  {one}" for one in value)
            case _:
                yield f"{name}: {value}"
