"""What a message asks: the words around the question taken off, several questions taken apart."""

import re
from dataclasses import dataclass

from retrieval.splitting import sentences

_MENTION = re.compile(r"<@[^>]*>|(?<!\w)@\w+", re.UNICODE)
_GREETING = re.compile(
    r"^(?:(?:hi+|hiya|he+y+|hello|hallo|moin|morning|good (?:morning|afternoon|"
    r"evening)|ok(?:ay)?|so|well|"
    r"please|pls|thanks|thx|sorry|um+|quick (?:q(?:uestion)?|one)|short one|one "
    r"more(?: thing)?|(?:two|three) things|"
    r"just wondering|i was wondering(?: if)?|wondering|i wanted to ask|tell me|can "
    r"(?:yo)?u tell me|could you tell me|"
    r"do you know|i'?d like to know|may i ask|pls can i know|can i know|there|again|"
    r"everyone|team|rolecall|bot|and|also|but)"
    r"\b[\s,.:;!?–—()🙂😊👋-]*)+",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    # Only from where the marks begin: trying each of very many would take for ever.
    r"(?<![\s,.!])[\s,.!]*(?:\b(?:please|pls|thanks|thank you|thx|danke|cheers|ta|or nah|"
    r"ah)\b[\s.!?]*|[🙂😊👋🙏:)]+\s*)+$",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"(?:^|\s)(?:\(?\d[.)]|\([a-d]\))\s+")
_INTERROGATIVE = (
    r"(?:what|wat|which|who|whom|whose|when|where|why|how|hwo|is|are|am|was|do|does|"
    r"did|can|could|will|would|"
    r"should|shall|may|must|has|have|any|anything)"
)
_STARTS_AS_QUESTION = re.compile(rf"^(?:and |or |but |so )?{_INTERROGATIVE}\b", re.IGNORECASE)
_AND_QUESTION = re.compile(
    rf"(?:,\s*|\s+)(?:and|or)\s+(?:also\s+)?(?=(?:{_INTERROGATIVE})\b)", re.IGNORECASE
)
_ABOUT_ROLE = re.compile(
    r"\b(?:role|job|position|team|company|salary|pay|paid|remote|office|hours|visa|"
    r"start|benefits?|manager|"
    r"interview|process|you|your|this|it|there|contract|travel|brief|required?|hybrid|"
    r"location|holiday)\b",
    re.IGNORECASE,
)


LONGEST_QUESTION = 4_000
"""The most characters of a question; a longer one is asked to be put shorter."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A message of a candidate, taken apart: what it states and what it asks about the role."""

    statement: str
    question: str


def trimmed(text: str) -> str:
    """The message without mentions, greetings in front and thanks behind."""
    said = _MENTION.sub(" ", text.replace("’", "'").replace("‘", "'"))
    said = re.sub(r"\s+", " ", said).strip()
    shorter = _GREETING.sub("", said).strip()
    shorter = _TRAIL.sub("", shorter).strip() or shorter
    return shorter or said


def parts(text: str) -> tuple[str, ...]:
    """The questions in a message, in order; a message with one is given back as it is.

    Statements in front of a question stay with it: they often say what it is about.
    """
    said = trimmed(text)
    numbered = [piece.strip() for piece in _ENUMERATED.split(said) if piece.strip()]
    if len(numbered) > 1:
        return tuple(piece for piece in numbered if len(piece.split()) > 1)
    asked: list[str] = []
    before: list[str] = []
    for span in sentences(said):
        sentence = said[span.start : span.end]
        if sentence.endswith("?") or _STARTS_AS_QUESTION.match(sentence):
            asked += _apart(" ".join((*before, sentence)))
            before = []
        else:
            before.append(sentence)
    if not asked:
        return (said,)
    return tuple(asked)


def _apart(question: str) -> list[str]:
    """ "How much is it and who decides?" is two questions; "Terraform and Pulumi?" is one."""
    pieces = [piece.strip(" ,") for piece in _AND_QUESTION.split(question)]
    if all(len(piece.split()) >= 2 for piece in pieces):
        return [piece for piece in pieces if piece]
    return [question]


def asked_in(text: str) -> Asked:
    """The statement and the question about the role in a candidate's message.

    Only a question at the end counts: "So what did I do? I rewrote it." is all statement, and so is
    a message that is one question from end to end but longer than `LONGEST_QUESTION`.
    """
    said = _MENTION.sub(" ", text).strip()
    before = max(0, len(said) - LONGEST_QUESTION)
    end = said[before:]
    spans = sentences(end)
    alone = len(spans) == 1 and not before
    cut = len(spans)
    while cut and _is_question(end[spans[cut - 1].start : spans[cut - 1].end], alone=alone):
        cut -= 1
    if cut == len(spans) or (before and not cut):
        return Asked(said, "")
    start = before + spans[cut].start
    return Asked(said[:start].strip(), said[start:].strip())


def _is_question(sentence: str, alone: bool) -> bool:
    begins = re.sub(
        r"^(?:by the way|btw|also|and|but|oh|one question|quick question)[\s,:–-]*",
        "",
        sentence,
        flags=re.I,
    )
    starts = _STARTS_AS_QUESTION.match(trimmed(begins)) is not None
    if sentence.rstrip(" )\"'”").endswith("?"):
        return starts or _ABOUT_ROLE.search(sentence) is not None or alone
    return (
        alone
        and starts
        and len(sentence.split()) <= 14
        and not re.search(r"\bI\b(?!.*\b(?:need|have to)\b)", begins)
    )
