"""What finds a role's lines, rates an answer and words one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from bot.core.ratings import Rating
from bot.core.roles import Criterion, Role
from bot.core.screening.resume import InResume

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Ranker(Protocol):
    """Tells how near a role's passages are to a question, and what words and texts mean."""

    def likeness(self, role: Role, question: str, history: Sequence[str]) -> "NDArray[np.float64]":
        """How near each of the role's passages is, -1..1, in the role's order.

        `history` holds earlier questions, oldest first. Each number depends on its passage alone.
        """
        ...

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of texts, shape (len(texts), dimensions)."""
        ...

    def word_vectors(self, words: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors of single words, shape (len(words), dimensions); zeros where unknown."""
        ...

    def passage_vectors(self, role: Role) -> "NDArray[np.float32]":
        """Unit vectors of the role's passages below their headings, in the role's order."""
        ...


class Rater(Protocol):
    """Rates an answer against one criterion. The same words always give the same rating."""

    @property
    def name(self) -> str:
        """The rater's name and version, as stored with each rating."""
        ...

    def rate(
        self, criterion: Criterion, question: str, answer: str, others: Sequence[str] = ()
    ) -> Rating:
        """The rating; every quote in it is an exact span of `answer`.

        `others` are the texts of the other criteria that the screening asks about: an answer that
        is about one of those is not about this one.
        """
        ...


class ResumeFinder(Protocol):
    """Finds the words of a résumé that speak to a requirement. Nothing of it is rated."""

    @property
    def name(self) -> str:
        """The finder's name and version, as stored with what it found."""
        ...

    def quotes(self, criteria: Sequence[Criterion], text: str) -> tuple[InResume, ...]:
        """The words that speak to each criterion, as exact spans of `text`; often none."""
        ...

    def orders(self, text: str) -> int:
        """How many lines speak to the bot; none of them is quoted."""
        ...


class NoFinder:
    """Where nobody looks into a résumé: it is kept, and nothing is quoted from it."""

    name = ""

    def quotes(self, criteria: Sequence[Criterion], text: str) -> tuple[InResume, ...]:
        """Nothing."""
        del criteria, text
        return ()

    def orders(self, text: str) -> int:
        """None."""
        del text
        return 0


class Phraser(Protocol):
    """Rewrites an extractive answer in one friendlier sentence, or declines with None."""

    def phrase(self, question: str, sentence: str, quotes: Sequence[str]) -> str | None:
        """A sentence that says no more than `quotes` do, checked by code; None to keep it."""
        ...
