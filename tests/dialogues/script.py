"""Reads a dialogue file: a Markdown play of who says what, what is answered, and what happens.

# Title
What it shows, in a few sentences.

*Robin is invited.*                         a stage direction, in italics, on lines of its own
**Robin:** yes                              something a person says
**Robin, if asked for more:** …             said only where the bot asks its follow-up
**Rolecall:** Thank you. … Question 1 of 3. what the bot must answer; “…” stands for anything
**Rolecall, unasked:** Hello again. …       what was sent to somebody's chat since last time
**Hiring channel:** …                       what must have been posted there since last time
"""

import re
from dataclasses import dataclass
from pathlib import Path

BOT, UNASKED, CHANNEL = "Rolecall", "Rolecall, unasked", "Hiring channel"
FOLDER = Path(__file__).parent
_SPEECH = re.compile(r"\*\*(.+?):\*\* ?(.*)", re.DOTALL)
_DIRECTION = re.compile(r"\*([^*].*?)\.?\*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Speech:
    """What a person says. `aside` is what stands behind the name: where, or on which condition."""

    who: str
    aside: str
    text: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What `BOT` answers, is sent `UNASKED`, or is posted to `CHANNEL`.

    `start` and `end` are where it stands in lines.
    """

    who: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Direction:
    """Something that happens."""

    text: str
    line: int


Step = Speech | Expected | Direction


@dataclass(frozen=True, slots=True)
class Script:
    """A dialogue: its file's lines and the steps in them."""

    path: Path
    lines: tuple[str, ...]
    steps: tuple[Step, ...]


class Unreadable(Exception):
    """A dialogue file has a line that is no step."""


def scripts() -> list[Path]:
    """Every dialogue file, by name."""
    return sorted(FOLDER.glob("*.md"))


def read(path: Path) -> Script:
    """The dialogue in a file; raises Unreadable with the line."""
    lines = path.read_text("utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("*")]
    if not starts:
        raise Unreadable(f"{path.name}: nothing happens in it")
    ends = [*starts[1:], len(lines)]
    steps = tuple(_step(path, lines, start, end) for start, end in zip(starts, ends, strict=True))
    return Script(path, tuple(lines), steps)


def _step(path: Path, lines: list[str], start: int, end: int) -> Step:
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    text = "\n".join(lines[start:end])
    spoken = _SPEECH.fullmatch(text)
    if spoken:
        return _spoken(spoken[1], spoken[2].strip(), start, end)
    happens = _DIRECTION.fullmatch(text)
    if happens is None:
        raise Unreadable(f"{path.name}, line {start + 1}: {lines[start]!r} is no step")
    return Direction(" ".join(happens[1].split()), start + 1)


def _spoken(speaker: str, text: str, start: int, end: int) -> Step:
    if speaker in (BOT, UNASKED, CHANNEL):
        return Expected(speaker, text, start, end)
    who, _, aside = re.sub(r" \((.+)\)$", r", \1", speaker).partition(", ")
    return Speech(who, aside, text)


def matches(expected: str, said: str) -> bool:
    """Whether what was said is what was expected.

    White space does not matter, “…” stands for any words, and buttons count only where the
    expectation names some.
    """
    if "‹" not in expected:
        said = re.sub(r"‹[^›]*›", "", said)
    parts = [re.escape(_flat(part)) for part in expected.split("…")]
    pattern = ".*?".join(rf"\s*{part}\s*" if part else "" for part in parts)
    return re.fullmatch(pattern.replace(r"\ ", r"\s+"), _flat(said), re.DOTALL) is not None


def _flat(text: str) -> str:
    return " ".join(text.split())
