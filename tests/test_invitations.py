"""The program's secret: made once, private, and the same for every process that shares its home."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.invitations import Invitations, NoSecret
from bot.settings import SettingsWrong, read_settings


def test_a_token_is_the_same_each_time_and_for_each_program(tmp_path: Path) -> None:
    file = tmp_path / "new" / "secret"
    made = Invitations("", file).token("s-1")
    assert made == Invitations("", file).token("s-1")
    assert len(made) == 43
    assert made != Invitations("", file).token("s-2")
    assert made != Invitations("", tmp_path / "other").token("s-1")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_a_secret_that_is_given_needs_no_file(tmp_path: Path) -> None:
    given = Invitations("g" * 32, tmp_path / "secret")
    assert given.token("s-1") == Invitations("g" * 32, tmp_path / "elsewhere").token("s-1")
    assert list(tmp_path.iterdir()) == []


def test_programs_that_start_together_share_one_secret(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from bot.invitations import Invitations;"
        "print(Invitations('', pathlib.Path(sys.argv[1])).token('s-1'))"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "secret")], stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    assert len({one.communicate()[0] for one in running}) == 1


def test_a_secret_that_cannot_be_kept_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NoSecret, match="ROLECALL_SECRET"):
        Invitations("", tmp_path / "file" / "secret").token("s-1")


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(SettingsWrong, match="ROLECALL_SECRET is wrong: use at least 32"):
        read_settings(secret="short")
