"""What a heading means: the kind of its section, and who may see it."""

import re

from bot.core.roles import Audience, SectionKind

_TEAM = re.compile(
    r"\b(?:internal(?:ly)?\b(?! (?:audit|mobility|communication|training|tools?|customers?))|"
    r"not (?:to be )?(?:for|shared?|shown|given)\b.{0,12}"
    r"(?:applicants?|candidates?|sharing|publication)|"
    r"not to be (?:shared|published|shown|forwarded)|confidential|"
    r"do not (?:share|publish)|"
    r"(?:please )?do not share|recruiters? (?:and hiring managers? )?only|team[- ]only|"
    r"(?:team|managers?|panel|staff|eyes|use|interviewers?|assessors?|board) only|"
    r"only for (?:the|our|us)\b|for (?:the )?(?:interview |hiring |selection )?"
    r"(?:panel|board|interviewers?|hiring team|recruiters?)\b|"
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
        r"pluses|a plus|optional|ideally|advantageous|even better|"
        r"would be (?:great|nice|good|lovely|welcome|useful|ideal|an? (?:plus|advantage|bonus))|"
        r"(?:would|could|might|may|can|will|that|also) help|(?:we'd|we would) (?:love|like)|"
        r"(?:great|lovely|nice|good|glad|happy|pleased|delighted) (?:if|to see|extras?)|"
        r"extra(?: points|s)?|helpful|beneficial|welcome|not required but|wish(?:ed|es| ?list)|"
        r"less important|can be learn(?:ed|t)|sets? you apart|stand out",
    ),
    (
        SectionKind.SOFT,
        r"soft skills?|leadership expectations|behaviou?rs?|interpersonal|personal "
        r"(?:qualities|skills)|"
        r"competenc(?:y|ies)|how you work|who you are as a person|attitude|character",
    ),
    (
        SectionKind.REQUIRED,
        r"required|requirements?|must[- ]haves?|essentials?|qualifications?|what must|"
        r"(?:you|candidates?|applicants?|one|who|somebody|someone|the person) "
        r"(?:will|would|'ll|must|should|do|really|absolutely)?\s?(?:needs?|brings?|must)|"
        r"(?:do|must|should|will|would) i (?:need|have|bring|know)|i need|"
        r"(?:the|our) (?:ideal |right )?(?:person|candidate|applicant)\b|"
        r"we cannot do without|non[- ]negotiables?|what you(?:'ll| will)? "
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
        r"pay|i earn|you earn|salar(?:y|ies)|compensation|wages?|remuneration|earnings|money|"
        r"rates?",
    ),
    (
        SectionKind.OFFER,
        r"(?:what )?(?:else )?(?:we|you) (?:can )?(?:offer|get|give)|what (?:else )?(?:you "
        r"get|we offer|we can offer)|what we give|what (?:comes|goes) with|what else is there|"
        r"benefits?|perks?|in return|our offer|learning|support|safety gear|what's in it",
    ),
    (
        SectionKind.PROCESS,
        r"how (?:we|to) (?:hire|choose|apply|recruit|select)|how to apply|process|interview|"
        r"application|apply(?:ing)?|getting hired|how it goes|from application|"
        r"next steps|selection|timeline|recruitment",
    ),
    (
        SectionKind.DUTIES,
        r"responsibilit\w+|dut(?:y|ies)|tasks?|what you(?:'ll|'d| will| would)?(?: be)? "
        r"(?:do|doing)|"
        r"the (?:work|job|post|role)\b|your (?:tasks?|role|work|job|day)|what the work is like|"
        r"what (?:a|an|the) \w+ looks? like|what does an? \w+ look like|"
        r"a .{0,12}(?:day|week|month|night)\b|"
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

_FOR_TEAM = (SectionKind.SIGNALS, SectionKind.NOTES)

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


def audience_of(heading: str, kind: SectionKind, parent: Audience) -> Audience:
    """Team for a heading that says so or names notes for the team, and under one that does.

    Notes and signals are for the team unless a person moves them: a leak cannot be taken back.
    """
    if parent is Audience.TEAM or kind in _FOR_TEAM or _TEAM.search(heading):
        return Audience.TEAM
    return Audience.CANDIDATE


def opens_for_team(text: str) -> bool:
    """Whether a section's first words say that it is not for candidates."""
    return _TEAM_OPENING.match(text) is not None
