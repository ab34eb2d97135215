"""`python -m tests.quality`: every question and answer of this folder, per file and in all.

The figures of docs/quality.md come from here. Nothing is kept: it works in a folder of its own.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from rich.box import SIMPLE
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.assembly.assemble import App
from bot.core.roles import Audience, Criterion, CriterionKind, Role
from bot.evaluation import answers, questions
from bot.evaluation.rows import read_rows
from tests.product import product
from tests.quality import candidates
from tests.quality.sets import brief_of, role_named

HERE = Path(__file__).parent
QUESTIONS = {
    "asked": "questions",
    "answered": "answered",
    "correct": "answered correctly",
    "not held": "not in the brief",
    "refused": "refused",
}
ANSWERS = {
    "rated": "answers",
    "kappa": "quadratic weighted kappa",
    "exact": "exact",
    "within one": "within one",
    "false 3+": "false demonstrated",
}
CANDIDATES = {
    "said": "said",
    "found": "found",
    "not said": "unsaid",
    "nothing shown": "refused",
}
"""The columns of the tables, and the figure each shows."""


KINDS = ("questions", "check", "answers", "later", "candidates")
HALVES = {"chosen": "which the rule was chosen on", "held out": "never looked at"}


@dataclass(frozen=True, slots=True)
class Measured:
    """One file's rows, done, and its figures."""

    name: str
    done: Sequence[Any]
    figures: dict[str, Any]


def main(words: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("what", nargs="?", choices=KINDS, help="only these")
    what = parser.parse_args(words).what
    out, err = Console(highlight=False), Console(stderr=True, highlight=False)
    with bot() as app:
        for kind, title in (("questions", "Questions"), ("check", "Questions never tuned on")):
            if what in (None, kind):
                asked = [ask(app, file, err) for file in files(kind)]
                out.print(table(title, QUESTIONS, asked, questions.report))
        if what in (None, "answers"):
            rated = [rate(app, file, err) for file in files("answers")]
            out.print(table("Answers", ANSWERS, rated, answers.report))
        if what in (None, "later"):
            rated = [rate(app, file, err) for file in files("later") if has_criteria(file)]
            out.print(table("Answers never learned from", ANSWERS, rated, answers.report))
        if what in (None, "candidates"):
            for half in ("chosen", "held out"):
                told = [look_up(app, one) for one in candidates.screenings() if one.half == half]
                title = f"What candidates said, {HALVES[half]}"
                out.print(table(title, CANDIDATES, told, candidates.report))


@contextmanager
def bot() -> Iterator[App]:
    """The bot with embedded parts and no language model, whatever the environment says."""
    with tempfile.TemporaryDirectory(prefix="rolecall-quality-") as folder:
        home = Path(folder)
        with product(home, home / "seeds") as app:
            yield app


def files(kind: str) -> list[Path]:
    """The files of rows of a kind, by name."""
    return sorted((HERE / kind).glob("*.jsonl"))


def has_criteria(file: Path) -> bool:
    """Whether a file of answers brings its own criteria; the others belong to a brief."""
    return file.with_suffix(".yaml").exists()


def ask(app: App, file: Path, err: Console) -> Measured:
    """Ask the questions of a file about its brief."""
    role = role_named(brief_of(file))
    rows = good(file, questions.parse)
    done = [
        questions.asked(app.ports, role, row, Audience.CANDIDATE)
        for row in track(rows, file.stem, console=err, transient=True)
    ]
    return Measured(file.stem, done, questions.report(done))


def rate(app: App, file: Path, err: Console) -> Measured:
    """Rate the answers of a file to its criteria."""
    role = criteria(file.with_suffix(".yaml"))
    rows = good(file, lambda row: answers.parse(row, role))
    done = [
        answers.rated(app.ports.rater, row)
        for row in track(rows, file.stem, console=err, transient=True)
    ]
    return Measured(file.stem, done, answers.report(done))


def look_up(app: App, screening: candidates.Screened) -> Measured:
    """Ask the questions about one invented screening."""
    done = [candidates.ask(row, app.ports.ranker) for row in screening.rows]
    return Measured(screening.name, done, candidates.report(done))


def good(file: Path, parse: Callable[[dict[str, Any]], Any]) -> list[Any]:
    """The rows of a file; a bad one among our own ends the run."""
    rows = read_rows(file, parse)
    if rows.bad:
        raise SystemExit("\n".join(rows.bad))
    return rows.good


def criteria(file: Path) -> Role:
    """A role that is nothing but the criteria of a file: not every trade here has a brief."""
    told = yaml.safe_load(file.read_text("utf-8"))
    named = tuple(
        Criterion(one["id"], CriterionKind.ESSENTIAL, one["text"], "Required", line)
        for line, one in enumerate(told["criteria"], 1)
    )
    return Role(told["trade"], told["role"], "", file.name, (), named, (), None)


def table(
    title: str,
    columns: dict[str, str],
    measured: Sequence[Measured],
    report: Callable[[Sequence[Any]], dict[str, Any]],
) -> Table:
    """A row for each file, and one for all rows together."""
    made = Table("", *columns, title=title, title_justify="left", box=SIMPLE, pad_edge=False)
    made.columns[0].no_wrap = True
    for column in made.columns[1:]:
        column.justify = "right"
    total = report([done for one in measured for done in one.done])
    for name, figures in (*((one.name, one.figures) for one in measured), ("all", total)):
        made.add_row(name, *(shown(figures[key]) for key in columns.values()))
    return made


def shown(figure: float | None) -> str:
    """A figure as people read it: a count as it is, a rate with three places."""
    if figure is None:
        return "–"
    return f"{figure:.3f}" if isinstance(figure, float) else str(figure)


if __name__ == "__main__":
    main()
