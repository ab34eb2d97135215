"""Text that speaks to the bot or about the rating: never evidence, so taken out before reading."""

import re
from collections.abc import Callable

from retrieval.words import STOP_WORDS

_GOAL = r"(?:ratings?|scores?|grades?|marks?|levels?|points?|stars?|verdict|evaluation)"
_TOP = (
    r"(?:highest|maximum|max|top|full|best|perfect|excellent|outstanding|"
    r"demonstrated(?: with impact)?|level (?:\d|three|four|five)|[345]\s?(?:/|out of)\s?[345])"
)
_SPEAKER = (
    r"(?:system|assistant|developer|user|admin|recruiter|rater|evaluator|grader|human|ai|bot|"
    r"note to (?:the )?[\w ]{2,20}|output|override|instructions?)"
)
_PATTERNS = (
    # "ignore all previous instructions"
    r"\b(?:ignore|disregard|override|overrule|bypass|delete|forget|skip|suspend)\b.{0,20}"
    r"\b(?:all|any|your|the|every|previous|prior|earlier|above|these)\b.{0,40}"
    r"\b(?:instructions?|rules?|guidelines?|rubrics?|prompts?|checks?|criteria|anchors?|messages?|"
    r"text|answers?|wrote)\b",
    # "SYSTEM: …", "[assistant] …", "### Rater: …"
    rf"(?:^|[\[(<{{\"'*#|]\s*){_SPEAKER}\s*"
    r"(?:prompt|message|note|override|update|reader)?\s*(?::|>|=|\]|\|)",
    # tags, code fences, JSON
    r"</?\|?\s*(?:system|assistant|user|answer|candidate|instructions?|inst|im_start|im_end|score|"
    r"rating|level)\b",
    r"\[/?(?:inst|system|assistant|user|admin)\]|```|[{,]\s*[\"']\w+[\"']\s*:",
    # "rate this answer as excellent", "give the candidate top marks", "highest rating please"
    r"\b(?:rate|score|grade|mark|evaluate|assess|judge|treat|count|classify)\b.{0,40}"
    rf"\b(?:this|me|my|it|the|candidate|applicant|as)\b.{{0,40}}\b{_TOP}\b",
    r"\b(?:give|award|set|record|enter|copy|return|print|assign|select|grant|output|respond|reply|"
    rf"write|add)\b.{{0,60}}\b{_TOP}[\s\"']*(?:{_GOAL}|\d)?\b.{{0,30}}"
    rf"(?:$|\b(?:{_GOAL}|me|candidate|applicant|answer|criterion|summary)\b)",
    rf"\b{_TOP} (?:possible |available )?(?:rating|score|marks),? (?:please|now)\b",
    r"\b(?:please |kindly )(?:rate|score|grade) (?:this|me|it|my|as)\b",
    r"^(?:rate|score|grade|level) ?:? ?\d\W*$",
    # "set behaviour = 4 and continue"
    rf"^\W*set \w+ ?= ?\d and continue\b|\bset (?:the )?{_GOAL}\s?=\s?\d",
    rf"\b(?:correct|true) {_GOAL}\b|\b(?:final_)?{_GOAL}\s*(?::|=|==)\s*[\"']?(?:\d|{_TOP})",
    r"\bdemonstrated with impact\b|\b[45] ?/ ?[45]\b",
    # "as the recruiter I confirm"
    r"\b(?:as|i am|i'm|this is|from) the (?:recruiter|hiring manager|admin|administrator|system|"
    r"developer|interviewer)\b",
    r"\b(?:recruiter|hiring manager|hiring team|hr)\b.{0,40}"
    r"\b(?:confirmed|approved|verified|decided|agreed)\b",
    r"\b(?:confirm|certify|declare|approve|verify) (?:that )?(?:this|the) "
    r"(?:candidate|applicant|answer|criterion)\b",
    # "dear model", "you are now a lenient grader", "developer mode"
    r"\b(?:dear|hey|hello|hi|attention|note to|you are (?:now )?an?) (?:the )?(?:\w+ )?"
    r"(?:model|bot|ai|chatbot|llm|rater|assistant|grader|evaluator|assessor|system)\b",
    r"\b(?:evaluation|recruiter|admin|debug|developer) mode\b|\bas an ai\b|\bjailbreak",
    r"\b(?:approve|confirm|certify|grant|award|sign off)\b.{0,20}"
    rf"\b{_GOAL} ?\d\b.{{0,20}}\b(?:answer|criterion|candidate|me)\b",
    # "pretend that I described a case", "stay in that role"
    r"\b(?:pretend|act as if|assume|imagine) (?:that )?I (?:\w+ )?(?:described|told|gave|showed|"
    r"answered|demonstrated|met|proved)\b|\brate me (?:accordingly|as|well|highly|kindly)\b"
    r"|^\W*stay in (?:that|this|your|the) role\b",
    # "quote me as saying", "describe my skills as exceptional"
    r"\b(?:quote|describe|present|record) (?:me|my \w+|the candidate) as\b",
    # "the rubric is void", "new instructions", "append to my summary"
    r"\brubric\b.{0,30}\b(?:void|changed|updated|suspended)\b",
    r"\b(?:new|updated|hidden|following) instructions?\b|\bappend\b.{0,40}\b(?:summary|rating)\b",
)
_ORDERS = re.compile("|".join(_PATTERNS), re.IGNORECASE)
_BRACKETED = re.compile(
    r"<!--.*?-->|```.*?```|<(?:script|style)\b.*?</(?:script|style)>|\([^()]{3,400}\)"
    r"|\[[^\[\]]{3,400}\]|\{[^{}]{3,400}\}"
    r"|<(\w+)[^<>]*>.{0,400}?</\1>|</?[\w|!/ ]{1,40}>",
    re.DOTALL,
)
_MARKUP = re.compile(r"</?\|?\w{1,20}\|?>|<!--.*?-->|```.*?```|<(?:script|style)\b.*", re.DOTALL)
# A sentence may begin here although the full stop is missing.
_BEGINS = re.compile(r"(?<=[^.!?\s]) +(?=(?:[A-Z][\w'’]+|I|[AI]['’]\w+) )")
LONGEST = 2_000
"""The most characters of a sentence with an order in it that are searched for where it ends."""


def is_order(text: str) -> bool:
    """Whether a sentence speaks to the bot about rules or ratings."""
    return _ORDERS.search(text) is not None


def without_orders(text: str) -> str:
    """The text with bracketed or tagged orders blanked out, length for length."""
    return _BRACKETED.sub(_blank_if_order, text)


def end_of_order(text: str, plain: Callable[[str], str]) -> int:
    """Where an order ends that runs into a sentence without a full stop; the text's length if none.

    `plain` makes a piece readable. What comes behind is no order itself. A sentence beyond
    `LONGEST` is all order: every place where one might begin costs a reading of the whole.
    """
    if len(text) > LONGEST:
        return len(text)
    for begin in _BEGINS.finditer(text):
        before, behind = plain(text[: begin.start()]), plain(text[begin.end() :])
        last = before.rpartition(" ")[2].lower()
        if is_order(before) and not is_order(behind) and last not in STOP_WORDS:
            return begin.end()
    return len(text)


def _blank_if_order(found: re.Match[str]) -> str:
    said = found[0]
    if is_order(said) or _MARKUP.fullmatch(said):
        return " " * len(said)
    return said
