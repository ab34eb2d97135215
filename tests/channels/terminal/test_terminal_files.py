"""Files in the terminal: “upload PATH” hands one in, and own data is written after a yes."""

from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.channels.terminal.app import TerminalChat
from bot.channels.terminal.files import fetch
from bot.channels.terminal.parse import chat_of, parse
from bot.core.errors import FileNotFetched
from bot.core.messages import File, Incoming, Reply, Text
from bot.core.roles import Audience

NOW = datetime(2027, 3, 1, tzinfo=UTC)
CHAT = chat_of(Audience.CANDIDATE, "r", "s", NOW)


def test_a_path_becomes_a_file_and_other_words_stay_words(tmp_path: Path) -> None:
    file = tmp_path / "my cv.md"
    file.write_text("Kept a lighthouse.")
    for line in (f"upload {file}", f'upload "{file}"'):
        said = parse(line, "1", NOW, CHAT)
        assert said.attachment
        assert (said.text, said.files, said.attachment.name) == ("", 1, "my cv.md")
        assert fetch(said.attachment) == b"Kept a lighthouse."
    missing = parse(f"upload {tmp_path}/none.pdf", "2", NOW, CHAT).attachment
    assert missing
    with pytest.raises(FileNotFetched, match="no such file"):
        fetch(missing)
    answer = "upload speed was what I improved"
    assert parse(answer, "3", NOW, CHAT).text == answer


def test_own_data_is_written_after_a_yes_and_over_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(_: Incoming) -> Reply:
        return Reply((Text("Here."), File("my-data.txt", "text/plain", "Ünï")))

    monkeypatch.chdir(tmp_path)
    typed = iter(["my data as a file", "no", "again", "y", "again", "yes", "exit"])
    drawn = StringIO()
    console = Console(file=drawn)
    monkeypatch.setattr(console, "input", lambda *_, **__: next(typed))
    TerminalChat(say, CHAT, console, lambda: "1", lambda: NOW).run("")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["my-data-2.txt", "my-data.txt"]
    assert (tmp_path / "my-data.txt").read_text("utf-8") == "Ünï"
    assert (tmp_path / "my-data.txt").stat().st_mode & 0o077 == 0
    assert drawn.getvalue().count("Written:") == 2
