"""What a measurement gives: tables of lines, each with its aim, drawn as text or given as data."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from rich.console import Console
from rich.table import Table as Drawn


class Unit(Enum):
    """What a figure counts, and how it is written."""

    SECONDS = "{:.2f} s"
    MILLISECONDS = "{:.1f} ms"
    TIMES = "{:.2f} x"
    PERCENT = "{:.1f} %"
    RANK = "{:.3f}"
    MEGABYTES = "{:.0f} MB"
    KILOBYTES = "{:.1f} kB"
    PER_SECOND = "{:.1f}/s"
    COUNT = "{:,.0f}"
    EACH = "{:.1f}"

    def written(self, figure: float | None) -> str:
        """A figure with its unit; a dash where there is none. A percentage is a share, 0 to 1."""
        if figure is None:
            return "-"
        return self.value.format(figure * 100 if self is Unit.PERCENT else figure)


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be: at most this, or at least this."""

    limit: float
    at_least: bool = False

    def met(self, figure: float) -> bool:
        """Whether a figure is what it should be."""
        return figure >= self.limit if self.at_least else figure <= self.limit


@dataclass(frozen=True, slots=True)
class Line:
    """One thing measured. `figure` is None where it was not, and `note` then says why.

    `beside` is the same thing measured on what the table compares with.
    """

    what: str
    unit: Unit
    figure: float | None
    aim: Aim | None = None
    beside: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the aim is met, in a word; nothing where there is no aim or no figure."""
        if self.aim is None or self.figure is None:
            return ""
        return "met" if self.aim.met(self.figure) else "missed"

    @property
    def aimed(self) -> str:
        """The aim as it is written."""
        if self.aim is None:
            return "-"
        return f"{'>=' if self.aim.at_least else '<='} {self.unit.written(self.aim.limit)}"


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under a title: figures of `subject`, and of `beside`, if they are compared."""

    title: str
    lines: tuple[Line, ...]
    beside: str = ""
    subject: str = "Rolecall"
    notes: tuple[str, ...] = ()


def show(table: Table, console: Console) -> None:
    """Draw one table as plain text."""
    console.print(table.title, style="bold", markup=False)
    drawn = Drawn(box=None)
    drawn.add_column("measured", overflow="fold")
    for name in (*([table.beside] if table.beside else []), table.subject, "aim"):
        drawn.add_column(name, justify="right", no_wrap=True)
    drawn.add_column("")
    for line in table.lines:
        drawn.add_row(*_cells(table, line))
    console.print(drawn)
    for note in (*(f"{line.what}: {line.note}" for line in table.lines if line.note), *table.notes):
        console.print(f"  {note}", markup=False, highlight=False)
    console.print()


def _cells(table: Table, line: Line) -> list[str]:
    beside = [line.unit.written(line.beside)] if table.beside else []
    figure = "not measured" if line.figure is None else line.unit.written(line.figure)
    return [line.what, *beside, figure, line.aimed, line.verdict]


def as_data(tables: Sequence[Table]) -> list[dict[str, Any]]:
    """The tables for another program: figures as numbers, percentages as shares."""
    return [
        {
            "title": table.title,
            "subject": table.subject,
            "beside": table.beside or None,
            "lines": [_line_data(line) for line in table.lines],
            "notes": list(table.notes),
        }
        for table in tables
    ]


def _line_data(line: Line) -> dict[str, Any]:
    aim = line.aim
    return {
        "measured": line.what,
        "unit": line.unit.name.lower(),
        "figure": line.figure,
        "beside": line.beside,
        "aim": None if aim is None else {"at least" if aim.at_least else "at most": aim.limit},
        "met": None if aim is None or line.figure is None else aim.met(line.figure),
        "note": line.note,
    }
