"""A kit as a text that a recruiter reads line by line: `python -m tests.kits.written` writes them.

The texts of three roles of different trades are kept in `snapshots`, so that a change in how
questions are made is read in the diff.
"""

from collections.abc import Iterator
from pathlib import Path

from bot.briefs.reading import read_brief
from bot.core.kits.kit import Kit, Question, make_kit
from bot.core.roles import Role

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOTS = Path(__file__).parent / "snapshots"
ROLES = ("ai-infrastructure-architect", "community-nurse", "head-pastry-chef")
MEASURED = tuple(sorted(file.stem for file in (ROOT / "tests/quality/briefs").glob("*.md")))


def role(name: str) -> Role:
    """A role of `seeds` or of the briefs that quality is measured on."""
    folder = "seeds" if name in ROLES else "tests/quality/briefs"
    file = ROOT / folder / f"{name}.md"
    return read_brief(name, file.name, file.read_text("utf-8"))


def written(kit: Kit) -> str:
    """The kit with everything in it that a candidate is asked or rated by."""
    return "\n".join(_lines(kit)) + "\n"


def _lines(kit: Kit) -> Iterator[str]:
    yield f"# {kit.role_title}"
    yield f"Version {kit.version}"
    for gate in kit.gates:
        least = "yes or no" if gate.least is None else f"at least {gate.least}"
        yield f"\n## Gate “{gate.id}”, line {gate.line}: {gate.criterion} ({least})\n{gate.text}"
    for question in kit.questions:
        yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    yield f"\n## {question.id}, line {question.criterion.line}: {question.criterion.text}"
    yield question.text
    for part, probe in question.probes:
        yield f"- probe, {part.value}: {probe}"
    for level, anchor in question.anchors:
        yield f"- level {int(level)}, {level.words}: {anchor}"


def main() -> None:
    """Write the snapshots anew."""
    SNAPSHOTS.mkdir(exist_ok=True)
    for name in ROLES:
        (SNAPSHOTS / f"{name}.md").write_text(written(make_kit(role(name))), "utf-8")


if __name__ == "__main__":
    main()
