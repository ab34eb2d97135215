"""Whether two questions ask the same: by their words alone, so that nothing is guessed."""

import re

from retrieval.words import content_stems

_AFTER = re.compile(r"^(?:and|or|but|also|then|so|what about|how about)\b", re.IGNORECASE)
_ASKS_FOR = re.compile(r"\b(when|where|who|why|how (?:many|much|long|often|old|far))\b", re.I)


def same(one: str, other: str) -> bool:
    """Whether both ask for the same: the same content words, and the same "when" or "how many".

    "What does it pay in Germany?" and "… in Japan?" differ in one word and mean two things, so
    no word is left out of account. Questions without content words are never the same.
    """
    return bool(_words(one)) and _words(one) == _words(other)


def in_context(question: str, history: tuple[str, ...]) -> str:
    """The question as somebody understands it who did not hear what was asked before."""
    follows = history and _AFTER.match(question.strip())
    return f"{history[-1].strip()} {question.strip()}" if follows else question.strip()


def _words(question: str) -> frozenset[str]:
    asked = {" ".join(found[1].lower().split()) for found in _ASKS_FOR.finditer(question)}
    return frozenset(content_stems(question)) | asked if content_stems(question) else frozenset()
