"""Reading a JSON object from Slack that may be of any form."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

Payload = Mapping[str, Any]
"""A JSON object as Slack sends it."""


def string(payload: Payload, name: str) -> str:
    """The words under a name; "" where there are none."""
    value = payload.get(name)
    return value if isinstance(value, str) else ""


def inside(payload: Payload, name: str) -> Payload:
    """The object under a name; an empty one where there is none."""
    value = payload.get(name)
    return value if isinstance(value, dict) else {}


def first(payload: Payload, name: str) -> Payload:
    """The first object of the list under a name; an empty one where there is none."""
    value = payload.get(name)
    return value[0] if isinstance(value, list) and value and isinstance(value[0], dict) else {}


def objects(payload: Payload, name: str) -> tuple[Payload, ...]:
    """The objects of the list under a name; none where there is no list."""
    value = payload.get(name)
    return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def moment(seconds: str) -> datetime | None:
    """A moment that Slack gives in seconds since 1970; None for anything else."""
    try:
        return datetime.fromtimestamp(float(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
