"""Sees to it that one process at a time uses a folder of vectors.

Chroma in a folder is not made for several processes: measured, two that write at once damage its
index and can crash each other.
"""

import atexit
import os
import sqlite3
from pathlib import Path

_held: dict[tuple[int, str], sqlite3.Connection] = {}


def hold(folder: Path) -> None:
    """Keep `folder` for this process until it ends; again is no error.

    The lock is SQLite's own on an empty file beside the folder: it works on every system and goes
    away with the process, however that ends. Raises BlockingIOError if another process has it, and
    OSError if the file cannot be used.
    """
    key = (os.getpid(), str(folder.absolute()))
    if key in _held:
        return
    beside = folder.with_name(f"{folder.name}.lock")
    try:
        _held[key] = _locked(beside)
    except sqlite3.Error as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise BlockingIOError(f"another process uses it ({error})") from error
        raise OSError(f"{beside} cannot be used ({error})") from error


def _locked(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=0.0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        connection.close()
        raise
    atexit.register(connection.close)
    return connection
