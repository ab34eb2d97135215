"""What has to be well for the bot to be ready, and what of the turns is shown in figures."""

import os
import tempfile
from pathlib import Path

from bot.core.errors import RolecallError
from bot.operating.health import Check
from bot.operating.meters import Meters
from bot.passages import LibraryRanker
from bot.ports.delivery import NotRunning
from bot.storage.store import Store
from bot.turns.durable import DurableTurns

_PROBE_BYTES = 8192
"""More than a page of the database: what a small message needs."""


class NoRoom(RolecallError):
    """Nothing more can be written where the data is kept."""

    remedy = "Free some space, or let this program's user write there; nothing kept is lost."

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"Nothing can be written in {folder}: {why}.")


def room(folder: Path) -> None:
    """Write a little and take it away again; raises NoRoom."""
    try:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as probe:
            if probe.write(bytes(_PROBE_BYTES)) < _PROBE_BYTES:
                raise NoRoom(folder, "the disk is full")
            os.fsync(probe.fileno())
    except OSError as error:
        raise NoRoom(folder, (error.strerror or str(error)).lower()) from None


def parts_of(
    store: Store, ranker: LibraryRanker, turns: DurableTurns, home: Path | None
) -> dict[str, Check]:
    """The parts by name, each as something that raises where it is not well.

    `home` is the folder in which a database's file is kept; None for one on a server.
    """

    def taking() -> None:
        if not turns.running:
            raise NotRunning

    disk: dict[str, Check] = {"disk": lambda: room(home)} if home else {}
    return {
        **disk,
        "database": store.check,
        "index": ranker.check,
        "model": lambda: ranker.encode(["ready"]),
        "turns": taking,
    }


def watched(turns: DurableTurns, meters: Meters) -> None:
    """Let the turns that wait be seen among the figures."""
    meters.gauge(
        "rolecall_queue_turns",
        "Pieces of work in this program that wait or have their turn.",
        lambda: turns.waiting().count,
    )
    meters.gauge(
        "rolecall_queue_age_seconds",
        "How long ago the oldest of them was taken in.",
        lambda: turns.waiting().seconds,
    )
