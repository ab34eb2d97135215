"""What `rolecall evaluate questions` tells: rates, what failed and why, and rows left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.cli.session import err, out

if TYPE_CHECKING:
    from bot.evaluation.questions import Done
    from bot.ports import Ranker


@dataclass(frozen=True)
class Report:
    """What was asked, and the rows that could not be read; `ranker` gives the reasons."""

    title: str
    done: "Sequence[Done]"
    bad: list[str]
    ranker: "Ranker"

    @property
    def failed(self) -> "list[Done]":
        """The questions whose answer is not right, in the file's order."""
        return [one for one in self.done if not one.correct]

    @property
    def figures(self) -> list[str]:
        """The rates as sentences."""
        from bot.evaluation.questions import lines, report

        count = "1 row was" if len(self.bad) == 1 else f"{len(self.bad)} rows were"
        left_out = [f"{count} left out"] if self.bad else []
        return [*lines(report(self.done)), *left_out]

    def show(self, most: int, written: Path | None) -> None:
        """Print the rates and the first failures, and where the others are."""
        from bot.evaluation import failing

        show_bad(self.bad)
        _print(self.title)
        for line in self.figures:
            _print(f"  {line}")
        failed = self.failed
        for number, one in enumerate(failed[:most], 1):
            _print("")
            for line in failing.lines(number, one, self.ranker):
                _print(line)
        _print("")
        _print(_hint(len(failed), min(most, len(failed)), written))

    def data(self) -> dict[str, Any]:
        """All of it as JSON."""
        from bot.evaluation import failing
        from bot.evaluation.questions import report

        failed = [failing.data(one, self.ranker) for one in self.failed]
        return {**report(self.done), "failed": failed, "bad_rows": self.bad}

    def write(self, file: Path) -> None:
        """Write all of it as Markdown; raises FileUnreadable."""
        from bot.evaluation.failing import markdown
        from bot.evaluation.rows import write_text

        figures = [*self.figures, *self.bad]
        write_text(file, markdown(self.title, figures, self.failed, self.ranker))


def show_bad(bad: list[str]) -> None:
    """Say which rows were left out, and why."""
    for said in bad:
        err.print(said, markup=False, soft_wrap=True)


def _hint(failed: int, shown: int, written: Path | None) -> str:
    if not failed:
        return "Nothing failed."
    what = f"{failed} failed; {shown} shown."
    if written:
        return f"{what} All of them are in {written}."
    return f"{what} --failures N shows more, --report FILE.md writes all of them."


def _print(line: str) -> None:
    from bot.channels.terminal.render import shown

    out.print(shown(line), markup=False, soft_wrap=True)
