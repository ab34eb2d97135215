"""Bots as processes of their own, and load from another: started, asked, killed, and ended."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.briefs.reading import read_brief
from bot.core.kits.kit import make_kit
from bot.core.messages import Incoming, Reply
from bot.core.roles import Audience
from bot.ports import Approve
from bot.storage.store import open_store
from tests.served.load import Orders
from tests.served.platform import SECRET, TOKEN

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60.0
RECRUITER = "U0ADA"
ROLE = "lamp-keeper"
BRIEF = """# Lamp Keeper

Location: Farflung Rock
Pay: 31,400 euros a year

## About
You keep the lamp of the invented Farflung Rock burning through the winter.

## Required
- Two winters of keeping a light in working order
- Repairing lamps and lenses
"""


def free_port() -> int:
    """A port of loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Program:
    """`rolecall run` on a port of its own; started again on the same one after it was killed."""

    home: Path
    settings: Mapping[str, str]
    port: int = field(default_factory=free_port)
    words: tuple[str, ...] = ("bot", "run")
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        """What it logged."""
        return self.home / f"log-{self.port}"

    @property
    def name(self) -> str:
        """Its name among those on the database, as it says at its start."""
        said = re.findall(r"^This program is ([\w.-]+) on its database", self.log.read_text(), re.M)
        return str(said[-1])

    def start(self) -> "Program":
        """Start it, and return when it is alive."""
        self.launch()
        self.wait_for("/healthz")
        return self

    def launch(self) -> None:
        """Start it."""
        self.home.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self.words, "--port", str(self.port)],
                cwd=self.home,
                env=surroundings(self.home, self.settings),
                stdout=log,
                stderr=log,
            )

    def wait_for(self, path: str, status: int = 200, seconds: float = PATIENCE_SECONDS) -> str:
        """What the page says once it answers with this status."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert self.process is not None
            assert self.process.poll() is None, self.log.read_text()
            found, said = self.asked(path)
            if found == status:
                return said
            time.sleep(0.02)
        raise AssertionError(f"{path} did not answer {status}: {found} {said}")

    def asked(self, path: str, form: bytes | None = None) -> tuple[int, str]:
        """A page's status and text; 0 where nobody listens."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}", form, timeout=20) as page:
                return page.status, page.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError as error:
            return 0, str(error)

    def kill(self) -> None:
        """Kill it as a power cut does."""
        self._signal(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it to end; its exit status."""
        return self._signal(signal.SIGTERM)

    def _signal(self, which: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(which)
        return self.process.wait(PATIENCE_SECONDS)


@contextmanager
def served(*programs: Program) -> Iterator[None]:
    """These programs started, and killed at the end where they still run."""
    try:
        for program in programs:
            program.launch()
        for program in programs:
            program.wait_for("/healthz")
        yield
    finally:
        for program in programs:
            if program.process is not None and program.process.poll() is None:
                program.kill()


def settings(platform: str, **more: str) -> dict[str, str]:
    """A bot's settings: on Slack, whose interface is the platform at this address."""
    return {
        "ROLECALL_SLACK_BOT_TOKEN": TOKEN,
        "ROLECALL_SLACK_SIGNING_SECRET": SECRET,
        "ROLECALL_SLACK_API_URL": platform,
        "ROLECALL_SLACK_RECRUITERS": RECRUITER,
        "ROLECALL_SECRET": "an-invented-secret-of-enough-letters",
        **more,
    }


def surroundings(home: Path, given: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process with its data in `home`, without any setting of the caller."""
    own = {name: text for name, text in os.environ.items() if not name.startswith("ROLECALL_")}
    own.pop("DATABASE_URL", None)
    named = {"ROLECALL_HOME": str(home), "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    return own | named | dict(given)


def command(
    home: Path, given: Mapping[str, str], *words: str
) -> "subprocess.CompletedProcess[str]":
    """A command of `rolecall`, run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=home,
        env=surroundings(home, given),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def prepared(url: str) -> None:
    """A role whose questions are signed off, so that candidates can be invited."""
    store, at = open_store(url, read_brief), datetime.now(UTC)
    kit = make_kit(store.roles.put(ROLE, "brief.md", BRIEF, at))
    signed = Incoming("signing", "signing", RECRUITER, Audience.TEAM, "approve the kit", at)
    store.inbox.commit(signed, Reply(()), (Approve(kit, RECRUITER, at),))
    store.close()


@contextmanager
def load(orders: Orders) -> "Iterator[subprocess.Popen[bytes]]":
    """The load's process; it ends by itself, and is killed at the end where it has not."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.served.load"],
        cwd=ROOT,
        env=surroundings(ROOT, {}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin is not None
    process.stdin.write(orders.written().encode())
    process.stdin.close()
    process.stdin = None
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def came_of(process: "subprocess.Popen[bytes]", seconds: float) -> dict[str, Any]:
    """What the load says at its end."""
    said, _ = process.communicate(timeout=seconds)
    assert process.returncode == 0
    found: dict[str, Any] = json.loads(said)
    return found
