"""What form a criterion's words have, so that a question can be built around them. Pure grammar.

A criterion is read as a deed ("design APIs"), a deed that was done once ("opened a bakery"), a
topic ("wound assessment"), or as words that fit into no sentence of ours ("German at B2, because
briefings are in German"), which are then quoted whole. Where it is not certain, they are quoted: a
quoted line always reads well.
"""

import re
from dataclasses import dataclass

from bot.core.phrasing.topics import OWNER, STRENGTH, topic, without_lead_in
from bot.core.phrasing.verbs import deed, done, third_person
from bot.core.phrasing.vocabulary import TONGUES


@dataclass(frozen=True, slots=True)
class Deed:
    """Something one does, from its base form: "design and run APIs"."""

    words: str


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done, in the past tense: "opened a new bakery"."""

    words: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What work is about, as a noun or an -ing form: "wound assessment", "repairing lamps"."""

    words: str


@dataclass(frozen=True, slots=True)
class Whole:
    """Words that stand for themselves, without their full stop."""

    words: str


Form = Deed | Done | Topic | Whole
_BOX = re.compile(r"^\[[ xX]\]\s+")
_WE_NEED = re.compile(
    r"^we\s+(?:need|want|require|expect|seek|would like|are looking for)\s+(?=\w)", re.IGNORECASE
)
_ABLE = re.compile(
    rf"^{OWNER}(?:can\s+|(?:be\s+)?(?:(?:an?|the)\s+)?(?:{STRENGTH}\s+)*(?:ability|able|capable|"
    r"capacity)\s+(?:and\s+\w+\s+)?(?:to|of)\s+)(?=[a-z])",
    re.IGNORECASE,
)
_UNFIT = re.compile(
    # A sentence of its own, or two.
    r"^(?:you|we|that|this|it|they|candidates?|applicants?|must|should|not|no|if|when)\b"
    r"|;|\b(?:because|since|is|are|was|were|we|you|our|your)\b|\band able to\b"
    # Something one holds, has been through, or is.
    r"|\b(?:certificate|certified|diploma|degree|licen[cs]e|registration|registered|qualified|"
    r"qualification|ticket|endorsement|accreditation|chartered|completed|fluent|fluency|native|"
    r"bilingual|apprenticeship|clearance|eyesight|fit for|presence)\b"
    r"|\bcertification (?:at|in|as)\b|\bextract from\b|\b(?:second|foreign|another) language\b"
    r"|^training as\b|^(?:at least\s+)?(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"\s+(?:or more\s+)?years?\b"
    # A wish or a trait.
    r"|\b(?:wish|passion|passionate|interest|interested|eager|motivat\w+|attitude|readiness|willing|"
    r"willingness|enthusias\w+|habit|comfort|mindset|appetite|curious|curiosity|sense of|"
    r"love of)\b",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"\w{3,}[.!?]\s+[A-Z]")
_SPEAKS = re.compile(
    r"\b(?:written|spoken|fluent|conversational|business|native|level|[ABC][12])\b", re.IGNORECASE
)
_OWN = re.compile(r"(?<!your )(?<!their )(?<!its )\bown(?= (?!the\b|an?\b|all\b)\w)")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def form(criterion: str) -> Form:
    """The form of a criterion's words."""
    text = _BOX.sub("", " ".join(criterion.split())).rstrip(".;,: ")
    bare = _WE_NEED.sub("", text)
    able = _ABLE.match(bare)
    if able and not _is_gerund(bare[able.end() :]) and ";" not in bare:
        return Deed(_OWN.sub("your own", bare[able.end() :]))
    if _UNFIT.search(without_lead_in(bare)) or _TWO_SENTENCES.search(bare):
        return Whole(text)
    if _is_language(bare) or _acts_behind_a_colon(bare):
        return Whole(text)
    return _moved(bare)


def phrase(criterion: str) -> str:
    """The criterion's words as what they are about, for use inside a sentence."""
    return form(criterion).words


def _moved(text: str) -> Deed | Done | Topic:
    """The form of words that fit into a sentence."""
    was = done(text)
    if was:
        return Done(was)
    acts = deed(text)
    return Deed(acts) if acts else Topic(topic(text))


def _is_gerund(text: str) -> bool:
    return text.partition(" ")[0].casefold().endswith("ing")


def _is_language(text: str) -> bool:
    """Whether a language is asked for, rather than named in passing (a Danish pastry)."""
    words = _WORD.findall(text)
    return words[:1] != [] and (
        words[0] in TONGUES or (bool(_SPEAKS.search(text)) and not TONGUES.isdisjoint(words))
    )


def _acts_behind_a_colon(text: str) -> bool:
    """ "Safeguarding: recognises abuse and follows the procedure"."""
    behind = _WORD.match(text.partition(": ")[2])
    return behind is not None and third_person(behind[0]) is not None
