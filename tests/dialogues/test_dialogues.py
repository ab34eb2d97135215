"""Every dialogue file is what the bot says, and every quote in its summaries is exact."""

from pathlib import Path

import pytest

from tests.dialogues.play import Unknown, play
from tests.dialogues.quotes import Inexact, check_quotes
from tests.dialogues.script import Unreadable, matches, read, scripts
from tests.dialogues.stage import Stage


@pytest.mark.parametrize("path", scripts(), ids=lambda path: path.stem)
def test_a_dialogue(path: Path, tmp_path: Path) -> None:
    script = read(path)
    differences = play(script, tmp_path, check_quotes)
    told = "\n\n".join(difference.told(script) for difference in differences)
    assert not told, (
        f"\n{told}\n\nIf that is meant: python -m tests.dialogues --rewrite {path.stem}"
    )


def test_a_quote_that_is_not_exact_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = read(next(path for path in scripts() if path.stem == "strong_candidate"))
    seen: list[int] = []

    def look(stage: Stage) -> None:
        seen.append(check_quotes(stage))
        monkeypatch.setattr("bot.channels.teams.card.inert", lambda text: text.replace("I", "We"))
        with pytest.raises(Inexact, match="Teams quotes"):
            check_quotes(stage)
        monkeypatch.undo()
        monkeypatch.setattr("tests.dialogues.quotes._typed", lambda *_: ("other words",))
        with pytest.raises(Inexact, match="never written"):
            check_quotes(stage)

    play(script, tmp_path, look)
    assert seen[0] >= 3


def test_there_are_dialogues_of_every_kind() -> None:
    assert len(scripts()) >= 25


@pytest.mark.parametrize(
    ("expected", "said", "same"),
    [
        ("Thank you.", "Thank  you.\n", True),
        ("Thank you.", "Thank you. ‹Skip›", True),
        ("Thank you. ‹Pause›", "Thank you. ‹Skip›", False),
        ("…Question 2 of 3.…", "Thanks.\n\nQuestion 2 of 3. Think of", True),
        ("Question 2 of 3.", "Thanks. Question 2 of 3.", False),
        ("Say “change 2: …”.", "Say “change 2: …”.", True),
        ("…", "", True),
    ],
)
def test_what_counts_as_the_same(expected: str, said: str, same: bool) -> None:
    assert matches(expected, said) is same


def test_a_difference_is_told_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "wrong.md"
    file.write_text("# Wrong\n\n**Robin:** hello\n\n**Rolecall:** Good evening.\n", "utf-8")
    script = read(file)
    (difference,) = play(script, tmp_path / "home")
    told = difference.told(script)
    assert told.startswith("wrong.md, line 5: Rolecall differs")
    assert "- Good evening." in told
    assert "+ Hello!" in told


def test_a_direction_nobody_knows_is_named(tmp_path: Path) -> None:
    file = tmp_path / "wrong.md"
    file.write_text("# Wrong\n\n*Robin sings.*\n", "utf-8")
    with pytest.raises(Unknown, match="line 3: Robin sings"):
        play(read(file), tmp_path / "home")


def test_a_line_that_is_no_step_is_named(tmp_path: Path) -> None:
    file = tmp_path / "wrong.md"
    file.write_text("# Wrong\n\n* Robin: hello\n", "utf-8")
    with pytest.raises(Unreadable, match="line 3"):
        read(file)
