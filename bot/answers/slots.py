"""What people ask about any job, as slots: how each is asked for, and which line fills it.

`slots.toml` is the taxonomy. The order in it matters: the first slot whose cue is found in a
question counts, so special ones stand before general ones.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

LISTS = "list_"
"""The ids of slots that ask for a whole section begin with this."""


@dataclass(frozen=True)
class Slot:
    """One thing people ask about a job. `name` completes "The brief does not say …".

    `cue` is searched in a question and `line_cue` in "section: text" of a line, both without
    regard to case; empty where there is none. `asks` and `lines` are examples that the weights
    are trained on.
    """

    id: str
    name: str
    cue: str = ""
    line_cue: str = ""
    asks: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @cached_property
    def _line_cue(self) -> re.Pattern[str]:
        return re.compile(self.line_cue or r"(?!)", re.IGNORECASE | re.VERBOSE)

    @cached_property
    def asked_in(self) -> Callable[[str], re.Match[str] | None]:
        """Tells where a question asks for this slot."""
        return re.compile(self.cue or r"(?!)", re.IGNORECASE | re.VERBOSE).search

    def filled_by(self, section: str, text: str) -> bool:
        """Whether a line fills this slot, by its words."""
        return self._line_cue.search(f"{section}: {text}") is not None


@lru_cache(maxsize=1)
def slots() -> tuple[Slot, ...]:
    """The taxonomy, in its order."""
    raw = tomllib.loads((files("bot.answers") / "slots.toml").read_text(encoding="utf-8"))
    return tuple(
        Slot(
            id=name,
            name=entry["name"],
            cue=entry.get("cue", ""),
            line_cue=entry.get("line_cue", ""),
            asks=tuple(entry["asks"].split("\n")[:-1]),
            lines=tuple(entry.get("lines", "").split("\n")[:-1]),
        )
        for name, entry in raw.items()
    )


@lru_cache(maxsize=1)
def by_id() -> dict[str, Slot]:
    """The taxonomy by the slots' ids."""
    return {slot.id: slot for slot in slots()}


@lru_cache(maxsize=1)
def asking_words() -> frozenset[str]:
    """Every word of the example questions, in lower case."""
    return frozenset(
        word for slot in slots() for ask in slot.asks for word in re.findall("[a-z]+", ask.lower())
    )
