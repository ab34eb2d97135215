"""Forms that a channel may draw where it can: what is filled in becomes words that can be typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.messages import Block


class Entry(StrEnum):
    """How a field is filled in."""

    LINE = "a line"
    TEXT = "some text"
    CHOICE = "one of several"
    TOGGLE = "yes or no"
    CHANNELS = "channels of the platform"


@dataclass(frozen=True, slots=True)
class Field:
    """One field; `options` are (value, words). A text is at most `longest` characters.

    A yes is the value "true".
    """

    name: str
    label: str
    entry: Entry
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    required: bool = False
    longest: int = 3_000


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what stands above its fields, and what its button says.

    `about` is what the form is about (a role, a question's number, a version), and comes back with
    what was filled in.
    """

    name: str
    title: str
    submit: str
    intro: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entered:
    """What somebody filled in; `touched` names the fields they changed."""

    name: str
    about: Mapping[str, str]
    values: Mapping[str, str]
    touched: frozenset[str]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a filled form says, message by message, and about which role; or what is wrong where."""

    texts: tuple[str, ...] = ()
    role: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A form that words ask for: its name, and a question's number where it needs one.

    `whom` names a candidate and `verdict` what is decided, for the steps on a card.
    """

    name: str
    number: int = 0
    whom: str = ""
    verdict: str = ""


YES = "true"
INVITE, QUESTION, SIGN, CHANNELS, ANSWERS = "invite", "question", "sign", "channels", "answers"
KIT, DECIDE, UNDO, MORE, RATE = "kit", "decide", "undo", "more", "rate"
STEPS = frozenset((DECIDE, UNDO, MORE, RATE))
"""What a person does on the card of a screening in words of their own."""
STEP_FIELD = "words"
"""The one field of such a form: the reason, or the question. A rating has one for each answer."""
_WHOM = r"(?P<whom>candidate [\w-]{2,40}|(?=[\w-]*\d)[\w-]{2,40}|(?-i:[A-Z]{3,16}))"
_WORDS = (
    (DECIDE, re.compile(rf"/?decide {_WHOM}: ?(?P<verdict>advance|hold|decline)", re.IGNORECASE)),
    (UNDO, re.compile(rf"/?undo {_WHOM}", re.IGNORECASE)),
    (MORE, re.compile(rf"/?ask one more {_WHOM}", re.IGNORECASE)),
    (RATE, re.compile(rf"/?rate {_WHOM}", re.IGNORECASE)),
    (KIT, re.compile(r"/?edit (?:the )?kit", re.IGNORECASE)),
    (INVITE, re.compile(r"/?invite", re.IGNORECASE)),
    (QUESTION, re.compile(r"/?edit question #?(?P<number>\d{1,4})", re.IGNORECASE)),
    (SIGN, re.compile(r"/?(?:approve|sign off)(?: the)? kit", re.IGNORECASE)),
    (CHANNELS, re.compile(r"/?choose (?:the )?hiring channels?", re.IGNORECASE)),
    (ANSWERS, re.compile(r"/?correct my answers", re.IGNORECASE)),
)


def wanted(text: str) -> Wanted | None:
    """The form that words ask for; None where they ask for none. The same words can be typed."""
    said = " ".join(text.split()).rstrip("?!. ")
    for name, words in _WORDS:
        found = words.fullmatch(said)
        if found:
            told = found.groupdict()
            verdict = (told.get("verdict") or "").casefold()
            return Wanted(name, int(told.get("number") or 0), told.get("whom") or "", verdict)
    return None
