"""Growth: from one role to many: indexing them, and how long one answer takes among them."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bot.assembly.assemble import App
from bot.core.messages import Incoming
from bot.core.roles import Audience, Role
from bot.dialogues.questions.role_answers import answered
from tests.bench.indexing import Indexed
from tests.bench.options import Options
from tests.bench.processes import ROOT, surroundings
from tests.bench.questions import own_questions
from tests.bench.tables import Aim, Line, Table, Unit
from tests.product import product

QUESTIONS = 200
FIRST = "What does it pay?"
PIECES = ("indexing", "roles")
"""What can be measured by itself; for the time of an answer there has to be an index too."""
COMPARED = 5
"""Every so many batches are encoded once more alone: all would take as long again and half."""


def tables(options: Options) -> list[Table]:
    """Indexing first, then answers on the index that came of it."""
    wanted = [piece for piece in PIECES if options.wants(piece)]
    if not wanted:
        return []
    with TemporaryDirectory() as one, TemporaryDirectory() as many:
        _index(Path(one), 1, compare=False)
        report = _index(Path(many), options.roles, compare="indexing" in wanted)
        tables = [_indexing(report)] if "indexing" in wanted else []
        return [*tables, *([_growth(Path(one), Path(many), report)] if "roles" in wanted else [])]


def _index(home: Path, roles: int, compare: bool) -> Indexed:
    every = str(COMPARED if compare else 0)
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.indexing", str(home), str(roles), every],
        cwd=ROOT,
        env=surroundings(home),
        check=True,
        stdout=subprocess.PIPE,
    )
    return Indexed(**json.loads(done.stdout))


def _indexing(done: Indexed) -> Table:
    return Table(
        f"Indexing {done.roles:,} briefs, {done.passages:,} passages, {done.texts:,} texts",
        (
            Line("indexing, once the briefs are read", Unit.SECONDS, done.seconds),
            Line("as a multiple of encoding the same texts", Unit.TIMES, done.multiple, Aim(1.2)),
            Line("the same, in processor time", Unit.TIMES, done.processor_multiple),
            Line(
                "as a multiple of encoding the passages without their sentences",
                Unit.TIMES,
                done.multiple_of_passages,
            ),
            Line("the indexing process, peak memory", Unit.MEGABYTES, done.peak_megabytes),
        ),
        notes=(
            "The texts are the passages below their headings, and their sentences, which search "
            f"compares with the question too. Each {COMPARED}th batch is indexed and then encoded "
            "alone; the multiples are of those.",
        ),
    )


def _growth(one: Path, many: Path, report: Indexed) -> Table:
    questions = [row.question for _, row in own_questions() if not row.history]
    random.Random(0).shuffle(questions)
    with product(one, one / "seeds") as small, product(many, many / "seeds") as large:
        return Table(
            f"From 1 role to {report.roles:,} ({report.passages:,} passages), time per answer",
            (
                _first_answers(large),
                *(
                    _line(what, ask, (small, large), questions[n * QUESTIONS :][:QUESTIONS])
                    for n, (what, ask) in enumerate(_WAYS.items())
                ),
            ),
            notes=(
                f"Multiples are of the medians of {QUESTIONS} questions, each asked with one role "
                "and with all, in turns, once every role was asked about.",
            ),
        )


def _first_answers(app: App) -> Line:
    """The first answer about each role, whose vectors are read then."""
    roles = app.store.roles.all()
    taken = [_seconds(_answer, app, (role,), 0, FIRST) for role in roles]
    what = "the first answer about a role, median"
    return Line(what, Unit.MILLISECONDS, float(np.median(taken)) * 1000)


Ask = Callable[[App, tuple[Role, ...], int, str], object]
"""Asks a question: of the product, with all its roles, as the how many-th, in these words."""


def _answer(app: App, roles: tuple[Role, ...], at: int, question: str) -> object:
    del at
    return answered(app.ports, roles[0], question, (), Audience.CANDIDATE)


def _message(app: App, roles: tuple[Role, ...], at: int, question: str) -> object:
    said = Incoming(
        id=f"growth-{at}",
        conversation=f"growth-{at}",
        person="Robin Example",
        audience=Audience.TEAM,
        text=question,
        at=datetime.now(UTC),
        role=roles[0].id,
    )
    return app.bot.handle(said)


def _scattered(app: App, roles: tuple[Role, ...], at: int, question: str) -> object:
    role = roles[random.Random(at).randrange(len(roles))]
    return answered(app.ports, role, question, (), Audience.CANDIDATE)


_WAYS: dict[str, Ask] = {
    "an answer about one role among them": _answer,
    "a whole message about one role, written down": _message,
    "an answer, each about any of them": _scattered,
}


def _line(what: str, ask: Ask, apps: tuple[App, App], questions: Sequence[str]) -> Line:
    sides = [(app, app.store.roles.all()) for app in apps]
    for app, roles in sides:
        ask(app, roles, len(questions), FIRST)
    taken = [
        [_seconds(ask, app, roles, at, question) for app, roles in sides]
        for at, question in enumerate(questions)
    ]
    small, large = np.median(taken, axis=0) * 1000
    note = f"{small:.1f} ms with one, {large:.1f} ms with all"
    return Line(what, Unit.TIMES, float(large / small), Aim(1.2), note=note)


def _seconds(ask: Ask, app: App, roles: tuple[Role, ...], at: int, question: str) -> float:
    begun = time.perf_counter()
    ask(app, roles, at, question)
    return time.perf_counter() - begun
