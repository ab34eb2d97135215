"""`python -m tests.dialogues [--rewrite] [NAME…]`: play the dialogues; write down what is said now.

Only what differs is written, so that “…” stays where a person put it. Read the diff.
"""

import sys
from pathlib import Path
from tempfile import mkdtemp

from tests.dialogues.play import Difference, play
from tests.dialogues.script import Script, read, scripts


def main(words: list[str]) -> int:
    """Play the named dialogues, or all; 1 where one differs."""
    rewriting = "--rewrite" in words
    names = [word.removesuffix(".md") for word in words if word != "--rewrite"]
    differing = 0
    for path in scripts():
        if names and path.stem not in names:
            continue
        script = read(path)
        try:
            found = play(script, Path(mkdtemp(prefix="rolecall-dialogue-")))
        except AssertionError as error:
            print(*error.__notes__, error, sep="\n", end="\n\n")
            differing += 1
            continue
        differing += bool(found)
        for difference in found:
            print(difference.told(script), end="\n\n")
        if rewriting and found:
            rewrite(script, found)
    return 1 if differing and not rewriting else 0


def rewrite(script: Script, differences: list[Difference]) -> None:
    """Write what was said in the place of what was expected."""
    lines = list(script.lines)
    for difference in reversed(differences):
        step = difference.expected
        said = f"**{step.who}:** {difference.said}".splitlines()
        lines[step.start : step.end] = said
    script.path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
