"""The kind of thing a question asks for (a time, a number, a name …) and which lines hold one."""

import re
from collections.abc import Mapping
from functools import lru_cache

_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|half|a\sfew|no|none)"
)
_MONTHS_AND_DAYS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
)

# The first kind whose first pattern is found in a question is what it asks for; a line holds one
# where the second pattern is found.
_KINDS: Mapping[str, tuple[str, str]] = {
    "e-mail address": (r"e-?mail", r"@|e-?mail"),
    "phone number": (
        r"phone\snumber|telephone|'s\snumber|\bnumber\s(?:to|for)\s(?:call|ring)",
        r"telephone|extension|phone\snumber|\+\d|\b\d[\d\s]{7,}\d\b",
    ),
    "contact": (r"contact", r"@|telephone|extension|phone\snumber|\+\d"),
    "clock time": (
        r"what\stime\b(?!\soff)|which\shour|at\swhat\shour|noon\sor|midnight|"
        r"\bhow\s(?:early|late)\b(?!\s(?:can|may|could)\si\sapply)|until\swhat\stime",
        r"\b\d{1,2}[:.]\d\d|\b\d{1,2}\s?[ap]\.?m\b|\bnoon\b|\bmidnight\b|o'clock|"
        r"\b\d{1,2}\sto\s\d{1,2}\b",
    ),
    "weekday": (
        r"which\s(?:week)?days?\b|what\s(?:week)?days?\b(?!\soff)|on\swhich\s(?:week)?day",
        rf"\b(?:{_MONTHS_AND_DAYS})\b|\bweekends?\b|\bday\b",
    ),
    "colour": (
        r"\bcolou?rs?\b",
        r"\b(?:black|white|red|green|blue|yellow|orange|brown|gr[ea]y|navy|pink|purple)\b",
    ),
    "age": (
        r"\bhow\sold\b|\bhow\slong\s(?:has|have)\b|what\sage",
        rf"\b(?:1[89]|20)\d\d\b|\byears?\sold\b|\bsince\b|\bnew\b|\b{_NUMBER}\s(?:months|years)\b",
    ),
    "payer": (
        r"\bwho\s(?:pays|covers|bears)\b|at\swhose\s(?:cost|expense)|"
        r"do\si\s(?:have\sto\s)?pay\b|(?:do|would|will)\s(?:you|they)\s"
        r"(?:pay\sfor|cover|reimburse|refund)",
        r"\b(?:pays?|paid|free|refund\w*|reimburse\w*|covers?|covered|provide[sd]?|supplied|"
        r"contribution|fees)\b|\bat\s(?:our|your|my)\s(?:own\s)?(?:cost|expense)|"
        r"costs?\s(?:you\s)?nothing|[£€$]\s?\d",
    ),
    "frequency": (
        r"how\soften|how\sfrequent|how\sregularly|every\s(?:week|month|day)\b|"
        r"per\s(?:week|month|sprint|year)",
        r"\b(?:every|weekly|daily|monthly|quarterly|yearly|annually|once|twice|each|per|times|"
        r"a\s(?:week|month|year|day)|always|never)\b",
    ),
    "duration": (
        r"how\slong|how\smany\s(?:years|months|weeks|days|hours)|for\show|length\sof",
        rf"\b{_NUMBER}(?:\s?(?:-|to|–)\s?{_NUMBER})?\+?[\s-]+(?:or\smore\s)?"
        r"(?:working\s|class\s|calendar\s|full\s)*"
        r"(?:years?|months?|weeks?|days?|hours?|minutes?)|permanent|\d\d:\d\d",
    ),
    "number": (
        r"\bhow\smany\b(?!\s(?:years|months|weeks|days|hours|times))|number\sof|"
        r"how\s(?:big|large)|headcount|\bhow\smuch\b(?!\s(?:pay|do|does|is|would|will))",
        rf"\b{_NUMBER}\b",
    ),
    "time": (
        r"\bwhen\b|what\s(?:date|time|day)|which\s(?:date|day|month)|until\swhen|by\swhen|"
        r"deadline|how\s(?:soon|early|late)",
        rf"\b\d{{1,2}}[:.]\d\d|\b(?:{_MONTHS_AND_DAYS})\b|20\d\d|within|immediately|as\ssoon|"
        r"after|before|start|noon|midnight|\bweeks?\b|\bdays\b",
    ),
    "person": (
        r"\bwho\b|\bwhose\b|\bwhom\b|name\sof|'s\sname|the\sname",
        r"\b(?-i:[A-Z][a-zà-ÿ]+(?:[-\s][A-Z][a-zà-ÿ]+)+)|\b(?:lead|manager|director|head|"
        r"principal|chef|team|reports\sto|partner|with)\b",
    ),
    "place": (
        r"\bwhere\b|what\s(?:city|country|address|town)|"
        r"which\s(?:city|country|countries|town|office|site|location)|location",
        r"\b(?:in|at|near|from|to|across|anywhere)\s(?:the\s)?(?-i:[A-Z])|location|address|"
        r"\bsite:|\boffice\s(?:in|at|is)|remote|(?-i:\bEU\b|\bUS\b)|street|road|(?-i:\b(?:Lane|Avenue|Square|Quay|Estate)\b)",
    ),
    "name": (
        r"\b(?:which|what)\s(?:\w+\s){0,2}?(?:version|brand|make|model|type|vendor|provider|"
        r"supplier|tool|software|system|database|cloud|framework|language|platform|school|"
        r"company|textbook|product|app|shift|class|level|size|colou?r)s?\b",
        r"\b(?-i:(?!The\b|We\b|You\b|A\b|Your\b|Our\b)[A-Z])[\w.+\#]*[a-z0-9]|\d",
    ),
    "reason": (
        r"\bwhy\b|reason|how\scome",
        r"because|since|so\sthat|covers|replac|new\s(?:post|role)|due|leav|moving|growth|retir",
    ),
    "money": (
        r"\bhow\smuch\b.{0,25}(?:pay|paid|earn|cost|get|make|money|salary|bonus|per|"
        r"an?\s(?:hour|day|month|year))|\bmoney\sfor\b|\bextra\spay|\bsalary|\bwage|\bpay\b|\bcost\b(?!\s\w)|allowance|budget|"
        r"\brate\b|\bbonus",
        r"[£€$¥]\s?\d|\d[\d,.]*\s?(?:k\b|eur|usd|gbp|dkk|sgd|chf|crown|kron|pound|dollar|%|percent|per\scent)|"
        r"\b(?:[a-z]{3})\s?\d[\d,.]{1,}|\bpaid\b|\bfree\b|double\stime|time\sand\sa\s(?:half|third)|"
        r"\btime\splus\b|at\sour\scost|costs?\s(?:you\s)?nothing|refunded|reimbursed|we\spay",
    ),
}
KINDS = tuple(_KINDS)
TOLD_AS: Mapping[str, str] = {
    "e-mail address": "an e-mail address",
    "phone number": "a phone number",
    "clock time": "at what time of day",
    "colour": "which colour",
}
"""What completes "The brief does not say …" where a line about it holds no such thing."""
IN_HEADING = frozenset(("money", "place"))
"""Kinds that a heading may hold for the line under it ("Salary Range (US)")."""


