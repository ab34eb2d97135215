"""The sets of questions in the repository: each with its brief, read, and its rows."""

import json
from collections.abc import Iterator
from pathlib import Path

from bot.briefs.reading import read_brief
from bot.core.roles import Role
from bot.evaluation.questions import Row, parse

HERE = Path(__file__).parent
BRIEFS = (HERE / "briefs", HERE.parent.parent / "seeds")


def question_sets(folder: Path = HERE / "questions") -> Iterator[tuple[str, Role, list[Row]]]:
    """The brief's name, its role and the rows of each file of questions, by name."""
    for file in sorted(folder.glob("*.jsonl")):
        brief = brief_of(file)
        yield brief, role_named(brief), rows_of(file)


def near_ids(folder: Path = HERE / "questions") -> frozenset[str]:
    """The ids of questions that name a thing of the brief and ask what it does not say of it."""
    rows = (json.loads(line) for file in folder.glob("*.jsonl") for line in file.open())
    return frozenset(row["id"] for row in rows if row["kind"] == "unanswerable-near")


def brief_of(file: Path) -> str:
    """The name of the brief that a file of questions is about: what stands before the first dot."""
    return file.name.partition(".")[0]


def role_named(name: str) -> Role:
    """The role whose brief has this file name, from the seeds or the quality briefs."""
    brief = next(path for folder in BRIEFS if (path := folder / f"{name}.md").exists())
    return read_brief(name, brief.name, brief.read_text(encoding="utf-8"))


def rows_of(file: Path) -> list[Row]:
    """The rows of a file of questions."""
    return [parse(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]
