"""A rater that lets a model propose beside the rules, and takes no more of it than code can check.

1. The rules rate first. Where they give no level, the model is not asked.
2. A proposal counts only when every quote in it is an exact span of the answer, and every level
   above 0 has one (see `proposals`). Anything else leaves the rules' rating as it was.
3. "No evidence" by the rules stays: what was denied or not addressed cannot become a claim.
4. A level next to the rules' is adopted. One up also needs a quote that touches the evidence the
   rules found: a model may see more in work that is there, and cannot bring its own.
5. A level two or more away is not adopted.
Wherever the two differ, a sentence says so. A rating the model had no part in carries the rules'
name alone.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.core.ratings import Evidence, Level, Part, Rating
from bot.core.roles import Criterion
from bot.models.chat import ChatModel
from bot.models.failures import ModelUnavailable, Why
from bot.models.prompts import RATING
from bot.models.proposals import NotAProposal, Proposal, read_proposal
from bot.models.remembered import Remembered
from bot.ports import Rater

log = logging.getLogger(__name__)

REMEMBERED = 1_000


class ModelRater:
    """Implements the Rater port over another rater, the rules.

    `mask` takes names out of an answer and keeps its length, so that spans stay true. The same
    prompt is completed once: a rating is never made a second time to get another one.
    """

    def __init__(self, base: Rater, model: ChatModel, mask: Callable[[str], str]) -> None:
        self._base = base
        self._model = model
        self._mask = mask
        self._known: Remembered[Proposal | None] = Remembered(REMEMBERED)

    @property
    def name(self) -> str:
        """The rules' name and version, the model's name, and the prompt's version."""
        return f"{self._base.name} + {self._model.name} + {RATING.version}"

    def rate(
        self, criterion: Criterion, question: str, answer: str, others: Sequence[str] = ()
    ) -> Rating:
        """The rules' rating, moved by one level at most; every quote is an exact span."""
        rating = self._base.rate(criterion, question, answer, others)
        if rating.level is None:
            return rating
        proposal = self._proposal(criterion, question, answer)
        if proposal is None:
            return rating
        return self._together(rating, rating.level, proposal, answer)

    def _proposal(self, criterion: Criterion, question: str, answer: str) -> Proposal | None:
        hidden = self._mask(answer)
        if len(hidden) != len(answer):
            log.error("rating kept as the rules gave it: masking changed the answer's length")
            return None
        prompt = RATING.filled(
            {"criterion": criterion.text, "question": question, "answer": hidden}
        )
        try:
            return self._known.get(
                prompt.key, lambda: self._read(self._model.complete(prompt), hidden)
            )
        except ModelUnavailable as error:
            level = logging.INFO if error.why is Why.RESTING else logging.WARNING
            log.log(level, "rating kept as the rules gave it: %s (%s)", error, error.kind or "-")
            return None

    def _read(self, completion: str, hidden: str) -> Proposal | None:
        try:
            return read_proposal(completion, hidden)
        except NotAProposal as error:
            log.warning(
                "rating kept as the rules gave it: the model's proposal was dropped, %s (%s, %s)",
                error,
                self._model.name,
                RATING.version,
            )
            return None

    def _together(self, base: Rating, level: Level, proposal: Proposal, answer: str) -> Rating:
        both = replace(base, rater=self.name)
        if proposal.level == level:
            return both
        differs = f"The model read this as {proposal.level.words}; the rules as {level.words}."
        if not _adopted(base, level, proposal):
            return replace(both, reasons=(*base.reasons, f"{differs} The rules' reading stands."))
        before = tuple(f"By the rules: {reason}" for reason in base.reasons)
        return replace(
            both,
            level=proposal.level,
            evidence=_evidence(proposal, answer),
            reasons=(f"{differs} The model's reading is used.", *before),
            missing=_missing(proposal.level, base.missing),
        )


def _adopted(base: Rating, level: Level, proposal: Proposal) -> bool:
    if level is Level.NO_EVIDENCE or abs(proposal.level - level) > 1:
        return False
    return proposal.level < level or any(
        start < evidence.end and evidence.start < end
        for start, end in proposal.spans
        for evidence in base.evidence
    )


def _evidence(proposal: Proposal, answer: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(start, end, answer[start:end]) for start, end in proposal.spans)


def _missing(level: Level, before: Part | None) -> Part | None:
    """What would have lifted this level; the rules' own finding where it fits the level."""
    if level is Level.DESCRIBED and before in (Part.OWN_PART, Part.SPECIFIC_CASE):
        return before
    return _MISSING[level]


_MISSING = {
    Level.NO_EVIDENCE: Part.WORK,
    Level.CLAIMED: Part.WORK,
    Level.DESCRIBED: Part.SPECIFIC_CASE,
    Level.DEMONSTRATED: Part.RESULT,
    Level.IMPACT: None,
}
