"""Has a model rewrite an answer in a friendlier sentence, kept only if code finds it faithful."""

import logging
from collections.abc import Callable, Sequence

from bot.models.chat import ChatModel
from bot.models.failures import ModelUnavailable, Why
from bot.models.faithful import fault, may_be_rewritten
from bot.models.prompts import PHRASING
from bot.models.remembered import Remembered

log = logging.getLogger(__name__)

REMEMBERED = 1_000


class ModelPhraser:
    """Implements the Phraser port. `mask` takes names out of a question before it is sent.

    The same question on the same line gets the same words for as long as the program runs.
    """

    def __init__(self, model: ChatModel, mask: Callable[[str], str]) -> None:
        self._model = model
        self._mask = mask
        self._known: Remembered[str | None] = Remembered(REMEMBERED)

    def phrase(self, question: str, sentence: str, quotes: Sequence[str]) -> str | None:
        """The rewritten sentence, or None to keep `sentence`; never raises.

        `sentence` must be made of `quotes` by code: it is what a rewriting is held against.
        """
        if not may_be_rewritten(sentence):
            return None
        prompt = PHRASING.filled({"question": self._mask(question), "line": sentence})

        def make() -> str | None:
            return self._checked(_bare(self._model.complete(prompt)), sentence, quotes)

        try:
            return self._known.get(prompt.key, make)
        except ModelUnavailable as error:
            level = logging.INFO if error.why is Why.RESTING else logging.WARNING
            log.log(level, "answer kept as it was: %s (%s)", error, error.kind or "-")
            return None

    def _checked(self, statement: str, sentence: str, quotes: Sequence[str]) -> str | None:
        found = fault(statement, sentence, quotes)
        if found is None:
            return statement
        log.warning(
            "answer kept as it was: the model's sentence was dropped, %s (%s, %s)",
            found,
            self._model.name,
            PHRASING.version,
        )
        return None


def _bare(completion: str) -> str:
    """The sentence without the quotation marks that models like to put around it."""
    text = completion.strip()
    for opening, closing in ('""', "“”"):
        inside = text[1:-1]
        around = len(text) > 2 and text.startswith(opening) and text.endswith(closing)
        if around and opening not in inside and closing not in inside:
            return inside.strip()
    return text
