"""Where a Chroma lives: in a folder, which is put right when it is damaged, or on a server."""

import logging
import sqlite3
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings
from chromadb.errors import NotFoundError

from retrieval.adapters.chroma import ChromaStore, Place, sessions_of
from retrieval.adapters.folder_lock import hold

log = logging.getLogger("retrieval")

SERVER_SECONDS = 5.0


def embedded(folder: Path) -> ChromaStore:
    """Chroma in this process, with its files in `folder`, which is made if need be.

    A damaged folder is moved aside to `<name>.broken-N`, and a new one is begun: all that was in
    it can be made again from the documents. Nothing is opened before the first use.
    """

    def connect() -> Any:
        folder.mkdir(parents=True, exist_ok=True)
        hold(folder)
        if not present():
            _forget_client(folder)
        try:
            return chromadb.PersistentClient(str(folder), settings=_settings())
        except (AttributeError, ValueError) as error:
            # So Chroma ends when its own start failed half-way.
            raise ConnectionError("Chroma did not start") from error

    def present() -> bool:
        return (folder / "chroma.sqlite3").exists()

    def repair(error: BaseException, attempt: int) -> bool:
        _forget_client(folder)
        if attempt == 1:
            # The files may have been replaced under us: first just open them anew.
            return not isinstance(error, BlockingIOError)
        return attempt == 2 and _is_damaged(folder, error) and _set_aside(folder)

    remedy = (
        f"Check that {folder} can be written to, that the disk is not full, and that no other "
        "process uses it; for several processes, run a Chroma server."
    )
    return ChromaStore(Place(str(folder), remedy, connect, present, repair))


def served(url: str) -> ChromaStore:
    """Chroma on a server, such as `http://chroma:8000`. Nothing is opened before the first use."""
    parts = urlsplit(url)
    secure = parts.scheme == "https"

    def connect() -> Any:
        _check_alive(url)
        client = chromadb.HttpClient(
            host=parts.hostname or "localhost",
            port=parts.port or (443 if secure else 8000),
            ssl=secure,
            settings=_settings(),
        )
        _limit_waiting(client)
        return client

    remedy = "Start the Chroma server, or leave its address out to keep the vectors in a folder."
    return ChromaStore(Place(url, remedy, connect, lambda: True, _was_emptied))


def _was_emptied(error: BaseException, attempt: int) -> bool:
    # A server that was set up anew has lost the collection: connecting again makes it.
    return attempt == 1 and isinstance(error, NotFoundError)


def _forget_client(folder: Path) -> None:
    # Chroma remembers a client by its path and gives it out again, even one that failed to start
    # or whose files are gone.
    SharedSystemClient._identifier_to_system.pop(str(folder), None)


def _settings() -> Settings:
    return Settings(anonymized_telemetry=False)


def _check_alive(url: str) -> None:
    # Chroma's own first request waits for ever on a server that accepts and says nothing.
    heartbeat = url.rstrip("/") + "/api/v2/heartbeat"
    with urllib.request.urlopen(heartbeat, timeout=SERVER_SECONDS):  # noqa: S310
        pass


def _limit_waiting(client: Any) -> None:
    for session in sessions_of(client):
        session.timeout = SERVER_SECONDS


def _is_damaged(folder: Path, error: BaseException) -> bool:
    # Only what is certain: other trouble, such as a full disk, passes without losing anything.
    if "hnsw" in str(error).lower():
        return True
    database = folder / "chroma.sqlite3"
    try:
        with closing(
            sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except sqlite3.OperationalError:
        return False
    except sqlite3.DatabaseError:
        return True


def _set_aside(folder: Path) -> bool:
    number = 1
    while (aside := folder.with_name(f"{folder.name}.broken-{number}")).exists():
        number += 1
    try:
        folder.rename(aside)
    except OSError:
        return False
    log.warning("The vectors in %s could not be read; kept as %s, made anew.", folder, aside.name)
    return True
