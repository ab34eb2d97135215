"""Moves a deployment from its SQLite file to a PostgreSQL server, while no program uses either."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.storage import moving
from bot.storage.locks import FileLocks
from bot.storage.moving import NotMoved
from bot.turns import place
from bot.turns.unfinished import unfinished


def move(source: str, target: str) -> Mapping[str, int]:
    """Copy all that is kept at the URL `source` to the empty database at `target`; rows by table.

    The file stays as it was. Raises NotMoved, StorageUnavailable, SchemaTooNew, NoPlace.
    """
    file = place.file_of(source)
    if file is None or not file.exists():
        raise NotMoved(
            "There is no SQLite file to move from: "
            + (f"{file} is not there." if file else "DATABASE_URL names a server."),
            "Check ROLECALL_HOME, and leave DATABASE_URL unset until everything is moved.",
        )
    if not target.startswith("postgresql"):
        raise NotMoved(
            "That is no address of a PostgreSQL database.",
            "Write --to postgresql://USER:PASSWORD@HOST/DATABASE.",
        )
    with _alone(file):
        waiting = unfinished(source)
        if waiting:
            raise NotMoved(
                f"{waiting} messages or replies wait to be handled or sent.",
                "Run `rolecall run` until `rolecall_queue_turns` at /metrics is 0 (replies that a "
                "channel does not take are given up after 15 minutes), stop it, then move again.",
            )
        return moving.move(source, target)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Nobody runs on the file, and nobody starts meanwhile; raises NotMoved."""
    begins, ends = f"{file.name}.", ".lock"
    known = {
        one.name.removeprefix(begins).removesuffix(ends)
        for one in file.parent.glob(f"{begins}*{ends}")
    }
    locks = FileLocks(file)
    try:
        for name in sorted(known | {"rolecall-1"}):
            if not locks.take(name):
                raise NotMoved(
                    f"The program “{name}” runs on the SQLite file.", "Stop it, then move again."
                )
        yield
    finally:
        locks.close()
