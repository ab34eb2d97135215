"""Reads what a model proposes as a rating; what is not exactly as asked for is not a proposal."""

import json
import re
from dataclasses import dataclass

from bot.core.ratings import Level

MOST_QUOTES = 5
LEAST_WORDS = 3
"""A quote needs this many words: a single "I" is an exact span too, and shows nothing."""

_FENCE = re.compile(r"\A```(?:json)?\s*\n(.*)\n\s*```\Z", re.DOTALL)


class NotAProposal(Exception):
    """The completion is not a proposal; the message says why without a word of it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A level, and the spans (start, end) of the answer that show it, by position, none twice.

    It holds no words: the model's reason was asked for to make it think before it names a level,
    and is not kept, since nothing can check it.
    """

    level: Level
    spans: tuple[tuple[int, int], ...]


def read_proposal(completion: str, answer: str) -> Proposal:
    """The proposal, every quote found in `answer` letter by letter.

    Raises NotAProposal on anything else: one invented quote, and none of it is believed.
    """
    said = _object(completion)
    level, quotes = said.get("level"), said.get("quotes")
    if type(level) is not int or not 0 <= level <= 4:
        raise NotAProposal("it names no level")
    if not isinstance(quotes, list) or len(quotes) > MOST_QUOTES:
        raise NotAProposal("it has no list of quotes")
    spans = tuple(sorted({_span(quote, answer) for quote in quotes}))
    if level > 0 and not spans:
        raise NotAProposal("it has no quote for its level")
    return Proposal(Level(level), spans if level > 0 else ())


def _object(completion: str) -> dict[str, object]:
    fenced = _FENCE.match(completion.strip())
    try:
        said = json.loads(fenced[1] if fenced else completion)
    except (ValueError, RecursionError):
        raise NotAProposal("it is not JSON") from None
    if not isinstance(said, dict):
        raise NotAProposal("it is not a JSON object")
    return said


def _span(quote: object, answer: str) -> tuple[int, int]:
    if not isinstance(quote, str):
        raise NotAProposal("a quote is not text")
    exact = quote.strip()
    if len(exact.split()) < LEAST_WORDS:
        raise NotAProposal("a quote is too short to show anything")
    start = answer.find(exact)
    if start < 0:
        raise NotAProposal("a quote is not in the answer")
    return start, start + len(exact)
