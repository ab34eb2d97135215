"""Crowds: a turn's time among many open screenings and with a long log, and what one takes on disk.

In this process, without a platform: what is measured is the bot and its database, on SQLite.
"""

import time
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bot.assembly.assemble import App
from bot.core.kits.kit import Kit, make_kit
from bot.core.messages import Incoming, Reply
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.core.screening.events import Consented, Event, Invited, Paused, Resumed
from bot.dialogues.screening import messages as screening
from bot.ports import Append, Approve, Open
from tests.bench.options import Options
from tests.bench.tables import Aim, Line, Table, Unit
from tests.product import product
from tests.served.programs import BRIEF, ROLE

TURNS = 60
"""How many turns are timed at each size."""
SCREENED = 20
"""How many whole screenings are played to see what one takes on the disk."""
MOST_MESSAGES = 60
WHOLE = (
    BRIEF
    + """- Keeping a weather log
- Radio traffic with ships
- Looking after a generator
- Teaching a younger keeper
- Ordering spare parts
- Rowing in rough water
"""
)
"""A brief of eight requirements: as many questions as a screening has at the most."""
ANSWER = (
    "In the winter of {year} I repaired the lamp of an invented rock by myself. The lens had a "
    "crack, so I took it out, sealed it with resin, and tested it for {nights} nights. Before that "
    "the light went out nine times a winter; since then it went out once. I wrote down what I did "
    "for the next keeper."
)
_numbers = count(1)


def among(options: Options) -> list[Table]:
    """With `--full` up to 10,000 screenings; a tenth of that without."""
    return list(_among((10, 100, 1_000, 10_000) if options.full else (10, 100, 1_000)))


def with_logs(_: Options) -> list[Table]:
    """Logs of 10 to 500 events."""
    return [_with_logs((10, 50, 100, 500))]


def on_disk(_: Options) -> list[Table]:
    """What a whole screening takes."""
    return [_on_disk()]


def _among(sizes: Iterable[int]) -> Iterator[Table]:
    """A candidate's turn, and a recruiter's command that names a candidate."""
    with TemporaryDirectory() as folder, product(Path(folder), Path(folder) / "seeds") as app:
        kit, opened = _role(app), 0
        taken: dict[int, float] = {}
        named: dict[int, float] = {}
        for size in sizes:
            for number in range(opened, size):
                _open(app, kit, f"crowd-{number}", ())
            opened = size
            taken[size] = _median(app, "crowd-0")
            named[size] = _median(app, "team", "summary crowd-0", Audience.TEAM)
    what = "{:,} open screenings"
    yield _growing("A turn among open screenings", what, taken)
    note = f"the median of {TURNS} summaries of one of them"
    yield _growing("A recruiter's command among open screenings", what, named, note)


def _with_logs(sizes: Iterable[int]) -> Table:
    with TemporaryDirectory() as folder, product(Path(folder), Path(folder) / "seeds") as app:
        kit, taken = _role(app), {}
        for size in sizes:
            name, at = f"long-{size}", _now()
            pauses = [Resumed(at) if number % 2 else Paused(at) for number in range(size - 2)]
            # An even number of them: the screening goes on.
            _open(app, kit, name, (Consented(at, "yes"), *pauses[: len(pauses) // 2 * 2]))
            taken[size] = _median(app, name)
    return _growing("A turn with a long log", "a log of {:,} events", taken)


_ASKED = f"the median of {TURNS} turns, a question about the role in the screening's chat"


def _growing(title: str, what: str, taken: dict[int, float], note: str = _ASKED) -> Table:
    first = next(iter(taken.values()))
    lines = [Line(what.format(size), Unit.MILLISECONDS, one * 1000) for size, one in taken.items()]
    last = list(taken.values())[-1]
    return Table(
        title, (*lines, Line("last to first", Unit.TIMES, last / first, Aim(1.2))), notes=(note,)
    )


def _on_disk() -> Table:
    with TemporaryDirectory() as folder, product(Path(folder), Path(folder) / "seeds") as app:
        kit = _role(app)
        _play(app, kit, "warm")
        before, said = _bytes(app), 0
        begun = time.perf_counter()
        for number in range(SCREENED):
            said += _play(app, kit, f"whole-{number}")
        seconds = time.perf_counter() - begun
        each = (_bytes(app) - before) / SCREENED
    return Table(
        f"A whole screening, over {SCREENED} of them",
        (
            Line("messages of the candidate", Unit.COUNT, said / SCREENED),
            Line("on the disk, the log, all messages and posts", Unit.KILOBYTES, each / 1000),
            Line("a turn in it, ratings among them, mean", Unit.MILLISECONDS, seconds / said * 1e3),
        ),
        notes=(f"Every question is answered in {len(ANSWER.split())} words.",),
    )


def _role(app: App) -> Kit:
    kit = make_kit(app.store.roles.put(ROLE, "brief.md", WHOLE, _now()))
    signed = _said("signing", "approve the kit", Audience.TEAM)
    app.store.inbox.commit(signed, Reply(()), (Approve(kit, "U0ADA", _now()),))
    app.index()
    return kit


def _open(app: App, kit: Kit, name: str, events: tuple[Event, ...]) -> None:
    """An open screening with these events behind its invitation, as a turn would keep it."""
    at = _now()
    invited = Invited(at, ROLE, kit.version, kit.brief_version, f"Candidate {name}", False)
    valid = at + timedelta(days=14)
    opening = Open(name, invited, "Ottoline Invented-Quibble", f"token-{name}", valid, kit)
    changes = (opening, *((Append(name, 1, events),) if events else ()))
    app.store.inbox.commit(_said(f"team-{name}", "invite", Audience.TEAM), Reply(()), changes)


def _play(app: App, kit: Kit, name: str) -> int:
    """One candidate from the notice to the end; how many messages that took."""
    _open(app, kit, name, ())
    text = "hello"
    for said in range(1, MOST_MESSAGES):
        reply = app.bot.handle(_said(name, text, Audience.CANDIDATE, name))
        if screening.over(app.ports, name):
            return said
        offered = plain(reply.blocks)
        new = ANSWER.format(year=1980 + said, nights=said + 2)
        text = next((word for word in ("yes", "send") if f"“{word}”" in offered), new)
    raise AssertionError(f"the screening did not end within {MOST_MESSAGES} messages")


def _median(
    app: App, name: str, text: str = "What does it pay?", audience: Audience = Audience.CANDIDATE
) -> float:
    """Seconds of a turn in a chat, one like the other; a candidate's is their screening's."""
    screened = name if audience is Audience.CANDIDATE else ""
    taken = []
    for _ in range(TURNS):
        begun = time.perf_counter()
        app.bot.handle(_said(name, text, audience, screened))
        taken.append(time.perf_counter() - begun)
    return float(np.median(taken))


def _said(chat: str, text: str, audience: Audience, screened: str = "") -> Incoming:
    identity = f"{chat} {next(_numbers)}"
    return Incoming(identity, chat, chat, audience, text, _now(), role=ROLE, screening=screened)


def _bytes(app: App) -> int:
    """The database's size, with everything that was written in it."""
    with app.store.database.caring() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        free = int(connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())
        return (pages - free) * int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())


def _now() -> datetime:
    return datetime.now(UTC)
