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

    def run(*words: str, typed: str = "", fails: bool = False) -> str:
        done = CliRunner().invoke(app, words, input=typed, env=env)
        assert bool(done.exit_code) == fails, done.output
        return str(done.exception) if fails else done.output

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


@pytest.mark.parametrize("words", [("kit", "show"), ("chat", "--as", "candidate"), ("funnel",)])
def test_a_command_that_needs_a_role_names_those_there_are(
    run: Run, words: tuple[str, ...]
) -> None:
    told = run(*words, fails=True)
    assert told == f"No role was named. Name one of these: {KEEPER}, {BAKER}."


def test_a_code_that_opens_nothing_says_just_that(run: Run) -> None:
    told = run("chat", "--as", "candidate", "--role", KEEPER, "--code", "mistyped", fails=True)
    assert told.startswith("This does not open a screening.")
    assert "There is no screening" not in told


def test_a_file_that_is_not_there_is_said_in_plain_words(run: Run) -> None:
    told = run("evaluate", "questions", "nowhere.jsonl", fails=True)
    assert told == "nowhere.jsonl was not read: No such file or directory."
