"""What a line tells: its figures, its names, and what it counts."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass

from bot.answers.concepts import concepts_of, tokens
from bot.answers.terms import stem

_NUMBER = (
    r"(?:\d[\d.,:]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|no|several|a\sthird|half)"
)
_COUNT = re.compile(rf"\b{_NUMBER}\+?[\s-]+((?:[\w'-]+\s?){{1,3}})", re.IGNORECASE | re.VERBOSE)
_OF = re.compile(rf"\b(\w+)\sof\s{_NUMBER}\b", re.IGNORECASE | re.VERBOSE)
_LABELLED = re.compile(rf"([\w\s'-]{{1,40}}):\s*{_NUMBER}\b", re.IGNORECASE | re.VERBOSE)
_FIGURE = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE | re.VERBOSE)
_NAME = re.compile(
    r"(?<=[\w,;:(/\"“&-]\s)[\"“(]?([A-Z][\w+#.-]*)|\b(\w*[a-z][A-Z]\w*|[A-Z]{2,}\w*)"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """`names` and `figures` in lower case; `stems` and `concepts` are of what is counted."""

    names: frozenset[str]
    figures: frozenset[str]
    stems: frozenset[str]
    concepts: Mapping[int, float]

    def counts(self, stems: Set[str], concepts: Mapping[int, float]) -> float:
        """How surely one of these things is counted, in 0..1."""
        if stems & self.stems:
            return 1.0
        both = concepts.keys() & self.concepts.keys()
        return max((concepts[one] * self.concepts[one] for one in both), default=0.0)


def telling(text: str) -> Telling:
    """What a line tells."""
    counted = [found[1] for pattern in (_COUNT, _OF, _LABELLED) for found in pattern.finditer(text)]
    things = " ".join(counted)
    names = (found[1] or found[2] for found in _NAME.finditer(text))
    return Telling(
        frozenset(token for name in names for token in tokens(name)),
        frozenset(found[0].casefold() for found in _FIGURE.finditer(text)),
        frozenset(map(stem, tokens(things))),
        concepts_of(things),
    )
