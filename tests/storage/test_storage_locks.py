"""Locks of lanes keep programs apart, each name by itself; what one holds goes with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Opener

pytestmark = pytest.mark.programs
_OTHER = """
import sys
from bot.briefs.reading import read_brief
from bot.storage.store import open_store
locks = open_store(sys.argv[1], read_brief).lane_locks()
print(locks.take("our chat"), locks.take("their chat"), flush=True)
sys.stdin.read()
"""


def test_what_another_program_holds_is_not_taken_until_it_ends(url: str, opener: Opener) -> None:
    locks = opener().lane_locks()
    assert locks.take("our chat")
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER, url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as other:
        try:
            assert other.stdout
            assert other.stdout.readline().split() == ["False", "True"]
            assert not locks.take("their chat")
            assert locks.take("a third chat")
        finally:
            other.kill()
            other.wait(10)
    assert locks.take("their chat")
    locks.drop("their chat")
    locks.close()
