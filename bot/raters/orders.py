"""Text that speaks to the bot or about the rating: never evidence, so taken out before reading."""

import re

_GOAL = r"(?:ratings?|scores?|grades?|marks?|levels?|points?|stars?|verdict|evaluation)"
_TOP = (
    r"(?:highest|maximum|max|top|full|best|perfect|excellent|outstanding|demonstrated(?: with impact)?"
    r"|level (?:\d|three|four|five)|[345]\s?(?:/|out of)\s?[345])"
)
_ORDERS = re.compile(
    r"\b(?:ignore|disregard|override|overrule|bypass|delete|forget|skip|suspend)\b.{0,20}\b(?:all|any|"
    r"your|the|every|previous|prior|earlier|above|these)\b.{0,40}\b(?:instructions?|rules?|"
    r"guidelines?|rubrics?|prompts?|checks?|criteria|anchors?|messages?|text|answers?|wrote)\b"
    r"|(?:^|[\[(<{\"'*#|]\s*)(?:system|assistant|developer|user|admin|recruiter|rater|evaluator|grader|human|ai|"
    r"bot|note to (?:the )?[\w ]{2,20}|output|override|instructions?)\s*(?:prompt|message|note|override|"
    r"update|reader)?\s*(?::|>|=|\]|\|)"
    r"|</?\|?\s*(?:system|assistant|user|answer|candidate|instructions?|inst|im_start|im_end|score|"
    r"rating|level)\b|\[/?(?:inst|system|assistant|user|admin)\]|```|[{,]\s*[\"']\w+[\"']\s*:"
    rf"|\b(?:rate|score|grade|mark|evaluate|assess|judge|treat|count|classify)\b.{{0,40}}\b(?:this|me|my|it|"
    rf"the|candidate|applicant|as)\b.{{0,40}}\b{_TOP}\b"
    rf"|\b(?:give|award|set|record|enter|copy|return|print|assign|select|grant|output|respond|reply|"
    rf"write|add|select)\b.{{0,60}}\b{_TOP}[\s\"'”]*(?:{_GOAL}|\d)?\b.{{0,30}}(?:$|\b(?:{_GOAL}|me|candidate|applicant|"
    r"answer|criterion|summary|wins?)\b)"
    rf"|\b{_TOP}\b (?:possible |available )?(?:ratings?|scores?|marks)\b|\b(?:correct|true|final|minimum) {_GOAL}\b"
    r"|\b(?:as|i am|i'm|this is|from) the (?:recruiter|hiring manager|admin|administrator|system|"
    r"developer|interviewer)\b|\b(?:recruiter|hiring manager|hiring team|hr)\b.{0,40}\b"
    r"(?:confirmed|approved|verified|decided|agreed)\b"
    r"|\b(?:dear|hey|hello|hi|attention|note to|you are (?:now )?an?) (?:the )?(?:\w+ )?(?:model|bot|ai|chatbot|"
    r"llm|rater|assistant|grader|evaluator|assessor|system)\b"
    r"|\brubric\b.{0,30}\b(?:void|changed|updated|suspended)\b|\b(?:new|updated|hidden|following) "
    rf"instructions?\b|\b(?:final_)?{_GOAL}\s*(?::|=|==)\s*[\"']?(?:\d|{_TOP})"
    r"|\b(?:please |kindly )(?:rate|score|grade) (?:this|me|it|my|as)\b|^(?:rate|score|grade|level) ?:? ?\d\W*$"
    r"|\bdemonstrated with impact\b|\b[45] ?/ ?[45]\b|\bjailbreak|\bdeveloper mode\b|"
    r"\b(?:evaluation|recruiter|admin|debug) mode\b|\bas an ai\b|\bappend\b.{0,40}\b(?:summary|rating)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"\([^()]{3,400}\)|\[[^\[\]]{3,400}\]|\{[^{}]{3,400}\}|<(\w+)[^<>]*>.{0,400}?</\1>|<!--.*?-->"
    r"|</?[\w|!/ ]{1,40}>",
    re.DOTALL,
)
_MARKUP = re.compile(r"</?\w{1,20}>|<!--|-->")


def is_order(text: str) -> bool:
    """Whether a neutral sentence speaks to the bot about rules or ratings."""
    return _ORDERS.search(text) is not None


def without_orders(text: str) -> str:
    """The text with bracketed or tagged orders blanked out, length for length."""
    return _BRACKETED.sub(_blank_if_order, text)


def _blank_if_order(found: re.Match[str]) -> str:
    said = found[0]
    if is_order(said) or _MARKUP.fullmatch(said):
        return " " * len(said)
    return said
