"""What a considerate listener notices in a message before taking it as an answer. Conservative.

A word alone is never enough: a nurse may have cared for a suicidal patient, an architect may have
written the anti-harassment policy, and a rude word does not make an answer less of an answer.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from bot.core.screening.screening import Screening


class Concern(StrEnum):
    """What stops a screening at once, so that a person can be offered."""

    SELF_HARM = "self-harm"
    MISTREATMENT = "mistreatment"


_SELF_HARM = re.compile(
    r"\b(?:i (?:really |just |often |sometimes )*(?:want|wish|plan|intend|am going|was going) to"
    r"|i(?:'m| am) (?:going|about) to|i(?:'ll| will)|thinking (?:of|about)|i(?:'d| would) rather"
    r"|i could(?: just)?) "
    r"(?:kill(?:ing)? myself|end(?:ing)? (?:my (?:own )?life|it all)|hurt(?:ing)? myself|"
    r"harm(?:ing)? myself|die|be dead|tak(?:e|ing) my (?:own )?life)\b(?! (?:for|of|laughing))"
    r"|\bi(?:'m| am| feel| have been|'ve been) (?:feeling )?suicidal\b"
    r"|\bi (?:do not|don'?t) want to (?:live|be alive|be here any ?more)\b(?! in\b)"
    r"|\bi (?:cut|hurt|harm) myself\b(?=.{0,30}\b(?:again|lately|at night|every|when|because)\b)"
    r"|\b(?:no|not any) reason (?:left )?(?:for me )?to (?:live|go on living)\b",
    re.IGNORECASE | re.DOTALL,
)
_REPORTED = re.compile(
    r"(?:[\"“‘]|\b(?:said|says|told (?:me|us)|wrote|patients?|clients?|callers?|pupils?|"
    r"students?)\b[^.!?]{0,40})$",
    re.IGNORECASE,
)
_MISTREATMENT = re.compile(
    r"\b(?:i (?:was|am|got|feel|felt|have been|was being|am being)|i'm|i've been)(?: \w+)? "
    r"(?:discriminated|harassed|sexually harassed|bullied|groped|racially abused)\b"
    r"|\bdiscriminat(?:es|ed|ing) against me\b|\b(?:harass|bully|grop)\w* me\b"
    r"|\b(?:your|the|this) (?:recruiter|interviewer|hiring manager|hiring team|company|people)\b"
    r".{0,60}\b(?:racist|sexist|homophobic|transphobic|ageist|discriminat\w+|harass\w+|groped)\b"
    r"|\b(?:recruiter|interviewer|manager|they|he|she)\b.{0,30}\basked (?:me )?(?:if|whether) i "
    r"(?:am|was|'m) (?:pregnant|married|gay|disabled|muslim|jewish|christian)\b"
    r"|\b(?:rejected|refused|turned (?:me )?down|not hired|mocked|laughed at)\b.{0,40}\bbecause of "
    r"my (?:age|skin|colou?r|race|religion|gender|sex|disability|accent|pregnancy|origin|hijab|"
    r"headscarf|nationality)\b",
    re.IGNORECASE | re.DOTALL,
)
_RUDE = r"(?:fuck\w*|shit\w*|bull ?shit|crap|damn|wtf|stfu|bitch\w*|asshole\w*|bastard\w*|cunt\w*)"
_INSULT = rf"(?:stupid|idiot\w*|moron\w*|dumb|suck\w*|garbage|trash|useless|pathetic|{_RUDE})"
_THIS = (
    r"(?:you|you'?re|your|u|bot|robot|"
    r"(?:this|these) (?:bot|thing|chat|screening|interview|questions?|is|are))"
)
_HOSTILE = re.compile(
    rf"\bfuck (?:you|u|off|this|that|it|your)\b|\bshut up\b|\bpiss off\b|\bscrew (?:you|this)\W*$"
    rf"|\b{_THIS}\b.{{0,25}}\b{_INSULT}\b|\b{_INSULT} (?:bot|robot|machine|questions?|chat)\b"
    rf"|^\W*(?:{_RUDE}\W*)+$|\bgo to hell\b|\bwaste of (?:my )?time\b",
    re.IGNORECASE,
)
_OWN_DEED = re.compile(
    r"\b(?:i|we)(?: \w+)? (?!hated|tired|bored|annoyed)(?:\w{2,}ed|built|wrote|led|ran|made|set)\b",
    re.IGNORECASE,
)
_OUTBURST = 14
"""More words than this are heard as an answer, whatever else is in them."""


def urgent(text: str) -> Concern | None:
    """What stops the screening at once, wherever it stands."""
    said = text.replace("’", "'")
    for found in _SELF_HARM.finditer(said):
        if not _REPORTED.search(said[: found.start()]):
            return Concern.SELF_HARM
    return Concern.MISTREATMENT if _MISTREATMENT.search(said) else None


def hostile(text: str) -> bool:
    """Whether a short message is anger at the bot or the screening, and no account of work."""
    if len(text.split()) > _OUTBURST or _OWN_DEED.search(text):
        return False
    return _HOSTILE.search(text.replace("’", "'")) is not None


_RUN = 6
"""So many words in a row are taken to be copied."""
_COPIED = 0.7
"""The share of copied words from which a message is taken to be the brief's own text."""
_FEWEST = 8
"""Shorter messages may well be the same, or the brief's words, by chance."""


def pasted(text: str, brief: Iterable[str]) -> bool:
    """Whether most of a message is copied from these passages."""
    words = _words(text)
    if len(words) < _FEWEST:
        return False
    known = {run for passage in brief for run in _runs(_words(passage))}
    copied = [False] * len(words)
    for start, run in enumerate(_runs(words)):
        if run in known:
            copied[start : start + _RUN] = [True] * _RUN
    return sum(copied) >= _COPIED * len(words)


def same_as(text: str, screening: Screening, question: str) -> str | None:
    """The other question that got the same answer, where it is long enough not to be chance."""
    words = _words(text)
    if len(words) < _FEWEST:
        return None
    for other, versions in screening.given.items():
        if other != question and any(_words(given.answer) == words for given in versions):
            return other
    return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.casefold()))


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + _RUN] for start in range(len(words) - _RUN + 1)]
