"""Plays a finished screening's log again and holds its summary against the one that was sent."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.fit.data import fit_bytes
from bot.core.fit.summary import summarize
from bot.core.kits.kit import Kit
from bot.core.screening.events import Event, Finished
from bot.core.screening.screening import replayed
from bot.dialogues.screening.session import kit_of, role_then
from bot.ports import Ports


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay gave.

    `same` is None where nothing was sent, or kept, that it could be held against. With a brief
    that was changed since, only what the kit asked is compared: the rest reads the brief.
    """

    screening: str
    events: int
    summary: bytes
    same: bool | None
    brief_changed: bool


def replay(ports: Ports, screening: str) -> Replay:
    """Play a screening's log again, up to its end. No rater, ranker or model is called.

    Raises UnknownScreening, UnknownRole, BrokenLog.
    """
    events = _until_sent(ports.screenings.events(screening))
    if not events:
        raise UnknownScreening(screening)
    state = replayed(screening, events)
    role = ports.roles.get(state.role)
    if role is None:
        raise UnknownRole(state.role, tuple(known.id for known in ports.roles.all()))
    kit = kit_of(ports, state, role)
    summary = fit_bytes(summarize(role, kit, state, role_then(ports, role, state)))
    changed = role.version != state.brief_version
    same = _same(summary, _sent(events), kit if changed else None)
    return Replay(screening, len(events), summary, same, changed)


def _until_sent(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events the summary was made of: asking for a person may come later."""
    ends = [number for number, event in enumerate(events, 1) if isinstance(event, Finished)]
    return events[: ends[0]] if ends else events


def _sent(events: tuple[Event, ...]) -> str:
    last = events[-1]
    return last.summary if isinstance(last, Finished) else ""


def _same(summary: bytes, sent: str, asked_by: Kit | None) -> bool | None:
    if not sent:
        return None
    if summary == sent.encode() or asked_by is None:
        return summary == sent.encode()
    asked = {question.criterion.id for question in asked_by.questions}
    return _asked_part(json.loads(summary), asked) == _asked_part(json.loads(sent), asked)


def _asked_part(summary: dict[str, Any], asked: Iterable[str]) -> dict[str, Any]:
    """What a summary says whatever the brief says today: gates, ratings, answers."""
    criteria = {one["criterion"]: _placeless(one) for one in summary["criteria"]}
    kept = ("screening", "candidate", "raters", "minutes", "finished_at", "kit_version")
    return {
        **{name: summary[name] for name in kept},
        "gates": [_placeless(gate) for gate in summary["gates"]],
        "criteria": [criteria.get(criterion) for criterion in sorted(asked)],
    }


def _placeless(one: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if name != "line"}
