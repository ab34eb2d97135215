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
    away with the process, however that ends. Raises BlockingIOError if another process has it.
    """
    key = (os.getpid(), str(folder.absolute()))
    if key in _held:
        return
    beside = folder.with_name(f"{folder.name}.lock")
    connection = sqlite3.connect(beside, timeout=0.0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        connection.close()
        raise BlockingIOError(f"another process uses it ({error})") from error
    _held[key] = connection
    atexit.register(connection.close)
