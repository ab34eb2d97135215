"""The same dialogue on every channel: people read the same words, in the same order."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from bot.core.messages import Block, Choices
from bot.core.plain import plain
from tests.channels.readers import CANDIDATE, CHANNELS, RECRUITER, Reader
from tests.dialogues.stage import Stage

Line = tuple[str, str]
TO_THE_END: tuple[Line, ...] = (
    (CANDIDATE, "yes"),
    (CANDIDATE, "9 years"),
    (CANDIDATE, "yes"),
    (CANDIDATE, "In 2023 I repaired the generator at Point Example myself; it ran all winter."),
    (CANDIDATE, "skip the rest"),
    (CANDIDATE, "send"),
)
DIALOGUES: dict[str, tuple[Line, ...]] = {
    "a question with its citation": (
        (RECRUITER, "What does it pay?"),
        (RECRUITER, "Is there a company car?"),
    ),
    "a screening with a digression": (
        *TO_THE_END[:3],
        (CANDIDATE, "What does it pay?"),
        *TO_THE_END[3:],
    ),
    "a fit summary": (*TO_THE_END, (RECRUITER, "summary Candidate 7F3")),
}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\u2060", "").replace("_", " "))


def lines_of(blocks: tuple[Block, ...]) -> Iterator[list[str]]:
    """The words of each line of a reply, but for its buttons; a list's signs are left out."""
    for block in blocks:
        for line in () if isinstance(block, Choices) else plain((block,)).split("\n"):
            yield words(re.sub(r"^(- |\d+\. )", "", line))


def missing(lines: Iterable[list[str]], read: list[str]) -> list[str]:
    """The lines that are not read after the ones before them, word by word."""
    at, left = 0, []
    for line in lines:
        starts = range(at, len(read) - len(line) + 1)
        found = next((start for start in starts if read[start : start + len(line)] == line), None)
        if found is None:
            left.append(" ".join(line))
        else:
            at = found + len(line)
    return left


def unsaid(choices: Iterable[Block], read: list[str]) -> list[str]:
    """The buttons of which neither the label nor what can be typed instead is read."""
    offered = [one for block in choices if isinstance(block, Choices) for one in block.choices]
    return [
        one.label
        for one in offered
        if missing([words(one.label)], read) and missing([words(one.typed)], read)
    ]


def played(reader: Reader, stage: Stage, dialogue: tuple[Line, ...]) -> list[tuple[Block, ...]]:
    """The replies of a dialogue, each of which was read whole."""
    replies = []
    opening = [("", "")] if any(who == CANDIDATE for who, _ in dialogue) else []
    for who, text in (*opening, *dialogue):
        read = words(reader.say(who, text) if who else reader.open())
        blocks = reader.behind.blocks
        assert blocks
        assert missing(lines_of(blocks), read) == []
        assert unsaid(blocks, read) == []
        replies.append(blocks)
    return replies


@pytest.fixture
def stages(tmp_path: Path) -> Iterator[list[Stage]]:
    made = []
    for name in CHANNELS:
        (tmp_path / name).mkdir()
        stage = Stage(tmp_path / name)
        stage.hire_for("lighthouse-keeper")
        stage.invite("Robin")
        made.append(stage)
    yield made
    for stage in made:
        stage.app.close()


@pytest.mark.parametrize("name", DIALOGUES)
def test_people_read_the_same_everywhere(stages: list[Stage], name: str) -> None:
    said = {}
    for (channel, opened), stage in zip(CHANNELS.items(), stages, strict=True):
        with opened(stage) as reader:
            said[channel] = played(reader, stage, DIALOGUES[name])
    first, *others = said.values()
    assert all(replies == first for replies in others)


def test_a_word_that_is_not_read_is_found() -> None:
    assert missing([words("The pay is 41,000 euros.")], words("The pay is 41,000 dollars.")) != []
    assert missing([["b"], ["a"]], ["a", "b"]) == ["a"]
    assert missing([["a"], ["b"]], ["x", "a", "b"]) == []
