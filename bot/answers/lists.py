"""Questions that ask for a whole section: the must-haves, the tasks, the steps, the benefits."""

import re

from bot.core.roles import Audience, CriterionKind, Passage, PassageKind, Role, SectionKind

_ASKS_FOR_ALL = (
    r"(?:what|which|list|name|give|show|tell|all|every\w*|full|walk|break|summar\w+|"
    r"describe|outline|enumerate|and|how)\b"
)
_KINDS: tuple[tuple[SectionKind, str], ...] = (
    (
        SectionKind.PREFERRED,
        r"nice[\s-]to[\s-]haves?|good[\s-]to[\s-]haves?|\bpreferred\b|\boptional\b|"
        r"\bextras?\b|wish[\s-]?list|"
        r"\bplus(?:es)?\b|\bdesirables?\b|\bdesired\b|bonus (?:points|skills)|not "
        r"(?:strictly )?(?:required|needed) but|\bonly a plus",
    ),
    (
        SectionKind.SOFT,
        r"soft skills?|(?:leadership|personal|people|interpersonal) (?:side|skills?|"
        r"expectations?|qualities)|"
        r"(?:behaviou?rs?|character|personality)",
    ),
    (
        SectionKind.REQUIRED,
        r"must[\s-]haves?|\brequirements?\b|(?:skills?|qualifications?|things|criteria|"
        r"knowledge|experience)\b.{0,25}\b"
        r"(?:required|needed|need|must|essential|mandatory|require|looking for|expect)|"
        r"that'?s a must\b|\bthe must\b|"
        r"(?:required|essential|mandatory|needed) (?:skills?|qualifications?|criteria|"
        r"things)|absolutely need to (?:know|have)|"
        r"what (?:do|would|should|must) (?:i|one|you|candidates?|they) (?:need|have|"
        r"bring)(?: to (?:have|bring|know|apply|be))?\W*$|"
        r"what (?:are you|do you) look(?:ing)? for\W*$|the essentials|"
        r"^what(?:'s| is| are| would be)? (?:really |absolutely |strictly )?"
        r"(?:essential|required|mandatory|needed|necessary|a must|compulsory)\W*$",
    ),
    (
        SectionKind.DUTIES,
        r"responsibilit\w+|\bdut(?:y|ies)\b|\btasks\b|(?:what|which)\b.{0,20}\b(?:would|"
        r"will|do|does|'ll|'d) (?:i|one|the person|this person|"
        r"somebody|someone|they|you)\b.{0,14}\b(?:be doing|do)\b|day[\s-]to[\s-]day|"
        r"typical day|what does the (?:job|role|work) (?:involve|look like|consist)|"
        r"what'?s the (?:job|role|work) (?:about|like)|"
        r"(?:^|overview of |summary of |describe |summari[sz]e |more )(?:about )?(?:the|this) "
        r"(?:role|job|position)\W*$",
    ),
    (
        SectionKind.PROCESS,
        r"(?:hiring|interview|selection|application|recruit\w+) (?:process|steps?|stages?|"
        r"procedure)|"
        r"(?:steps|stages|rounds)\b.{0,25}\b(?:hir\w+|offer|interview|process|there|apply)|"
        r"how (?:do|does|will) (?:you|they|we|the \w+) (?:hire|choose|select|recruit)|how "
        r"are (?:people|candidates) (?:chosen|selected)",
    ),
    (
        SectionKind.OFFER,
        r"\bbenefits?\b|\bperks?\b|what (?:do|would) (?:i|you) (?:get|offer)\b(?:\W*$| "
        r"(?:in return|besides|apart|on top))|what else do (?:you|i) (?:offer|get)",
    ),
    (
        SectionKind.SIGNALS,
        r"hiring signals?|green flags?|red flags?|warnings?\b|what (?:counts|hints)|weak "
        r"signs?|strong signs?|good signs?|"
        r"(?:interviewer|interview|screening|panel|recruiter|internal) (?:notes?|sheet|"
        r"section|part)",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
_FORM = re.compile(rf"^\W*(?:\w+\W+){{0,6}}?{_ASKS_FOR_ALL}", re.IGNORECASE)


_YES_OR_NO = re.compile(r"\W*(?:is|are|do|does|can|will|would|has|have|any)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"\bhow (?:many|much|long|often|old|far)\b", re.IGNORECASE)
SHORT = 4
"""A question of so few words that names a section asks for it: "Must haves?"."""


def asked_list(question: str) -> tuple[SectionKind | None, str]:
    """The kind of section a question asks for as a whole and the words that name it, or None."""
    short = len(question.split()) <= SHORT and not _YES_OR_NO.match(question)
    if _HOW_MANY.search(question) or not (short or _FORM.search(question)):
        return None, ""
    for kind, pattern in _COMPILED:
        found = pattern.search(question)
        if found:
            return kind, _whole_words(question, found)
    return None, ""


def _whole_words(question: str, found: re.Match[str]) -> str:
    """What was found, with the rest of the words that it begins and ends in."""
    before = re.search(r"\S*$", question[: found.start()])
    after = re.match(r"[^\s?!.,;:]*", question[found.end() :])
    return f"{before[0] if before else ''}{found[0]}{after[0] if after else ''}"


def listed(role: Role, kind: SectionKind, audience: Audience) -> tuple[Passage, ...]:
    """The lines of a kind of section, in the brief's order; prose is left out beside a list."""
    kinds = {kind, SectionKind.NOTES} if kind is SectionKind.SIGNALS else {kind}
    if kind in (SectionKind.REQUIRED, SectionKind.PREFERRED):
        return _criteria_lines(role, kind, audience)
    found = tuple(p for p in role.seen_by(audience) if p.section_kind in kinds)
    items = tuple(p for p in found if p.kind is not PassageKind.PARAGRAPH)
    return items if len(items) > 2 else found


def _criteria_lines(role: Role, kind: SectionKind, audience: Audience) -> tuple[Passage, ...]:
    """Requirements are listed by what they are, since one table can hold musts and wishes."""

    wanted = (
        {CriterionKind.DESIRABLE}
        if kind is SectionKind.PREFERRED
        else {CriterionKind.ESSENTIAL, CriterionKind.GATE}
    )
    lines = {c.line for c in role.criteria if c.kind in wanted}
    return tuple(
        p
        for p in role.seen_by(audience)
        if p.line in lines and p.section_kind in (SectionKind.REQUIRED, SectionKind.PREFERRED)
    )
