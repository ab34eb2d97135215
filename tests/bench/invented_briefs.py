"""Any number of invented briefs, always the same ones, varied from the sections of the seeds."""

import random
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bot.core.roles import Passage, Role
from tests.bench.questions import SEEDS
from tests.quality.sets import role_named

LINES = 22
"""Lines of each brief, each a passage: a thousand briefs are 22,000 passages."""

_NUMBER = re.compile(r"\d+")


def write_briefs(folder: Path, count: int) -> None:
    """Write `count` briefs into a folder, as Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    own = [role_named(file.stem) for file in sorted(SEEDS.glob("*.md"))]
    for number in range(count):
        role = own[number % len(own)]
        text = "\n".join(_brief(role, number))
        (folder / f"{role.id}-{number:04d}.md").write_text(text, "utf-8")


def _brief(role: Role, number: int) -> Iterator[str]:
    """A seed's title, and some of its lines in their order, each with figures of its own."""
    chance = random.Random(number)
    lines = role.passages
    kept = sorted(chance.sample(range(len(lines)), min(LINES, len(lines))))
    yield f"# {role.title}, group {number}"
    for section, passages in groupby((lines[at] for at in kept), lambda line: line.section):
        yield f"\n## {section.rsplit(' › ', 1)[-1]}\n"
        yield from (f"- {_varied(passage, number, chance)}" for passage in passages)


def _varied(passage: Passage, number: int, chance: random.Random) -> str:
    """The line with other numbers in it, for one group: no two briefs share a line."""
    text = " ".join(passage.text.split())
    changed = _NUMBER.sub(lambda found: str(int(found[0]) + chance.randrange(1, 9)), text)
    return f"{changed.rstrip('.')} in group {number}."
