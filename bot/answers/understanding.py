"""What one question is after: the slot or list it asks for, and what it was about before."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from bot.answers.kinds import FORMS, form_of
from bot.answers.lists import asked_list
from bot.answers.slots import Slot, slots
from bot.answers.terms import content_words, is_name
from bot.core.roles import SectionKind

_FOLLOW_UP = re.compile(
    r"^(?:and|or|but|ok(?:ay)?|so|then|also|what about|how about|and what about)\b|"
    r"^(?:is|are|does|do|was|were|would|could|how long does|how much is|how long is|"
    r"when is) (?:that|it|this|these|those|they|the same)\b|"
    r"\b(?:that one|those ones?|the (?:preferred|required|other|maximum|minimum|late|"
    r"early|second|first) (?:ones?|one)?)\b",
    re.IGNORECASE,
)
_NOT_A_BONUS = re.compile(
    r"\b(?:or|just|only|merely|than)\s+(?:just |only |merely )?(?:a )?bonus\b", re.IGNORECASE
)
_CHECK = re.compile(
    r"\b(?:required?|requirement|requird|needed|need(?: to)?|must|mandatory|compulsory|"
    r"necessary|essential|expect(?:ed)?|"
    r"a plus|useful|relevant|important|counts?|helps?|helpful|optional|preferred|deal-?breaker|"
    r"want|obligatory|have to|list|mention(?:ed)?|asked for|look for|should i|advantage|matters?|"
    r"value|ask for|care about|do without|a must|vital|crucial|insist|nice to have|"
    r"welcome|enough)\b",
    re.IGNORECASE,
)
_SMALL_TALK = re.compile(
    r"\b(?:joke|poem|song|recipe|weather|capital of|world cup|bundesliga|who won|who "
    r"will win|football|"
    r"president of|meaning of life|your (?:name|favou?rite|opinion)|are you (?:a "
    r")?(?:human|robot|real|bot|sentient)|"
    r"how are you|you'?re (?:great|awesome|stupid|useless)|translate (?:this|the "
    r"following)|(?<!to )(?<!i )write (?:me )?(?:a|an|some)|sing |horoscope|stock price|"
    r"bitcoin|what time is it|what day is (?:it|today)|as a freelancer|cook me|my homework)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|"
    r"above|previous|everything|brief|prompt)\b|"
    r"system prompt|\bsystem\s*:|</?\w+>|\bnew rules?\b|from now on\b|switch my access|"
    r"developer mode|jailbreak|"
    r"(?:print|reveal|show|paste|read)\b.{0,40}\b(?:internal|hidden|verbatim|word for "
    r"word|last section|team.only|confidential|chapter \d)",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"hiring signals?|(?:interviewer|interview|screening|panel|recruiter)(?:'s|s)? "
    r"(?:notes?|sheet|guide)|"
    r"(?:green|red) flags?|warning signs?|between (?:us|you and me)|tick "
    r"your boxes|impress(?:es|ed)?\b|"
    r"what (?:do|does|would|will|should|can) (?:you|they|the panel|the team|"
    r"i)\b.{0,30}\b(?:want to (?:see|hear)|look(?:ing)? for in|"
    r"listen for|mark me|say in the interview|mention in the)|strong (?:answer|"
    r"candidate|sign)|weak sign|pass mark|"
    r"(?:mark|score) do i need|what (?:makes|made|would make) (?:a|an|someone|"
    r"me)\b.{0,20}\b(?:strong|weak|good|stand out|fail)|"
    r"(?:how far|how high|go above|above the|stretch|ceiling|beyond "
    r"the)\b.{0,30}\b(?:\d|range|band|salary|rate|pay|hire)|"
    r"how (?:far|high) (?:\w+ )?(?:we|you|they) go\b|"
    r"last (?:person|holder)|chapter \d|hiring manager'?s|look at my references",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:i'?ve|i have(?! to\b)|i'?m|i am|my|i've only|i led|i worked|i hold|i don'?t (?:have|"
    r"hold)|i only|i can(?:'t| only|not)?|candidate (?:has|asks))\b",
    re.IGNORECASE,
)


_VERB = re.compile(
    r"\W*(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|may|might|must|"
    r"has|have|had|i|you|we|they|it|there|so|if)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"^(?:and|or|also|what about|how about|and what about|and how about)\b(?: (?:the|for))?\W+",
    re.IGNORECASE,
)
_PLACED = re.compile(r"(?:in|at|on|for|from|to|by|with|after|before|during)\b", re.IGNORECASE)
_MARKS = re.compile(r"[?!.,]+")
KEPT = 256
"""How many of the last questions are kept as they were understood: each is asked for twice."""
_OF_THINGS = ("stack", "tool_required", "language", "certificate", "licence", "degree")
"""Slots that are asked for by naming a thing: "And Azure?" asks of another one."""
FEW = 4
"""So few words that are no question and no slot only name something: "Zero trust?"."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One question, understood.

    `words` are its content words.
    `follows` where it can only be understood with the question before, `about_self` where the
    person speaks of themselves, `checks` where it asks whether something is wanted.
    """

    text: str
    slot: Slot | None
    slot_words: str
    whole: SectionKind | None
    whole_words: str
    words: tuple[str, ...]
    checks: bool
    about_self: bool
    for_team: bool
    off_topic: bool
    order: bool
    follows: bool


@lru_cache(maxsize=KEPT)
def understand(question: str, history: tuple[str, ...]) -> Understood:
    """What a question is after; a follow-up is read together with what was asked before."""
    slot, words = _slot(question)
    whole, named = asked_list(question)
    complete = slot is not None or whole is not None
    follows = bool(history) and _is_follow_up(question, complete)
    checks = _CHECK.search(question) is not None or (
        not complete and not follows and _only_names(question)
    )
    of_a_thing = slot is not None and slot.id in _OF_THINGS
    if history and (follows or of_a_thing) and _asks_of_another(question, history):
        return understand(f"is {_ANOTHER.sub('', question).rstrip(' ?')} required?", ())
    if follows:
        before = understand(history[-1], history[:-1])
        slot, words, whole, named = _carried(question, before, (slot, words), (whole, named))
    return Understood(
        text=question,
        follows=follows,
        slot=slot,
        slot_words=words,
        whole=whole,
        whole_words=named,
        words=content_words(_last_sentence(question)),
        checks=checks,
        about_self=_PERSON.search(question) is not None,
        for_team=_TEAM.search(question) is not None,
        off_topic=_SMALL_TALK.search(question) is not None,
        order=_ORDER.search(question) is not None,
    )


def _slot(question: str) -> tuple[Slot | None, str]:
    asked = _NOT_A_BONUS.sub("", question)
    for slot, search in _cues():
        found = search(asked)
        if found:
            return slot, found[0]
    return None, ""


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[Slot, Callable[[str], re.Match[str] | None]], ...]:
    return tuple((slot, slot.asked_in) for slot in slots() if slot.cue)


def _only_names(question: str) -> bool:
    """ "Zero trust?", "networking skills?": a few words that ask whether something is wanted."""
    said = _MARKS.sub("", question).split()
    return (
        0 < len(said) <= FEW
        and form_of(question) == FORMS[-1]
        and not (_VERB.match(question) or _PLACED.match(question))
    )


def _asks_of_another(question: str, history: tuple[str, ...]) -> bool:
    """ "And TOGAF?" after "Is Terraform required?" or "Do you use Terraform?": of another thing."""
    rest = _ANOTHER.sub("", question)
    if not _only_names(rest) or not content_words(rest):
        return False
    before = understand(history[-1], history[:-1])
    named = any(is_name(word, before.text) for word in before.words)
    return (before.checks or named) and form_of(before.text) == FORMS[-1]


def _is_follow_up(question: str, complete: bool) -> bool:
    short = len(question.split()) <= 6
    return _FOLLOW_UP.search(question) is not None or (short and not complete)


def _carried(
    question: str,
    before: Understood,
    slot: tuple[Slot | None, str],
    whole: tuple[SectionKind | None, str],
) -> tuple[Slot | None, str, SectionKind | None, str]:
    """The slot or list a follow-up is about: its own where it names one, else the one before."""
    if whole[0] is None and before.whole is not None:
        whole = asked_list(f"which are {question}")
    if slot[0] is None and whole[0] is None:
        return before.slot, slot[1], None, ""
    return *slot, *whole


def _last_sentence(question: str) -> str:
    """The sentence that asks; those before it only lead up to it."""
    pieces = re.split(r"(?<=[.!])\s+(?=\S)", question.strip())
    return pieces[-1] if len(pieces[-1].split()) >= 3 else question
