"""What a picture of a fit summary shows, before it is drawn: requirements with their levels.

It is made of a summary, or of the blocks of a card, so that a channel can draw what it was given.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from textwrap import wrap

from bot.core.fit.summary import FitSummary
from bot.core.messages import Assessed, Block, Heading
from bot.core.wording import picture as words

WIDTH = 384
"""The picture's width in its own units; it is scaled to the place where it stands."""
LETTERS = 46
"""How many letters of a requirement fit into a line."""
LINES = 2
"""How many lines of a requirement are drawn; its whole text is in the description."""
LEFT, LINE, STEP, FIRST, GAP = 10, 19, 27, 20, 18
"""Where lines begin, how high they are, how far apart two levels stand and where the first one
does, and the space above each requirement."""


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement: its text, its rating in words, and its level where it has one.

    At most `most` lines of the text are drawn.
    """

    text: str
    words: str
    level: int | None
    most: int = LINES

    @property
    def lines(self) -> tuple[str, ...]:
        """The text as it is drawn."""
        text = " ".join(self.text.split())
        return tuple(wrap(text, LETTERS, max_lines=self.most, placeholder=" …")) or ("–",)

    @property
    def height(self) -> int:
        """How much room it takes."""
        return len(self.lines) * LINE + LINE + GAP

    def middle(self, top: int) -> int:
        """How far down its levels stand, where it begins at `top`."""
        return top + len(self.lines) * LINE - 4


@dataclass(frozen=True, slots=True)
class Sketch:
    """One candidate's requirements, in the brief's order."""

    title: str
    rows: tuple[Row, ...]

    @property
    def described(self) -> str:
        """What the picture shows, in words: a line for each requirement."""
        return "\n".join((self.title, *(f"{row.text}: {row.words}" for row in self.rows)))

    @property
    def short(self) -> "Sketch":
        """The same with one line of each requirement, where there is little room."""
        return replace(self, rows=tuple(replace(row, most=1) for row in self.rows))

    @property
    def legend(self) -> tuple[str, ...]:
        """What stands below, line by line."""
        return tuple(wrap(words.LEGEND, LETTERS))

    @property
    def height(self) -> int:
        """The picture's height in its own units."""
        return GAP + sum(row.height for row in self.rows) + len(self.legend) * LINE

    def placed(self) -> Iterable[tuple[Row, int]]:
        """The rows, each with where it begins."""
        top = GAP
        for row in self.rows:
            yield row, top
            top += row.height

    @property
    def foot(self) -> int:
        """Where the legend begins."""
        return GAP + sum(row.height for row in self.rows)


def of_summary(summary: FitSummary) -> Sketch:
    """What the kit asks about, as the summary rates it."""
    asked = (one for one in summary.assessments if one.question)
    return Sketch(
        words.title(f"{summary.pseudonym} · {summary.role_title}"),
        tuple(_row(one.criterion.text, one.rating.words, one.rating.level) for one in asked),
    )


def of_card(blocks: Iterable[Block]) -> Sketch | None:
    """What a card assesses, in the brief's order; None where no level is shown on it."""
    shown = tuple(blocks)
    title = next((block.text for block in shown if isinstance(block, Heading)), "")
    assessed = [block for block in shown if isinstance(block, Assessed)]
    if all(block.level is None for block in assessed):
        return None
    in_order = sorted(assessed, key=lambda block: block.line)
    rows = tuple(_row(block.criterion, block.words, block.level) for block in in_order)
    return Sketch(words.title(title), rows)


def _row(text: str, said: str, level: int | None) -> Row:
    return Row(text, said, None if level is None else int(level))
