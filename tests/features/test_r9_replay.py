"""R9: `rolecall screening replay`: the log alone gives the summary that was sent."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app, main
from bot.core.screening.events import Finished
from bot.core.wording import replaying as words
from tests.dialogues.stage import Stage


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    stage = Stage(tmp_path / "home")
    stage.hire_for("lighthouse-keeper")
    stage.invite("Robin")
    stage.open_link("Robin")
    stage.say("Robin", "yes")
    yield stage
    stage.close()


def sent(stage: Stage) -> str:
    """The screening, answered to its end and sent."""
    stage.answer_until("Robin", lambda here: here == "the review")
    stage.say("Robin", "send")
    return stage.screening("Robin")


def replayed(screening: str, *options: str) -> Result:
    return CliRunner().invoke(app, ["screening", "replay", screening, *options])


def test_the_same_bytes_as_the_summary_that_was_sent(stage: Stage) -> None:
    screening = sent(stage)
    told = replayed(screening)
    assert (told.exit_code, words.SAME in told.stdout) == (0, True)
    data = json.loads(replayed(screening, "--json").stdout)
    last = stage.app.store.screenings.events(screening)[-1]
    assert isinstance(last, Finished)
    assert data["same"] is True
    assert data["brief_changed"] is False
    assert data["bytes"] == len(last.summary.encode())
    assert data["screening"] == screening


def test_asking_for_a_person_afterwards_changes_nothing(stage: Stage) -> None:
    screening = sent(stage)
    stage.say("Robin", "person")
    assert json.loads(replayed(screening, "--json").stdout)["same"] is True


def test_a_rater_is_never_called(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    screening = sent(stage)

    def called(*_: object) -> None:
        raise AssertionError("a replay rates nothing")

    for rater in {type(stage.app.ports.rater)}:
        monkeypatch.setattr(rater, "rate", called)
    assert replayed(screening).exit_code == 0


def test_a_changed_brief_is_said_and_what_was_asked_still_compared(stage: Stage) -> None:
    screening = sent(stage)
    stage.rewrite_brief("Somebody who likes puffins.")
    told = replayed(screening)
    assert (told.exit_code, words.SAME_ASKED in told.stdout) == (0, True)


def test_a_line_that_moved_in_the_brief_changes_nothing_of_what_was_asked(stage: Stage) -> None:
    screening = sent(stage)
    role = stage.roles[-1]
    text = stage.app.store.roles.markdown(role.id)
    assert text
    title, _, rest = text.partition("\n")
    moved = f"{title}\n\nTwo boats a week.\n{rest}"
    stage.app.store.roles.put(role.id, role.source, moved, stage.now)
    told = replayed(screening)
    assert (told.exit_code, words.SAME_ASKED in told.stdout) == (0, True)


def test_without_a_sent_summary_there_is_nothing_to_compare(stage: Stage) -> None:
    told = replayed(stage.screening("Robin"))
    assert (told.exit_code, words.NOT_SENT in told.stdout) == (0, True)
    assert json.loads(replayed(stage.screening("Robin"), "--json").stdout)["same"] is None


def test_another_summary_than_the_sent_one_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    screening = sent(stage)
    # As a later version of the product would read the same log, had it changed the words.
    monkeypatch.setattr("bot.core.fit.summary.words.DECLINED", "Other words.")
    monkeypatch.setattr("bot.core.fit.summary.words.NOT_IN_KIT", "Other words.")
    monkeypatch.setattr("bot.core.fit.summary.words.ask_next", lambda *_: "Other words.")
    told = replayed(screening)
    assert (told.exit_code, words.OTHER in told.stdout) == (1, True)


def test_an_altered_log_is_refused(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screening = sent(stage)
    with sqlite3.connect(stage.home / "rolecall.db") as database:
        database.execute(
            "UPDATE events SET body = replace(body, 'yes', 'no') WHERE kind = 'consented'"
        )
    monkeypatch.setattr("sys.argv", ["rolecall", "screening", "replay", screening])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert "was altered at event 2" in " ".join(capsys.readouterr().err.split())


def test_a_screening_nobody_knows(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["rolecall", "screening", "replay", "unknown"])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert "There is no screening “unknown”" in " ".join(capsys.readouterr().err.split())