@lru_cache(maxsize=1)
def _compiled() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    flags = re.IGNORECASE | re.VERBOSE
    return {
        kind: (re.compile(asked, flags), re.compile(held, flags))
        for kind, (asked, held) in _KINDS.items()
    }


def asked_kind(question: str) -> str | None:
    """The kind of thing the question asks for, or None where any line might do."""
    for kind, (asked, _) in _compiled().items():
        if asked.search(question):
            return kind
    return None


def kinds_in(text: str, heading: str) -> frozenset[str]:
    """The kinds of thing that a line under a heading holds."""
    return frozenset(
        kind
        for kind, (_, held) in _compiled().items()
        if held.search(f"{heading} {text}" if kind in IN_HEADING else text)
    )


_FORMS: Mapping[str, str] = {
    "how many": r"\bhow\smany\b|number\sof",
    "how much": r"\bhow\smuch\b",
    "how long": r"\bhow\slong\b",
    "how often": r"\bhow\soften\b",
    "when": r"\bwhen\b|what\stime|what\sdate|which\sday",
    "where": r"\bwhere\b",
    "who": r"\bwho(?:se|m)?\b",
    "why": r"\bwhy\b",
    "which": r"\bwhich\b|\bwhat\b",
    "how": r"\bhow\b",
}
FORMS = (*_FORMS, "yes or no")


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    flags = re.IGNORECASE | re.VERBOSE
    return tuple((form, re.compile(pattern, flags)) for form, pattern in _FORMS.items())


def form_of(question: str) -> str:
    """The question word, or "yes or no"."""
    for form, pattern in _forms():
        if pattern.search(question):
            return form
    return FORMS[-1]


_HEAD = re.compile(
    r"\b(?:which|what|how\smany|number\sof|name\sof|what's)\s+((?:[\w'-]+[\s?]*){1,6})",
    re.IGNORECASE | re.VERBOSE,
)
_HEAD_ENDS = frozenset(
    "is are was were do does did would will can could should must you i we they the".split()  # noqa: SIM905
)
_ATTRIBUTES = frozenset("name brand make version model type kind".split())  # noqa: SIM905


def asked_for(question: str, content: frozenset[str]) -> tuple[str, ...]:
    """What a "which …", "what …" or "how many …" question asks for: at most three words."""
    found = _HEAD.search(question)
    if not found:
        return ()
    heads: list[str] = []
    for word in (piece.strip("?.,'").casefold() for piece in found[1].split()):
        if word in _HEAD_ENDS:
            break
        if word in content or word in _ATTRIBUTES:
            heads.append(word)
    return tuple(heads[:3])
