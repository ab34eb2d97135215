"""Speed: whole commands from their start, one answer beside its encoding, and memory."""

import statistics
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.answering import answering
from tests.bench.options import Options
from tests.bench.processes import Served, serving, took
from tests.bench.questions import SEEDS, own_questions
from tests.bench.tables import Aim, Line, Table, Unit

RUNS = 5
ROLE = "ai-infrastructure-architect"
QUESTION, SAYS = "Is Terraform required?", "Terraform/Pulumi"


def tables(options: Options) -> list[Table]:
    """Starting and answering, with an index that is there already."""
    del options
    with TemporaryDirectory() as folder:
        home = Path(folder)
        took(["-m", "bot", "ask", QUESTION, "--role", ROLE], home)
        with serving(home) as served:
            _first_answer(served)  # Indexes what is left, and warms the disk's cache.
        return [
            Table("Starting, in seconds of whole processes", _starting(home), notes=_NOTES),
            answering(home),
            Table("Memory", (_memory(home),)),
        ]


_NOTES = (f"Each is the median of {RUNS} runs; three roles, indexed before.",)


def _starting(home: Path) -> tuple[Line, ...]:
    pages, answers = zip(*(_served_once(home) for _ in range(RUNS)), strict=True)
    ask = ["-m", "bot", "ask", QUESTION, "--role", ROLE]
    return (
        _seconds("rolecall run: start to the first page", pages, 2.0),
        _seconds("rolecall run: start to the first answer", answers, 3.0),
        _command("rolecall ask, from start to end", ask, home, 2.0),
        _command("rolecall --help", ["-m", "bot", "--help"], home, 0.5),
        _command("import bot, from start to end", ["-c", "import bot"], home, 0.5),
    )


def _command(what: str, words: Sequence[str], home: Path, limit: float) -> Line:
    runs = [took(words, home) for _ in range(RUNS)]
    worked = statistics.median(one.worked for one in runs)
    return _seconds(what, [one.passed for one in runs], limit, f"; {worked:.2f} s of a processor")


def _seconds(what: str, runs: Sequence[float], limit: float, more: str = "") -> Line:
    note = f"{min(runs):.2f} to {max(runs):.2f} s{more}"
    return Line(what, Unit.SECONDS, statistics.median(runs), Aim(limit), note=note)


def _served_once(home: Path) -> tuple[float, float]:
    with serving(home) as served:
        return served.page_after, _first_answer(served)


def _first_answer(served: Served) -> float:
    """Seconds from the server's start to its first answer, which must be the right one."""
    said = served.asked(QUESTION, ROLE)
    if SAYS not in said:
        raise AssertionError(f"the answer does not say “{SAYS}”: {said}")
    return served.elapsed


def _memory(home: Path) -> Line:
    """The server's peak after every question about its roles was asked of it on its page."""
    served_roles = {path.stem for path in SEEDS.glob("*.md")}
    rows = [(role, row) for role, row in own_questions() if role.id in served_roles]
    with serving(home) as served:
        for role, row in rows:
            served.asked(row.question, role.id)
        return Line(
            f"the serving process after {len(rows)} questions, peak",
            Unit.MEGABYTES,
            served.peak_megabytes,
            note="" if served.peak_megabytes else "this system does not say it",
        )
