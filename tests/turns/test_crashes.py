"""A program that is killed loses nothing and says nothing twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.core.wording.general import PERHAPS_TWICE
from bot.storage.store import Store
from tests.turns.world import ADDRESS, ROLE, logged, soon

pytestmark = pytest.mark.programs

ROOT = Path(__file__).parents[2]
MESSAGES = ("m-1", "m-2", "m-3", "m-4")


@contextmanager
def program(
    url: str, file: Path, mode: str, *messages: str, name: str = "one"
) -> Iterator["subprocess.Popen[str]"]:
    """A program that runs; killed at the end where it still does."""
    command = [sys.executable, "-m", "tests.turns.program", url, str(file), mode, *messages]
    running = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "EXECUTOR": name},
        cwd=file.parent,
    )
    with running:
        try:
            yield running
        finally:
            running.kill()


def said_by(running: "subprocess.Popen[str]", lines: int) -> list[str]:
    assert running.stdout is not None
    return sorted(running.stdout.readline().strip() for _ in range(lines))


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("sqlite", "hang handling"),
        ("sqlite", "hang sending"),
        ("postgresql", "hang sending"),
    ],
    indirect=["url"],
)
def test_a_killed_program_goes_on_where_it_was(
    url: str, store: Store, tmp_path: Path, mode: str
) -> None:
    file = tmp_path / "sent"
    file.touch()
    with program(url, file, mode, *MESSAGES) as running:
        assert said_by(running, 2) == ["hanging", "submitted"]
        # Killed between the sending and the writing down of the first post, it would come twice.
        soon(lambda: not store.outbox.undelivered())
        running.send_signal(signal.SIGKILL)
        running.wait(10)
    heard = ["post m-1"] if mode == "hang sending" else []
    assert logged(store) == heard
    assert ADDRESS["channel"] not in file.read_text()

    # The platform delivers the last message again, and there is one more.
    with program(url, file, "run", "m-4", "m-5") as running:
        soon(lambda: len(file.read_text().splitlines()) >= 10, 20)
        running.communicate(timeout=10)
        assert running.returncode == 0
    everything = [f"post {message}" for message in (*MESSAGES, "m-5")]
    assert logged(store) == everything
    lines = file.read_text().splitlines()
    replies = [line for line in lines if line.startswith(ADDRESS["channel"])]
    posts = [line for line in lines if line.startswith(ROLE)]
    # Nobody knows whether the reply arrived that was being sent: it says so.
    perhaps = dict.fromkeys(heard, f" {PERHAPS_TWICE}")
    expected = [f"heard {words}{perhaps.get(words, '')}" for words in everything]
    assert replies == [f"{ADDRESS['channel']} {words}" for words in expected]
    assert posts == [f"{ROLE} posted {words}" for words in everything]
    assert len(lines) == 10


def test_two_programs_given_the_same_messages_answer_each_once(
    url: str, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "sent"
    file.touch()
    many = [f"m-{number}" for number in range(20)]
    with (
        program(url, file, "run", *many, name="one") as one,
        program(url, file, "run", *many, name="two") as two,
    ):
        soon(lambda: len(file.read_text().splitlines()) >= 2 * len(many), 20)
        soon(lambda: not store.outbox.undelivered())
        for running in (one, two):
            running.communicate(timeout=10)
            assert running.returncode == 0
    assert sorted(logged(store)) == sorted(f"post {message}" for message in many)
    lines = file.read_text().splitlines()
    assert len(lines) == len(set(lines)) == 2 * len(many)
