"""A program that is killed in the tests: `URL FILE MODE MESSAGE...`, with its name in EXECUTOR.

It submits the messages and appends what it sends to the file. In the mode "hang sending" or "hang
handling" it never comes further than there; in the mode "run" it ends when it is told to. It says
"hanging" at its first reply, and "submitted".
"""

import os
import sys
import time
from pathlib import Path

from bot.core.messages import Block, Incoming
from bot.core.plain import plain
from bot.ports.delivery import Address
from bot.turns.durable import DurableTurns
from bot.turns.parts import Parts, Settings
from tests.turns.world import ADDRESS, LogBook, opened, said


class File:
    """A sender that appends to a file."""

    def __init__(self, file: Path, hangs: bool) -> None:
        self._file = file
        self._hangs = hangs

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Write a line."""
        if self._hangs and not key.startswith("post"):
            hang(key)
        with self._file.open("a") as lines:
            lines.write(f"{address['channel']} {' '.join(plain(blocks).split())}\n")
        return ({**address, "line": key},)

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Write what takes which line's place."""
        with self._file.open("a") as lines:
            lines.write(f"{standing['line']} is now {plain(blocks)}\n")


def hang(what: object) -> None:
    """Say so, and do nothing for ever."""
    tell("hanging")
    time.sleep(600)
    raise AssertionError(what)


def tell(line: str) -> None:
    """Write a line in one piece, whatever other threads write."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main(url: str, file: str, mode: str, *messages: str) -> None:
    """Submit, and wait for the end of the input."""
    store = opened(url)
    bot = LogBook(store)
    if mode == "hang handling":
        bot.before = hang
    sender = File(Path(file), mode == "hang sending")
    routes = lambda role: (("file", {"channel": role}),)  # noqa: E731
    parts = Parts(bot, store.inbox, store.outbox, store.standings, {"file": sender}, routes)
    turns = DurableTurns(parts, Settings(url, os.environ["EXECUTOR"], every=0.1))
    turns.start()
    for message in messages:
        incoming: Incoming = said(message, f"post {message}")
        turns.submit("file", incoming, ADDRESS)
    tell("submitted")
    sys.stdin.read()
    turns.stop()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
