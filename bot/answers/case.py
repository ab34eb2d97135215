"""One question with all that its answer may use: only what this audience may see."""

from dataclasses import dataclass

from bot.answers.coverage import Asking
from bot.answers.terms import covers, is_name, renamed_words
from bot.answers.understanding import Understood
from bot.core.roles import Audience, Passage, Role
from bot.core.text.products import products


@dataclass(frozen=True, slots=True)
class Case:
    """A question about a reading, and who asks."""

    asking: Asking
    audience: Audience
    names: tuple[str, ...]
    """The words of the question that are written like names, or that are no ordinary word."""

    @property
    def products(self) -> tuple[str, ...]:
        """Those of the names that are surely names: by their capitals, or of a known product."""
        return tuple(
            name
            for name in self.names
            if is_name(name, self.asked.text) or name.casefold() in products()
        )

    @property
    def asked(self) -> Understood:
        """What was understood."""
        return self.asking.asked

    def holds(self, text: str, word: str) -> bool:
        """Whether a text holds a word of the question, by itself or by the longer name it is in."""
        return covers(text, word, renamed_words(self.asked.text))

    @property
    def role(self) -> Role:
        """The role that is asked about."""
        return self.asking.reading.role

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The lines this audience may see, in the brief's order."""
        return self.asking.reading.passages
