"""Turns events, kits and blocks into canonical JSON and back: the one file that knows the shapes.

Canonical: sorted keys, compact, UTF-8 as it is. A member of a union is `{"kind": …, "data": …}`;
the kinds are in `kinds`. A field that was added later needs a default in its dataclass: records
from before it are read with that default.

Text that a database cannot hold is cleaned here and nowhere else: NUL (refused by PostgreSQL) and
lone surrogates (not UTF-8) each become U+FFFD, one for one, so that spans of evidence stay exact.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bot.core.kits.edits import Edits
from bot.core.kits.kit import Kit
from bot.core.messages import Block
from bot.core.screening.events import (
    Event,
)
from bot.core.screening.resume import ReadResume
from bot.storage.errors import Unreadable
from bot.storage.kinds import KINDS

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text: str) -> str:
    """The text as every database can hold it; equally long."""
    return _UNWRITABLE.sub("\ufffd", text)


def kind_of(event: Event) -> str:
    """The event's kind, as kept."""
    return KINDS[type(event)]


def event_to_json(event: Event) -> str:
    """An event as canonical JSON."""
    return _written(event)


def event_from_json(kept: str) -> Event:
    """The event; raises Unreadable for a kind or shape this version does not know."""
    event: Event = _read(Event, kept)
    return event


def kit_to_json(kit: Kit) -> str:
    """A kit as canonical JSON."""
    return _written(kit)


def kit_from_json(kept: str) -> Kit:
    """The kit; raises Unreadable."""
    kit: Kit = _read(Kit, kept)
    return kit


def edits_to_json(edits: Edits) -> str:
    """What was written over a kit, as canonical JSON."""
    return _written(edits)


def edits_from_json(kept: str) -> Edits:
    """What was written over a kit; raises Unreadable."""
    edits: Edits = _read(Edits, kept)
    return edits


def blocks_to_json(blocks: tuple[Block, ...]) -> str:
    """Blocks of a reply or a post as canonical JSON."""
    return _written(blocks)


def blocks_from_json(kept: str) -> tuple[Block, ...]:
    """The blocks; raises Unreadable."""
    blocks: tuple[Block, ...] = _read(tuple[Block, ...], kept)
    return blocks


def resume_to_json(resume: ReadResume) -> str:
    """What was read of a résumé, as canonical JSON."""
    return _written(resume)


def resume_from_json(kept: str) -> ReadResume:
    """What was read of a résumé; raises Unreadable."""
    resume: ReadResume = _read(ReadResume, kept)
    return resume


def texts_to_json(texts: tuple[str, ...]) -> str:
    """Plain texts as canonical JSON."""
    return _written(texts)


def texts_from_json(kept: str) -> tuple[str, ...]:
    """The texts; raises Unreadable."""
    texts: tuple[str, ...] = _read(tuple[str, ...], kept)
    return texts


def time_to_text(at: datetime) -> str:
    """A time as ISO 8601 in UTC with microseconds, so that texts sort as times do.

    Raises ValueError for a time without a zone, which could mean any moment.
    """
    return _in_utc(at).isoformat(timespec="microseconds")


def time_from_text(kept: str) -> datetime:
    """The time, in UTC; raises ValueError."""
    return _in_utc(datetime.fromisoformat(kept))


def _in_utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no time zone")
    return at.astimezone(UTC)


def _written(value: object) -> str:
    plain = _plain(value)
    return json.dumps(
        plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def _plain(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case str():
            return clean(value)
        case datetime():
            return time_to_text(value)
        case tuple():
            return [_plain(one) for one in value]
        case None | bool() | int() | float():
            return value
        case _ if is_dataclass(value):
            data = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
            kind = KINDS.get(type(value))
            return {"kind": kind, "data": data} if kind else data
        case _:
            raise TypeError(f"no shape is known for {type(value).__name__}")


def _read(shape: Any, kept: str) -> Any:
    try:
        return _reader(shape)(json.loads(kept))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Unreadable(str(error)) from error


_Reader = Callable[[Any], Any]


@cache
def _reader(shape: Any) -> _Reader:
    """How a value of this shape is read; found out once for each shape."""
    if get_origin(shape) is tuple:
        return _tuple_reader(get_args(shape))
    if get_origin(shape) in (Union, UnionType):
        return _union_reader(get_args(shape))
    if is_dataclass(shape) and isinstance(shape, type):
        return _fields_reader(shape)
    if isinstance(shape, type) and issubclass(shape, Enum):
        return shape
    return _scalar_reader(shape)


def _scalar_reader(shape: type) -> _Reader:
    takes: tuple[type, ...] = {datetime: (str,), float: (int, float)}.get(shape, (shape,))
    makers: Mapping[type, _Reader] = {datetime: time_from_text, float: float}
    make = makers.get(shape)

    def read(raw: Any) -> Any:
        if type(raw) not in takes:
            raise TypeError(f"{type(raw).__name__} where {shape.__name__} belongs")
        return make(raw) if make else raw

    return read


def _tuple_reader(shapes: tuple[Any, ...]) -> _Reader:
    readers = [_reader(shape) for shape in shapes if shape is not Ellipsis]
    any_length = shapes[-1] is Ellipsis

    def read(raw: Any) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            raise TypeError(f"{type(raw).__name__} where a list belongs")
        if any_length:
            return tuple(map(readers[0], raw))
        return tuple(one(part) for one, part in zip(readers, raw, strict=True))

    return read


def _union_reader(shapes: tuple[Any, ...]) -> _Reader:
    """None, the one other shape, or the class that the kind names."""
    present = [shape for shape in shapes if shape is not NoneType]
    optional = NoneType in shapes
    only = _reader(present[0]) if len(present) == 1 else None
    members = {KINDS[shape]: _reader(shape) for shape in present} if only is None else {}

    def read(raw: Any) -> Any:
        if raw is None and optional:
            return None
        if only:
            return only(raw)
        if raw["kind"] not in members:
            raise KeyError(f"unknown kind {raw['kind']!r}")
        return members[raw["kind"]](raw["data"])

    return read


def _fields_reader(shape: type) -> _Reader:
    hints = get_type_hints(shape)
    readers = {name: _reader(hint) for name, hint in hints.items()}
    required = {
        field.name
        for field in fields(shape)
        if field.default is MISSING and field.default_factory is MISSING
    }

    def read(raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise TypeError(f"{type(raw).__name__} where {shape.__name__} belongs")
        strange, missing = raw.keys() - readers.keys(), required - raw.keys()
        if strange or missing:
            wrong = ", ".join(sorted(strange or missing))
            raise KeyError(f"{shape.__name__} with {'unknown' if strange else 'no'} {wrong}")
        return shape(**{name: readers[name](value) for name, value in raw.items()})

    return read
