"""What each clause of an answer is: own action, team action, plan, denial, …, told by its words."""

import re
from dataclasses import dataclass
from enum import StrEnum

from retrieval.splitting import sentences


class Cue(StrEnum):
    """What a clause says about work."""

    OWN_CASE = "own action"
    OWN_HABIT = "usual work"
    TEAM = "team action"
    OTHERS = "what others did"
    HYPOTHETICAL = "hypothetical or plan"
    DENIAL = "denial"
    ORDER = "instruction to the bot"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of the answer with what it says, and whether it names a situation or a result."""

    start: int
    end: int
    text: str
    cue: Cue
    situated: bool
    result: bool


_PAST = (
    r"(?:\w{2,}ed|built|wrote|rewrote|led|ran|cut|made|did|set|put|found|took|brought|"
    r"got|held|kept|drew|chose|taught|"
    r"sat|went|gave|sent|told|spent|began|dealt|drove|fought|grew|met|sold|spoke|stood|"
    r"thought|threw|understood|won|"
    r"bought|caught|fed|fell|felt|hid|hit|left|let|lost|paid|read|rebuilt|redrew|"
    r"ripped|said|saw|shut|split|stuck|swapped|"
    r"tore|undid|withdrew|woke|came|broke|laid|lent|rang|sang|shot|slid|sewed|swept)"
)
_PRESENT = (
    r"(?:put|make|build|write|do|take|go|find|move|stop|change|check|call|ask|tell|"
    r"explain|clean|prepare|teach|show|"
    r"give|bring|start|open|close|remove|delete|revoke|look|mark|test|train|help|run|"
    r"lead|cut|set|say|speak|use|work|"
    r"fix|repair|measure|count|order|plan|send|decide|create|design|install|replace|"
    r"add|reduce|keep|hold|see|get|come|sit|"
    r"talk|organi[sz]e|introduce|improve|correct|split|draw|note|report|wait|push|pull|"
    r"turn|bake|weigh|sign|read|let)"
)
_ADVERBS = (
    r"(?:\s+(?:then|also|first|just|only|finally|later|even|simply|quickly|myself|"
    r"personally|still|alone|\w+ly))*"
)
_OWN_PAST = re.compile(
    rf"\b(?:I|me and \w+|myself)\b(?:\s+and\s+\w+)?{_ADVERBS}\s+(?:have\s+|had\s+|"
    rf"'ve\s+)?{_PAST}\b|\bwas mine\b|\bmy own (?:part|bit)\b|I was the one who",
    re.IGNORECASE,
)
_OWN_PRESENT = re.compile(rf"\bI\b{_ADVERBS}\s+{_PRESENT}\b")
_SUBJECTLESS = re.compile(rf"^\W*(?:then |and |also |later )?{_PAST}\b(?!\s+by\b)", re.IGNORECASE)
_AFTER_AND = re.compile(rf"^\W*(?:and|then|,)\s*{_PAST}\b", re.IGNORECASE)
_HABIT = re.compile(
    r"\b(?:usually|always|every (?:day|week|month|quarter|year|time|shift|morning|term|"
    r"lesson)|daily|weekly|monthly|regularly|typically|"
    r"most of my|normally|often|each (?:day|week|month|term|shift|morning|time)|"
    r"whenever|day[- ]to[- ]day|routine(?:ly)?|in general|generally|"
    r"twice a (?:year|week|month)|for (?:\d+|\w+) years|(?:\d+|\w+) years of|over the "
    r"years|since (?:19|20)\d\d|on a normal|as a rule|"
    r"part of my (?:job|work|day|week)|look(?:ing)? after|responsible for)\b",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\b(?:we|our team|the team|us)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:he|she|they|colleagues?|my (?:boss|manager|lead|mentor|sister|brother|"
    r"teacher|chef|predecessor)|consultants?|vendor|"
    r"the (?:lead|architects?|engineers?|people|guys?|department|group|chef|nurse|"
    r"head)|somebody else|someone else|others)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:would|'d (?!had|been)|could|should|might|if i (?:were|was|had|got|joined|"
    r"get|am)|were i|imagine|suppose|ideally|"
    r"(?:plan|planning|hope|hoping|want|intend|wish|like|eager|keen|looking forward) "
    r"to|going to|i'?ll|will|learn(?:ing)?\b|studying|"
    r"course|exam|certif\w+ (?:is|in)|tutorial|chapter|reading about|i read|watched|"
    r"next (?:month|year|week|term)|soon|"
    r"one should|you should|best practice|the key is|it is important|in theory)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:never|not|no|nothing|none|neither|nor|without|haven'?t|hasn'?t|hadn'?t|"
    r"don'?t|didn'?t|doesn'?t|wasn'?t|isn'?t|aren'?t|"
    r"can'?t|cannot|couldn'?t|new to me|lack)\b",
    re.IGNORECASE,
)
_DENIES_WORK = re.compile(
    r"\b(?:i|me|my|mine|we)\b.{0,40}\b(?:never|not|n'?t|no|nothing|none)\b|\b(?:never|"
    r"not|no|nothing)\b.{0,50}\b(?:i|me|my|mine|we)\b|"
    r"^\W*(?:no|nope|never|not really|none|nothing)\b|new to me",
    re.IGNORECASE,
)
_DOUBLE = re.compile(
    r"\b(?:it'?s|it is) not (?:that|as if)\b.{0,30}\bnever\b|\bnot (?:un\w+|only|just|alone)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,50}\b(?:instructions?|rules?|"
    r"guidelines|rubric|above|previous|prompt)\b|"
    r"\b(?:system|assistant|developer|user)\s*:|</?\w+>|\b(?:rate|score|grade|mark|"
    r"record|set|give|add)\b.{0,40}\b(?:level|candidate|points?|"
    r"impact|highest|maximum|top|excellent|demonstrated|4)\b|as the recruiter|rubric "
    r"is void|dear (?:model|bot|ai)",
    re.IGNORECASE,
)
_SITUATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b|"
    r"\b(?:last|this|that|one|the same|first|second) (?:winter|summer|spring|autumn|"
    r"fall|year|month|week|night|evening|morning|day|time|shift|term|christmas|easter|"
    r"quarter|season|sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b|"
    r"\b(?:when|after|before|during|once|ago|because|until|at [A-Z]\w+|for [A-Z]\w+|in [A-Z]\w+)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\bfrom\b.{0,40}\bto\b.{0,20}|\b\d[\d.,]*\s?(?:%|percent|per cent)|\b(?:down|up|"
    r"dropped|fell|rose|cut|halved|doubled|tripled|reduced|saved|"
    r"gained|grew|improved|zero|fewer|faster|less|more|instead of|now)\b.{0,40}\d|"
    r"\d.{0,40}\b(?:less|fewer|more|faster|zero|instead of|now|"
    r"down|saved|gone)\b|\b(?:halved|doubled|tripled|not (?:one|a single)|none since|"
    r"two thirds|four fifths|half)\b|\bzero\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r";\s+|:\s+(?=I\b)|,?\s+(?:but|though|although|however|yet|whereas|while)\s+|"
    r",\s+(?=(?:I|we|they|he|she)\s)"
)


def clauses(answer: str) -> tuple[Clause, ...]:
    """The clauses of an answer, in order, each with what it is."""
    found: list[Clause] = []
    for sentence in sentences(answer):
        text = answer[sentence.start : sentence.end]
        pieces = [(0, len(text))] if _DOUBLE.search(text) else _pieces(text)
        for start, end in pieces:
            found.append(_clause(answer, sentence.start + start, sentence.start + end, found))
    return tuple(found)


def _pieces(text: str) -> list[tuple[int, int]]:
    cuts = [0]
    for split in _SPLIT.finditer(text):
        cuts += [split.start(), split.end()]
    cuts.append(len(text))
    return [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts), 2) if cuts[i + 1] > cuts[i]]


def _clause(answer: str, start: int, end: int, before: list[Clause]) -> Clause:
    text = answer[start:end]
    cue = _cue(text, before[-1].cue if before else Cue.OTHER)
    return Clause(
        start, end, text, cue, _SITUATED.search(text) is not None, _RESULT.search(text) is not None
    )


def _cue(text: str, before: Cue) -> Cue:
    if _ORDER.search(text):
        return Cue.ORDER
    if _DENIAL.search(text) and _DENIES_WORK.search(text) and not _DOUBLE.search(text):
        return Cue.DENIAL
    if _OWN_PAST.search(text) and not re.search(r"\b(?:would|if i)\b", text, re.I):
        return Cue.OWN_HABIT if _HABIT.search(text) else Cue.OWN_CASE
    if _HYPOTHETICAL.search(text):
        return Cue.HYPOTHETICAL
    return _doer(text, before)


def _doer(text: str, before: Cue) -> Cue:
    """Who acts in a clause that is neither denied nor imagined."""
    if _OWN_PRESENT.search(text):
        return Cue.OWN_HABIT
    if _SUBJECTLESS.match(text) and not _OTHERS.match(text):
        return Cue.OWN_CASE if before is not Cue.OTHERS else Cue.OTHERS
    if _TEAM.search(text):
        return Cue.TEAM
    if _OTHERS.search(text):
        return Cue.OTHERS
    if re.search(r"\bmy (?:work|job|task|part|day|days|team)\b|\bI(?:'m| am)\b", text):
        return Cue.OWN_HABIT
    return Cue.OTHER
