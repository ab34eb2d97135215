"""The terminal's door: reads a line, hands it to the bot, draws the reply."""

import sys
from collections.abc import Callable
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from rich.console import Console

from bot.channels.terminal.files import unused, written
from bot.channels.terminal.parse import parse
from bot.channels.terminal.render import render, shown
from bot.core.messages import File, Incoming, Reply

WRITE = "Write {path}? [y/N]"
WRITTEN = "Written: {path}"
NOT_WRITTEN = "{path} was not written: {why}."
Handle = Callable[[Incoming], Reply]
LEAVE = frozenset({"exit", "quit", "bye", ":q"})
"""Words that close the terminal's chat. The chat itself stays and can be gone on with."""


class TerminalChat:
    """One chat in the terminal; `new_id` and `clock` come from outside, so tests choose them."""

    def __init__(
        self,
        handle: Handle,
        chat: Incoming,
        console: Console,
        new_id: Callable[[], str],
        clock: Callable[[], datetime],
    ) -> None:
        self._handle = handle
        self._chat = chat
        self._console = console
        self._new_id = new_id
        self._clock = clock

    def say(self, text: str) -> Reply:
        """Hand one message in and draw its reply."""
        reply = self._handle(parse(text, self._new_id(), self._clock(), self._chat))
        self._console.print(render(reply.blocks))
        self._console.print()
        return reply

    def show(self, text: str) -> None:
        """Draw what was typed, for a chat that is played rather than typed."""
        self._console.print(f"> {shown(text)}", style="bold", markup=False, highlight=False)

    def run(self, opening: str) -> None:
        """Talk until the person leaves; `opening` is said first."""
        if isinstance(sys.stdin, TextIOWrapper):
            # A byte that is no text must not end the chat.
            sys.stdin.reconfigure(errors="replace")
        self.say(opening)
        while True:
            try:
                text = self._console.input("> ", markup=False)
            except (EOFError, KeyboardInterrupt):
                self._console.print()
                return
            if text.strip().casefold() in LEAVE:
                return
            self._take_along(self.say(text))

    def _take_along(self, reply: Reply) -> None:
        """Offer to write the files of a reply into the folder this was started in."""
        for file in (block for block in reply.blocks if isinstance(block, File)):
            path = unused(Path.cwd() / Path(file.name).name)
            try:
                said = self._console.input(f"{WRITE.format(path=path)} ", markup=False)
                if said.strip().casefold() in ("y", "yes"):
                    written(path, file.text)
                    self._console.print(WRITTEN.format(path=path), markup=False, highlight=False)
            except (EOFError, KeyboardInterrupt):
                self._console.print()
            except OSError as error:
                why = error.strerror or str(error)
                self._console.print(NOT_WRITTEN.format(path=path, why=why), markup=False)
