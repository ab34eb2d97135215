"""Questions about the screening itself, which no brief answers: whole messages, in plain forms."""

import re
from enum import StrEnum


class Topic(StrEnum):
    """What somebody wants to know about the screening."""

    PURPOSE = "purpose"
    READERS = "readers"
    DECIDES = "decides"
    LENGTH = "length"
    PROGRAM = "program"
    RATED = "rated"
    VOLUNTARY = "voluntary"
    KEPT = "kept"
    ADJUSTMENT = "adjustment"


_THIS = r"(?:this|it|that|the screening|this screening|the chat|this chat|the interview)"
_HEALTH = (
    r"(?:dyslexi[ac]|dyspraxi[ac]|dyscalculi[ac]|autistic|autism|adhd|add|disabled|deaf|blind|"
    r"hard of hearing|hearing[- ]impaired|visually impaired|partially sighted|(?:a |an )?\w*[ -]?"
    r"(?:disability|impairment|stammer|stutter|tremor)|a chronic (?:illness|condition)|rsi)"
)
_NEEDED = (
    r"(?:(?:some |a bit |a little )?(?:more|extra|additional) time|"
    r"an? (?:reasonable )?(?:accommodation|adjustment)|"
    r"(?:any |some )?(?:reasonable (?:accommodations?|adjustments?)|accommodations|adjustments)|"
    r"(?:an? )?(?:other|another|different|accessible|easier|larger|large[- ]print) "
    r"(?:format|form|version|print|way(?: to answer)?)|help (?:with )?(?:reading|writing|typing)|"
    r"a screen ?reader|an interpreter|somebody to (?:help me|type|write)(?: .{0,30})?)"
)
_BECAUSE = rf"(?:i(?:'m| am| have|'ve got) {_HEALTH}|i use {_NEEDED})"
_ANSWERS = r"(?:(?:all )?(?:this|that|it|my answers?|my words|what i (?:say|write)))"
_PATTERNS = {
    Topic.PURPOSE: rf"(?:what(?:'s| is| are)? {_THIS}?(?: (?:questions|all))?(?: \w+)? ?for|"
    r"what for|"
    rf"why|why (?:do you|should you|are you) ask(?:ing)?(?: me)?(?: {_THIS}| that)?|"
    rf"why should i(?: do {_THIS}| answer(?: {_THIS})?)?|what(?:'s| is) the (?:point|purpose)"
    rf"(?: of {_THIS})?|what(?:'s| is) {_THIS}(?: about)?)",
    Topic.READERS: rf"who (?:will |can |is going to )?(?:reads?|sees?|gets?)(?: to see)? "
    rf"{_ANSWERS}|"
    rf"who(?:'s| is) reading {_ANSWERS}|is {_THIS} (?:private|confidential|anonymous)",
    Topic.DECIDES: r"who decides(?: (?:about me|on me|that|this|in the end))?|"
    r"do you decide(?: .*)?|"
    r"(?:will|can|do) you reject (?:me|people)|does (?:a|the) (?:bot|program|machine) decide.*",
    Topic.LENGTH: rf"how (?:long|much time) (?:does|will|is) {_THIS}(?: \w+){{0,3}}|"
    r"how long|how much time (?:do i need|will i need)",
    Topic.PROGRAM: r"are you (?:a |an )?(?:real )?(?:bot|robot|human|person|ai|machine|program|"
    r"real|chatbot)(?: person)?|am i (?:talking|speaking|writing) (?:to|with) (?:a |an )?"
    r"(?:bot|robot|human|person|machine|program|ai|real person)|who are you|what are you|"
    r"is (?:this|there) (?:a )?(?:bot|robot|(?:real )?(?:person|human))(?: here| there)?",
    Topic.RATED: r"(?:how (?:am i|are (?:my|the) answers|is (?:this|it|my answer)|do you|will you) "
    r"(?:be )?(?:rate|scor|assess|grad|judg|evaluat)\w*(?: .{0,30})?|what are you looking for|"
    r"what do you look (?:for|at)|is there a score|do i get (?:a score|points))",
    Topic.VOLUNTARY: r"(?:do i have to(?: (?:do|answer) .{0,20})?|is (?:this|it) (?:mandatory|"
    r"required|voluntary|optional)|what if i (?:say no|do not|don'?t|refuse|decline)(?: .{0,20})?|"
    r"what happens if i (?:say no|do not|don'?t|refuse|decline|skip)(?: .{0,20})?)",
    Topic.KEPT: rf"what (?:happens|do you do) (?:to|with) (?:my (?:data|answers|words)|{_ANSWERS})|"
    rf"(?:is|are) (?:{_THIS}|my answers) (?:being )?(?:recorded|stored|saved|kept)|"
    r"how long (?:do you|will you|is it) (?:keep|kept|store)(?: .{0,20})?",
    Topic.ADJUSTMENT: rf"(?:{_BECAUSE}(?:,? (?:and|so|but))? )?(?:i (?:will |would |do )?need|"
    rf"i(?:'d| would) (?:like|need)|(?:can|could|may) i (?:have|get|use|ask for)|"
    rf"(?:do|can|could) you (?:have|make|offer|give me|provide)|are there|is there) {_NEEDED}"
    rf"(?:,? (?:please|here|(?:for|to|with|because|as|since|and|in order|due) .{{0,60}}|"
    rf"{_BECAUSE}))?|{_BECAUSE}(?:,? and (?:i )?(?:use|need) {_NEEDED})?|"
    r"(?:can|could|may) (?:i|we) (?:do|answer) (?:this|it|that|the screening|these)"
    r"(?: questions)? (?:by (?:phone|voice|post)|on the phone|aloud|in (?:person|writing))",
}
_OPENING = r"(?:(?:and|but|so|ok(?:ay)?|well|hi|hello|wait|sorry|um+|yes|maybe)[ ,]+)*"
_TOPICS = {
    topic: re.compile(rf"{_OPENING}(?:{pattern})", re.IGNORECASE)
    for topic, pattern in _PATTERNS.items()
}


def topic_in(text: str) -> Topic | None:
    """What a whole message asks about the screening; None where it asks something else."""
    said = re.sub(r"\s+", " ", text.replace("’", "'")).strip(" .!?…")
    for topic, pattern in _TOPICS.items():
        if pattern.fullmatch(said):
            return topic
    return None
