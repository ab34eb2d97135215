"""A fit summary as plain data, the same bytes for the same log, for other programs."""

import json
from typing import Any

from bot.core.fit.summary import Assessment, FitSummary


def fit_data(summary: FitSummary) -> dict[str, Any]:
    """The summary as dictionaries, lists, strings and numbers; levels as words."""
    return {
        "screening": summary.screening,
        "role": summary.role,
        "role_title": summary.role_title,
        "brief_version": summary.brief_version,
        "kit_version": summary.kit_version,
        "candidate": summary.pseudonym,
        "trial": summary.trial,
        "gates": [
            {"gate": g.gate, "outcome": g.outcome.value, "words": g.words, "line": g.line}
            for g in summary.gates
        ],
        "criteria": [_assessment(assessment) for assessment in summary.assessments],
        "ask_next": list(summary.ask_next),
        "notes": list(summary.notes),
        "raters": list(summary.raters),
        "minutes": summary.minutes,
        "finished_at": summary.finished_at.isoformat() if summary.finished_at else None,
    }


def fit_bytes(summary: FitSummary) -> bytes:
    """The summary as canonical JSON in UTF-8: sorted keys, no spaces."""
    data = fit_data(summary)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _assessment(assessment: Assessment) -> dict[str, Any]:
    rating = assessment.rating
    return {
        "criterion": assessment.criterion.id,
        "kind": assessment.criterion.kind.value,
        "text": assessment.criterion.text,
        "line": assessment.criterion.line,
        "outcome": rating.outcome.value,
        "level": rating.level.words if rating.level is not None else None,
        "evidence": [{"quote": e.quote, "start": e.start, "end": e.end} for e in rating.evidence],
        "reasons": list(rating.reasons),
        "rater": rating.rater,
        "answer": assessment.answer,
    }
