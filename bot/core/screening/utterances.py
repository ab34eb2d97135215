"""What a person means by a message: the few things that are said the same way everywhere.

Only whole messages count as an instruction ("skip", "I'd like to pause"), so that an answer that
happens to hold the word is still an answer.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Wish(StrEnum):
    """An instruction to the bot."""

    YES = "yes"
    NO = "no"
    SKIP = "skip"
    SKIP_REST = "skip the rest"
    USE = "use it"
    MORE = "more"
    REPEAT = "repeat"
    CLARIFY = "clarify"
    PAUSE = "pause"
    RESUME = "resume"
    UNREMINDED = "no reminders"
    PERSON = "person"
    ANOTHER_WAY = "another way"
    SOONER = "start sooner"
    WITHDRAW = "withdraw"
    REVIEW = "review"
    STATUS = "status"
    DATA = "my data"
    DATA_FILE = "my data as a file"
    ERASE = "erase"
    HELP = "help"
    SEND = "send"
    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"


@dataclass(frozen=True, slots=True)
class Change:
    """A wish to change an answer: to a question by its number (from 1), or to a gate by its letter.

    `gate` is 0 where a question is meant; A is gate 1. `answer` is "" where it is still to come.
    With `adds` it goes behind what was said before instead of into its place.
    """

    number: int
    answer: str
    gate: int = 0
    adds: bool = False


_POLITE = (
    r"(?:(?:please|pls|ok(?:ay)?|hi|hello|hey|sorry|um+|well|so|actually|thanks|and|now|just|"
    r"i think|i guess|let'?s|can we|can you|could you|could we|can i|could i|may i|i want to|"
    r"i'?d like to|i would like to|i need to|i'?ll|i will|i'?m going to|let me|we can)[ ,]*)*"
)
_TRAIL = r"(?:,? (?:please|pls|now|then|thanks|thank you|for now|instead|for me))*"
_PATTERNS: dict[Wish, str] = {
    Wish.YES: r"(?:yes|y|yep|yeah|yup|sure|ok|okay|agreed?|i agree|i consent|i accept|accept|"
    r"yes i (?:agree|consent|do|accept)|go ahead|start|begin|let'?s (?:go|start|begin|do it)|"
    r"sounds good|fine(?: with me| by me)?|of course|absolutely|yes,? (?:let'?s|start).*|"
    r"i'?m ready|ready)",
    Wish.NO: r"(?:no|n|nope|nah|no thanks|no thank you|i (?:do not|don'?t) (?:agree|consent|"
    r"want to)"
    r"|not (?:now|really)|rather not|i'?d rather not)",
    Wish.SKIP: r"(?:skip(?: (?:it|this|that|this one|that one|this question|the question))?|pass|"
    r"next(?: (?:one|question))?|move on|no comment|prefer not to (?:say|answer)|"
    r"i(?:'?d)? (?:rather|prefer)(?: to)? not (?:to )?(?:say|answer)(?: that| this)?|"
    r"i (?:do not|don'?t) want to answer(?: (?:that|this|it|this one))?)",
    Wish.SKIP_REST: r"skip (?:all|everything|the rest|the others|them all|all of them|all the "
    r"(?:other|remaining|rest).*|(?:the )?(?:other|remaining) questions)",
    Wish.USE: r"(?:use (?:it|that|this|what i (?:said|wrote)(?: before)?)|keep (?:it|that)|"
    r"take (?:it|that)(?: as my answer)?|(?:same|as) (?:as )?before|same answer)",
    Wish.MORE: r"(?:more(?: to come| follows| is coming)?|"
    r"there(?:'s| is| will be)(?: still)? more(?: to come)?|to be continued|"
    r"(?:in |write (?:in )?|send )?(?:several|a few|more|multiple) messages|"
    r"(?:i'?m )?not (?:done|finished|ready)(?: yet)?|one (?:moment|second|sec|minute)|"
    r"(?:wait|hold on)(?: a (?:moment|second|sec|minute))?|give me a (?:moment|second|minute)|"
    r"(?:let me )?(?:think|finish)(?: about (?:it|that|this))?|one more thing|i'?m (?:still )?"
    r"(?:writing|typing|thinking))",
    Wish.REPEAT: r"(?:repeat(?: (?:it|that|the question|the last question))?|say (?:it|that) again|"
    r"again|come again|what was the question(?: again)?|what did you ask(?: me)?|"
    r"where were we|sorry\??|pardon)",
    Wish.CLARIFY: r"(?:what do you mean(?: by (?:that|this|it))?|clarify|explain(?: (?:it|that|the "
    r"question))?|"
    r"i (?:do not|don'?t) (?:understand|get it|get the question)(?: the question| this|"
    r" that| it)?|"
    r"not sure what you mean|huh|what|give me an example|(?:an )?example)",
    Wish.PAUSE: r"(?:pause(?: (?:it|this|here))?|stop(?: here)?|take a break|a break|break|"
    r"continue later|"
    r"(?:do|finish) (?:it|this|that) later|later|not now|come back (?:later|tomorrow)|"
    r"i (?:have to|need to|must|gotta|got to) (?:go|leave|stop|run)|brb|pause .{0,30}later)",
    Wish.RESUME: r"(?:resume|continue|carry on|go on|i'?m back|back|back again|where were we)",
    Wish.UNREMINDED: r"(?:no (?:more )?reminders?|stop reminding me|"
    r"stop (?:the |sending (?:me )?)?reminders?|"
    r"(?:do not|don'?t) remind me(?: (?:again|any ?more))?|unsubscribe)",
    Wish.PERSON: r"(?:(?:talk|speak|chat)(?: to| with)? (?:a |an |some )?(?:person|human|somebody|"
    r"someone|recruiter|"
    r"real person|real human|agent)|(?:a |an )?(?:person|human|recruiter|real person|real human)|"
    r"get me (?:a |an )?(?:person|human|recruiter).*|(?:a )?person instead|"
    r"(?:i )?(?:want|need|prefer) (?:a |an )?(?:person|human|real person|recruiter)|"
    r"i(?: would|'d) (?:rather|prefer to) (?:talk|speak) (?:to|with) (?:a |an |some)"
    r"(?: ?person|human|body|one|real person|recruiter)(?: instead)?|"
    r"ask (?:the )?(?:team|recruiter))",
    Wish.ANOTHER_WAY: r"(?:(?:i(?:'d| would)? (?:prefer|choose|like|want) |choose |take )?"
    r"(?:another|an? (?:alternative|different|other)|alternative|(?:some )?other) (?:way|process|"
    r"selection process)(?: (?:to|than) this(?: chat)?)?|opt out(?: of (?:this|the)(?: chat| "
    r"screening| program| tool)?)?)",
    Wish.SOONER: r"(?:(?:start|begin) (?:sooner|earlier|without waiting)|(?:i )?(?:do not|don'?t) "
    r"(?:want to )?wait|skip the (?:notice|wait|waiting)|waive(?: (?:it|the notice))?|"
    r"without waiting)",
    Wish.WITHDRAW: r"(?:withdraw(?: (?:my application|from (?:this|the screening|the process)))?|"
    r"i (?:withdraw|quit|give up)|quit|cancel(?: my application)?|"
    r"i'?m (?:no longer|not) interested(?: any ?more)?|stop the screening|end the screening)",
    Wish.REVIEW: r"(?:review|(?:show|see|read|check)(?: me)? my answers|my answers|summary|"
    r"(?:go )?back|(?:change|correct) (?:my|an|the)(?: last)? answers?|edit)",
    Wish.STATUS: r"(?:status|how (?:far|long|many)(?: .{0,40})?(?:left|to go|are we)|progress|"
    r"how many (?:more )?questions(?: are left)?|where am i)",
    Wish.DATA: r"(?:(?:show|see|send|get|export|download)(?: me)? my data|my data|"
    r"what do you (?:store|know|keep|have)(?: about me| on me)?)",
    Wish.DATA_FILE: r"(?:(?:get|send|give|take|show)(?: me)? )?(?:my data|it|everything) as a "
    r"(?:file|download)|(?:export|download|take along|save)(?: (?:all )?my data)(?: as a file)?",
    Wish.ERASE: r"(?:(?:erase|delete|remove|forget)(?: (?:all )?my (?:data|answers|information)| "
    r"me| everything|"
    r" it all)?|yes,? erase(?: everything| my data| it)?)",
    Wish.HELP: r"(?:help|\?+|what can (?:i|you) (?:do|say|ask)|options|menu|commands)",
    Wish.SEND: r"(?:send(?: (?:it|them|my answers|this|that))?|submit(?: (?:it|them))?|done|"
    r"finish(?:ed)?|"
    r"i'?m done|that'?s (?:it|all)|looks good|all good|confirm|correct|that'?s (?:right|correct))",
    Wish.GREETING: r"(?:hi+|hello+|hey+|good (?:morning|afternoon|evening)|hiya|howdy|hola|"
    r"greetings|"
    r"hi there|hello there|hey there|how are you(?: doing)?(?: today)?)",
    Wish.FAREWELL: r"(?:bye(?: bye)?|good ?bye|good ?night|see you(?: (?:later|soon|then|tomorrow|"
    r"on \w+))?|(?:talk|speak|until|till) (?:to you )?(?:later|soon|tomorrow)|cu|ciao|"
    r"(?:i(?:'ll| will) )?(?:be|come) back (?:later|tomorrow|soon|on \w+))",
    Wish.THANKS: r"(?:thanks?|thank you(?: (?:so|very) much)?|thx|ty|cheers|great,? thanks?|many "
    r"thanks|"
    r"got it|nice|cool|great|perfect|awesome|ok thanks?)",
}
_WISHES = {
    wish: re.compile(rf"{_POLITE}{pattern}{_TRAIL}", re.IGNORECASE)
    for wish, pattern in _PATTERNS.items()
}
_CHANGE = re.compile(
    rf"\s*{_POLITE}(?:change|correct|edit|redo|replace|answer)(?: my)?(?: answer(?: to)?)?"
    r"(?: question| q| number| no\.?)? ?#?(?:(\d{1,2})\b|([a-f])(?=\s*(?:[:.?!]|$)))"
    r"[\s:,–-]*(?:to[\s:]+)?(.*)",
    re.IGNORECASE | re.DOTALL,
)

_ADDITION = re.compile(
    rf"\s*{_POLITE}add(?: (?:it|this|that|the following))? to(?: my)?(?: answer(?: to)?)?"
    r"(?: question| q| number| no\.?)? ?#?(\d{1,2})\b[\s:,–-]*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(
    r"\s*(?:(?:oh|ah|ok|sorry|well),? )?(?:and|also|plus|additionally|furthermore|in addition|"
    r"p\.?s\.?|to add to (?:that|this|my)|adding to|one more thing|(?:what )?i (?:also )?forgot|"
    r"forgot to (?:say|add|mention)|i (?:should|wanted to) (?:also )?(?:add|mention))\b",
    re.IGNORECASE,
)


def wishes(text: str) -> frozenset[Wish]:
    """Every wish the whole message can stand for; what it means depends on the place."""
    said = re.sub(r"\s+", " ", text.strip().replace("’", "'"))
    said = said.strip(" .!…,*_`\"'")
    said = said if set(said) <= {"?"} else said.rstrip("?").strip(" .!…,*_`\"'")
    if len(said) > 80:
        return frozenset()
    return frozenset(wish for wish, pattern in _WISHES.items() if pattern.fullmatch(said))


def change(text: str) -> Change | None:
    """ "Change 2: I led it", "correct my answer to question 3", "add to 2: …": which, and what."""
    added = _ADDITION.fullmatch(text)
    if added:
        return Change(int(added[1]), added[2].strip(), adds=True)
    found = _CHANGE.fullmatch(text)
    if found is None:
        return None
    new = found[3].strip(" ?.!") if len(found[3]) < _CLOSING else found[3].strip()
    if found[2]:
        return Change(0, new, ord(found[2].lower()) - ord("a") + 1)
    return Change(int(found[1]), new)


def goes_on(text: str) -> bool:
    """Whether the words begin as what goes on with something said before: "And I also …"."""
    return _GOES_ON.match(text) is not None


_CLOSING = 3
"""So little behind the number is how a request ends, and no answer."""


_AFFIRMS = re.compile(
    r"\s*(?:yes|yep|yeah|yup|y|sure|of course|certainly|i (?:do|have|am|hold|"
    r"can))\b(?!.*\b(?:not|no|but|expired|until)\b)",
    re.IGNORECASE | re.DOTALL,
)
_DENIES = re.compile(
    r"\s*(?:no|nope|nah|n|not yet|i (?:do not|don'?t|have not|haven'?t|am not|cannot|"
    r"can'?t))\b(?!.*\bbut\b)",
    re.IGNORECASE | re.DOTALL,
)


def affirms(words: str) -> bool:
    """Whether the words are a plain yes, with no "but" behind it."""
    return _AFFIRMS.match(words.replace("’", "'")) is not None


def denies(words: str) -> bool:
    """Whether the words are a plain no, with no "but" behind it."""
    return _DENIES.match(words.replace("’", "'")) is not None
