"""The role named on the command line is the one that is meant, whatever was said before."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from tests.recruiting.office import BAKER, BAKER_BRIEF, KEEPER, KEEPER_BRIEF

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs commands of `rolecall` on two roles; `typed` goes to standard input."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / f"{KEEPER}.md").write_text(KEEPER_BRIEF, "utf-8")
    (seeds / f"{BAKER}.md").write_text(BAKER_BRIEF, "utf-8")
    env = {"ROLECALL_HOME": str(tmp_path / "var"), "ROLECALL_SEEDS": str(seeds), "COLUMNS": "200"}

    def run(*words: str, typed: str = "") -> str:
        done = CliRunner().invoke(app, words, input=typed, env=env)
        assert done.exit_code == 0, done.output
        return done.output

    return run


def test_a_command_is_about_the_role_it_names(run: Run) -> None:
    assert "for Night Baker" in run("kit", "approve", BAKER)
    assert "for Lighthouse Keeper" in run("kit", "approve", KEEPER)
    assert "for Lighthouse Keeper" in run("invite", "Ada Example", "--role", KEEPER)


def test_a_chat_opened_for_a_role_is_about_it_again(run: Run) -> None:
    said = run("chat", "--role", KEEPER, typed="use Night Baker\nshow the kit\n")
    assert "Kit for Night Baker" in said
    again = run("chat", "--role", KEEPER, typed="show the kit\n")
    assert "We now talk about Lighthouse Keeper." in again
    assert "Kit for Lighthouse Keeper" in again
