"""The version is told both ways that people try."""

from importlib.metadata import version

import pytest
from typer.testing import CliRunner

from bot.__main__ import app


@pytest.mark.parametrize("word", ["version", "--version"])
def test_the_version_is_told(word: str) -> None:
    done = CliRunner().invoke(app, [word])
    assert (done.exit_code, done.output.strip()) == (0, f"rolecall {version('rolecall')}")
