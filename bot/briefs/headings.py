"""What a heading means: the kind of its section, and who may see it."""

import re

from bot.core.roles import Audience, SectionKind

_TEAM = re.compile(
    r"\b(?:internal(?:ly)?\b(?! (?:audit|mobility|communication|training|tools?|customers?))|"
    r"not for (?:applicants?|candidates?|sharing|publication)|confidential|"
    r"do not (?:share|publish)|"
    r"(?:please )?do not share|recruiters? (?:and hiring managers? )?only|team[- ]only|"
    r"hiring (?:team|managers?|panel) only|for (?:the )?(?:panel|interviewers?|hiring "
    r"team|recruiters?)\b|"
    r"hiring signals?|(?:interviewer|interview|screening|recruiter|panel|assessor)(?:'s|s)? "
    r"(?:notes?|guide|guidance|rubric|scorecard)|notes? (?:for|to) (?:the "
    r")?(?:interviewers?|panel|recruiters?)|"
    r"what good looks like|red flags?|green flags?|scor(?:ing|e) (?:guide|card|rubric)|"
    r"rating (?:anchors?|guide)|"
    r"evaluation (?:notes|guide|rubric)|what we listen for|look(?:ing)? for in interviews?)",
    re.IGNORECASE,
)
_TEAM_OPENING = re.compile(
    r"^\W*(?:internal\b|confidential\b|(?:for )?(?:recruiters?|interviewers?|the panel|"
    r"the hiring team|"
    r"hiring managers?)\b.{0,40}\bonly\b|not for (?:applicants|candidates)|"
    r".{0,40}(?:do not|don't|never) "
    r"(?:share|show|send|publish)\b.{0,40}(?:applicants?|candidates?))",
    re.IGNORECASE,
)

_KINDS: tuple[tuple[SectionKind, str], ...] = (
    (SectionKind.SIGNALS, r"hiring signals?|green flags?|red flags?|what good looks like"),
    (
        SectionKind.NOTES,
        r"(?:interview(?:er)?|screening|recruiter|panel|assessor|internal).{0,12}(?:notes?|"
        r"guide|only)"
        r"|for the panel|internal\b|confidential|notes for",
    ),
    (
        SectionKind.OTHER,
        r"you (?:do not|don'?t) need|not (?:needed|required)|no need|what we don'?t",
    ),
    (
        SectionKind.PREFERRED,
        r"preferred|nice[- ]to[- ]haves?|good to have|desirable|desired|bonus(?: points| skills)?|"
        r"pluses|a plus|optional|would be (?:great|nice|good)|ideally|advantageous|even better|"
        r"great if|extra(?: points|s)?|helpful|beneficial|not required but",
    ),
    (
        SectionKind.SOFT,
        r"soft skills?|leadership expectations|behaviou?rs?|interpersonal|personal "
        r"(?:qualities|skills)|"
        r"competenc(?:y|ies)|how you work|who you are as a person|attitude|character",
    ),
    (
        SectionKind.REQUIRED,
        r"required|requirements?|must[- ]haves?|essential|qualifications?|what you(?:'ll| will)? "
        r"(?:need(?: to bring)?|bring|must)|what you(?:'ll)? bring|you (?:need|bring|have)|"
        r"who (?:you are|we(?:'re| are)? (?:look|hop)\w*)|who we hope to meet|your "
        r"(?:profile|skills|"
        r"craft|experience|background)|skills|what we(?:'re| are)? (?:ask|look|expect|need|"
        r"want)\w*|"
        r"we (?:ask|expect|need)\b|about you|you should|certificates?|minimum|necessary|"
        r"ideal candidate|"
        r"candidate profile|person specification|experience and skills|knowledge",
    ),
    (
        SectionKind.PAY,
        r"pay|salar(?:y|ies)|compensation|wages?|remuneration|earnings|money|rates?",
    ),
    (
        SectionKind.OFFER,
        r"(?:what )?(?:else )?(?:we|you) (?:can )?(?:offer|get|give)|what (?:else )?(?:you "
        r"get|we offer|we can offer)|"
        r"benefits?|perks?|in return|our offer|learning|support|safety gear|what's in it",
    ),
    (
        SectionKind.PROCESS,
        r"how (?:we|to) (?:hire|choose|apply|recruit|select)|how to apply|process|interview|"
        r"application|apply(?:ing)?|next steps|selection|timeline|recruitment",
    ),
    (
        SectionKind.DUTIES,
        r"responsibilit\w+|dut(?:y|ies)|tasks?|what you(?:'ll|'d| will| would)?(?: be)? "
        r"(?:do|doing)|"
        r"the (?:work|job|post|role)\b|your (?:tasks?|role|work|job|day)|what the work is like|"
        r"day[- ]to[- ]day|in this role|key activities|scope|mission|the short version|a "
        r"(?:usual|typical) day",
    ),
    (
        SectionKind.ABOUT,
        r"about|who we are|our (?:company|school|team|story|kitchen|organi[sz]ation)|company|team|"
        r"employer|the (?:company|team|school|organi[sz]ation)",
    ),
    (
        SectionKind.FACTS,
        r"hours|shifts?|rotation|terms|conditions|practical|facts|at a glance|key (?:facts|"
        r"details)|"
        r"location|getting around|travel|contract|busy times|details|overview|summary",
    ),
)
_COMPILED = tuple(
    (kind, re.compile(rf"\b(?:{pattern})(?:\b|$)", re.IGNORECASE)) for kind, pattern in _KINDS
)

LOOKED_FOR = (
    "“Required”",
    "“Requirements”",
    "“Must have”",
    "“What you bring”",
    "“Qualifications”",
    "“Preferred”",
    "“Nice to have”",
)
"""Headings that a person is told about when none of a brief's headings holds requirements."""


def kind_of(heading: str, parent: SectionKind) -> SectionKind:
    """The kind a heading names; its parent's where it names none."""
    plain = re.sub(r"[’`]", "'", heading)
    for kind, pattern in _COMPILED:
        if pattern.search(plain):
            return kind
    return parent


def audience_of(heading: str, parent: Audience) -> Audience:
    """Team for a heading that says so, or under one that does."""
    if parent is Audience.TEAM or _TEAM.search(heading):
        return Audience.TEAM
    return Audience.CANDIDATE


def opens_for_team(text: str) -> bool:
    """Whether a section's first words say that it is not for candidates."""
    return _TEAM_OPENING.match(text) is not None
