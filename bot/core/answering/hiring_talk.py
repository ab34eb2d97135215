"""What a recruiter asks about the hiring itself, which no brief answers: whole messages only."""

import re
from enum import StrEnum

from bot.core.answering.about import Topic, topic_in


class HiringTopic(StrEnum):
    """What a recruiter wants to know or have done, beside the role."""

    HOW = "how to do something here"
    RANKING = "who is the best"
    DECIDING = "who decides"
    SIGN_OFF = "a sign-off that does not say of what"


_PEOPLE = r"(?:candidates?|applicants?|screenings?|people|person|one|them|fit)"
_PATTERNS = {
    HiringTopic.HOW: r"how (?:do|can|should|would) (?:i|we) (?:"
    r"(?:invite|approve|sign off|screen)\b.{0,60}|"
    r"(?:see|read|get|show|list) (?:a |the |all )?(?:summar(?:y|ies)|screenings?|kit).{0,40}|"
    r"(?:add|use|switch to|change) (?:a |the |another )?(?:new )?(?:role|brief)s?)|"
    r"how does (?:this|it) work",
    HiringTopic.RANKING: rf"(?:who|which(?: {_PEOPLE})?) (?:is|was|are|did) (?:the )?"
    rf"(?:best|strongest|weakest|worst|better)(?: {_PEOPLE})?(?: so far)?|"
    rf"(?:rank|sort|score) (?:the |all |all the |our )?{_PEOPLE}|"
    r"(?:who|whom) (?:should|would|do) (?:i|we|you) (?:hire|pick|choose|recommend|reject|decline)",
    HiringTopic.SIGN_OFF: r"(?:i )?approved?(?: it| this| them)?|sign (?:it |this )?off",
}
_TOPICS = {
    topic: re.compile(
        rf"(?:please |so |and |ok(?:ay)?,? )?(?:{pattern})(?: please)?", re.IGNORECASE
    )
    for topic, pattern in _PATTERNS.items()
}

_OF_THE_TEAM = re.compile(
    r"/?(?:please )?(?:invite (?!me\b|us\b)\S.{0,80}|(?:approve|sign off)(?: the)? kit|"
    r"(?:show(?: me)? |edit )?(?:the )?kit|(?:list |show )?(?:the |all )?(?:screenings|candidates)|"
    r"(?:decide|decision on|undo|tell|ask one more|not now|override|rate|note|reveal)"
    r"(?: candidate \w{2,16}| (?=\w{0,15}\d)\w{2,16}| (?-i:[A-Z]{3,16}))\b.*|"
    r"summary (?:(?:of|for) )?(?:candidate \w{2,16}|(?-i:[A-Z]{3,16}))|"
    r"(?:answer|correct|withdraw) #?\d{1,9}\b.*)",
    re.IGNORECASE | re.DOTALL,
)


def is_of_the_team(text: str) -> bool:
    """Whether a whole message is one of the team's instructions, as somebody else may try it."""
    return _OF_THE_TEAM.fullmatch(text.strip(" .!?…")) is not None


def hiring_topic(text: str) -> HiringTopic | None:
    """What a whole message asks about the hiring itself; None where it asks something else."""
    if topic_in(text) is Topic.DECIDES:
        return HiringTopic.DECIDING
    said = " ".join(text.split()).strip(" .!?…")
    return next((topic for topic, form in _TOPICS.items() if form.fullmatch(said)), None)
