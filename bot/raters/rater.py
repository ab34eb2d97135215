"""The deterministic rater: reads each sentence, finds the level, and says which words show it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.core.ratings import Evidence, Level, Outcome, Part, Rating, not_rated
from bot.core.roles import Criterion
from bot.core.wording import rating as words
from bot.raters.explaining import explained
from bot.raters.levels import Found, found, nothing_shown
from bot.raters.reading import Reading, read, reread, text_of, without_echoes
from bot.raters.relevance import Encode, Subject, subject
from bot.raters.weights import Weights, shipped_weights

SUBJECTS = 512
"""How many criteria are kept encoded."""
MAYBE_ORDER = 0.15
"""From this chance of being an order on, a sentence can lower a level and never raise it."""
BESIDE_ORDER = 0.04
"""The same where the answer also holds a plain order: its neighbours are suspect."""
SURELY_ORDER = 0.5
"""An answer of nothing but sentences that may be orders, one of them surely, shows nothing."""


@dataclass(frozen=True)
class EvidenceRater:
    """Rates by a small trained reader of sentences and written rules over what it finds.

    The same words always give the same rating, in every process. The question plays no part but
    that repeating it is no evidence. Implements `bot.ports.Rater`.
    """

    encode: Encode
    weights: Callable[[], Weights] = shipped_weights
    name: str = "evidence-1"
    _subjects: Callable[[str], Subject] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the criteria that were asked about encoded."""
        known = lru_cache(SUBJECTS)(lambda criterion: subject(criterion, self.encode))
        object.__setattr__(self, "_subjects", known)

    def rate(
        self, criterion: Criterion, question: str, answer: str, others: Sequence[str] = ()
    ) -> Rating:
        """The rating; every quote in it is an exact span of `answer`."""
        if not any(map(str.isalpha, answer)):
            return not_rated(Outcome.NOT_ENOUGH, words.NO_WORDS, self.name)
        text = text_of(answer, criterion.text)
        if not text.neutral:
            return Rating(
                Outcome.RATED, Level.NO_EVIDENCE, (), (words.ONLY_ORDERS,), Part.WORK, self.name
            )
        reading, at = self._lowest(
            read(text, self.weights(), self.encode),
            self._subjects(criterion.text),
            [self._subjects(text) for text in others if text != criterion.text],
            f"{criterion.text} {question}",
        )
        shown = explained(criterion.text, reading, at, answer)
        evidence = tuple(
            Evidence(span.start, span.end, answer[span.start : span.end])
            for span in (reading.text.spans[number] for number in shown.sentences)
        )
        return Rating(Outcome.RATED, at.level, evidence, shown.reasons, shown.missing, self.name)

    def _lowest(
        self, first: Reading, about: Subject, others: Sequence[Subject], given: str
    ) -> tuple[Reading, Found]:
        """The reading with or without what may be an order, whichever gives the lower level."""
        weights = self.weights()
        reading = without_echoes(first, given)
        whole = found(reading, about, others, weights)
        chances = reading.of("order").tolist()
        least = BESIDE_ORDER if first.text.ordered else MAYBE_ORDER
        kept = [number for number, chance in enumerate(chances) if chance < least]
        if len(kept) == len(chances):
            return reading, whole
        if not kept:
            return reading, (whole if max(chances) < SURELY_ORDER else nothing_shown(whole))
        rest = without_echoes(reread(first, kept, weights), given)
        without = found(rest, about, others, weights)
        return (rest, without) if without.level <= whole.level else (reading, whole)
