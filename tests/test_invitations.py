"""The program's secret: made once, private, and the same for every process that shares its home."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bot.keys.invitations import Invitations
from bot.keys.program_secret import NoSecret, ProgramSecret
from bot.settings import SettingsWrong, read_settings


def invitations(file: Path, given: str = "") -> Invitations:
    return Invitations(ProgramSecret(given, file))


def test_a_token_is_the_same_each_time_and_for_each_program(tmp_path: Path) -> None:
    file = tmp_path / "new" / "secret"
    made = invitations(file).token("s-1")
    assert made == invitations(file).token("s-1")
    assert len(made) == 43
    assert made != invitations(file).token("s-2")
    assert made != invitations(tmp_path / "other").token("s-1")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_a_secret_that_is_given_needs_no_file(tmp_path: Path) -> None:
    given = invitations(tmp_path / "secret", "g" * 32)
    assert given.token("s-1") == invitations(tmp_path / "elsewhere", "g" * 32).token("s-1")
    assert list(tmp_path.iterdir()) == []


def test_programs_that_start_together_share_one_secret(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from bot.keys.program_secret import ProgramSecret;"
        "print(ProgramSecret('', pathlib.Path(sys.argv[1])).key('some purpose'))"
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
        invitations(tmp_path / "file" / "secret").token("s-1")


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(SettingsWrong, match="ROLECALL_SECRET is wrong: use at least 32"):
        read_settings(secret="short")


def test_each_purpose_has_a_key_of_its_own(tmp_path: Path) -> None:
    secret = ProgramSecret("g" * 32, tmp_path / "secret")
    assert secret.key("one") == ProgramSecret("g" * 32, tmp_path / "other").key("one")
    assert (
        len({secret.key("one"), secret.key("two"), ProgramSecret("h" * 32, tmp_path).key("one")})
        == 3
    )
