"""Runs the product's own commands as processes, and says how long they took and what they used."""

import os
import resource
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120


class DidNotServe(Exception):
    """The server ended, or did not answer in time; the message is what it said."""


def surroundings(home: Path, seeds: Path | None = None) -> dict[str, str]:
    """The environment of a process with its data in `home`, without any setting of the caller."""
    own = {name: text for name, text in os.environ.items() if not name.startswith("ROLECALL_")}
    own.pop("DATABASE_URL", None)
    named = {"ROLECALL_HOME": str(home), "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    return own | named | ({"ROLECALL_SEEDS": str(seeds)} if seeds else {})


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds that passed, and seconds that processors worked: a busy machine adds to the first."""

    passed: float
    worked: float


def took(words: Sequence[str], home: Path) -> Took:
    """What a whole Python process takes. Raises CalledProcessError where it fails."""
    begun, before = time.perf_counter(), _worked_by_children()
    subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=surroundings(home), check=True, capture_output=True
    )
    return Took(time.perf_counter() - begun, _worked_by_children() - before)


def _worked_by_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs. `page_after` seconds after its start, the first page was there."""

    address: str
    process: subprocess.Popen[bytes]
    begun: float
    page_after: float

    def asked(self, question: str, role: str) -> str:
        """The part of the page that answers a question, as HTML."""
        form = urllib.parse.urlencode({"text": question, "role": role}).encode()
        where = f"{self.address}/?{urllib.parse.urlencode({'role': role})}"
        asking = urllib.request.Request(where, form, {"rolecall-part": "1"})
        with urllib.request.urlopen(asking, timeout=PATIENCE_SECONDS) as answer:
            return str(answer.read().decode())

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self.begun

    @property
    def peak_megabytes(self) -> float | None:
        """The most memory the process has held; None where the system does not say."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        except OSError:
            return None
        (kilobytes,) = (
            line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")
        )
        return int(kilobytes) / 1024


@contextmanager
def serving(home: Path, seeds: Path | None = None) -> Iterator[Served]:
    """`rolecall run` on a free port, from its start to its first page; ended at the end."""
    port = _free_port()
    begun = time.perf_counter()
    # Into a file: its log would fill a pipe that nobody reads, and it would wait for ever.
    log = home / "served.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--port", str(port)],
            cwd=ROOT,
            env=surroundings(home, seeds),
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address, process, log)
        yield Served(address, process, begun, time.perf_counter() - begun)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.perf_counter() + PATIENCE_SECONDS
    while process.poll() is None and time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as page:
                page.read()
            return
        except urllib.error.URLError:
            time.sleep(0.01)
    said = log.read_text("utf-8") if process.poll() is not None else ""
    raise DidNotServe(said or f"nothing within {PATIENCE_SECONDS} s")
