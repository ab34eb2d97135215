"""One screening handed over to another program: what was shown, said and decided, and its log."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, assert_never

from bot.core.fit.data import fit_data
from bot.core.fit.summary import FitSummary
from bot.core.screening.events import Decided, Event, PutOnHold
from bot.core.screening.resume import ResumeKept
from bot.core.screening.team_events import DecisionUndone, Overridden
from bot.core.team.record import Entry, Moment, Spoken

FORMAT = "rolecall/hand-over/1"
"""Names the shape of what is handed over. What is added later leaves what is there as it is."""
CHAIN = (
    "hash = SHA-256, in hex, of the UTF-8 bytes of the JSON list [previous, screening, number, "
    "kind, body], written with “, ” between its parts and no escapes beyond JSON's own"
)
"""How whoever has the log checks it, without this program."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One event as its log keeps it: `body` is its canonical JSON, the hashes 64 hex digits."""

    number: int
    kind: str
    body: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """All that is handed over of one screening.

    `status` is the stage it has come to; `events` and `log` are the same events, read and as kept.
    `resume` is what was handed in beside the answers, and not rated.
    """

    summary: FitSummary
    status: str
    record: tuple[Entry, ...]
    events: tuple[Event, ...]
    log: tuple[Logged, ...]
    resume: ResumeKept | None = None


def hand_over_data(handed: HandOver) -> dict[str, Any]:
    """It as dictionaries, lists, strings and numbers; docs/hand-over.md says what each one is."""
    summary = handed.summary
    asked = {each.criterion.id: each.question for each in summary.assessments}
    data = fit_data(summary)
    criteria = [{**one, "question": asked[one["criterion"]]} for one in data["criteria"]]
    return {
        "format": FORMAT,
        **data,
        "criteria": criteria,
        "status": handed.status,
        "record": [_entry(entry) for entry in handed.record],
        "resume": _resume(handed.resume),
        "decisions": _decisions(handed.events),
        "overrides": _overrides(handed.events),
        "log": {
            "chain": CHAIN,
            "events": [_logged(one) for one in handed.log],
            "head": handed.log[-1].hash if handed.log else "",
        },
    }


def _entry(entry: Entry) -> dict[str, Any]:
    match entry:
        case Moment(at, words):
            return {"what": "moment", "at": at.isoformat(), "words": words}
        case Spoken():
            return {
                "what": "question",
                "id": entry.id,
                "criterion": entry.criterion.id if entry.criterion else None,
                "asked": entry.asked,
                "answer": entry.answer,
                "follow_up": entry.follow_up,
                "follow_up_at": entry.follow_up_at if entry.follow_up else None,
                "earlier": list(entry.earlier),
                "at": entry.at.isoformat(),
            }
        case _:
            assert_never(entry)


def _resume(kept: ResumeKept | None) -> dict[str, Any] | None:
    """What the candidate handed in beside the answers; never rated."""
    if kept is None:
        return None
    return {
        "at": kept.at.isoformat(),
        "form": kept.form,
        "text": kept.text,
        "sha256": kept.sha256,
        "left_out": [why.value for why in kept.left_out],
        "orders": kept.orders,
        "finder": kept.finder,
        "quotes": [
            {
                "criterion": one.criterion,
                "line": one.line,
                "start": one.start,
                "end": one.end,
                "quote": one.quote,
            }
            for one in kept.quotes
        ],
    }


def _decisions(events: Iterable[Event]) -> list[dict[str, Any]]:
    """What people decided, oldest first; the last one counts."""
    return [
        {"decision": _verdict(event), **_signed(event)}
        for event in events
        if isinstance(event, Decided | PutOnHold | DecisionUndone)
    ]


def _verdict(event: Decided | PutOnHold | DecisionUndone) -> str:
    match event:
        case Decided():
            return event.verdict.value
        case PutOnHold():
            return "hold"
        case DecisionUndone():
            return "undone"


def _overrides(events: Iterable[Event]) -> list[dict[str, Any]]:
    """The levels that people set, oldest first; the last one of a criterion counts."""
    return [
        {"criterion": event.criterion, "level": event.level.words, **_signed(event)}
        for event in events
        if isinstance(event, Overridden)
    ]


def _signed(event: Decided | PutOnHold | DecisionUndone | Overridden) -> dict[str, str]:
    at = event.at.isoformat()
    return {"reason": event.reason, "by": event.by, "name": event.name, "at": at}


def _logged(one: Logged) -> dict[str, Any]:
    return {
        "number": one.number,
        "kind": one.kind,
        "body": one.body,
        "previous": one.previous,
        "hash": one.hash,
    }
