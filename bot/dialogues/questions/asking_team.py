"""What the brief does not say: offers to ask the hiring team, and passes the question on."""

import re
from dataclasses import dataclass, replace

from bot.answers.likeness import in_context, same
from bot.answers.questions import trimmed
from bot.core.answering.answers import Answer
from bot.core.answering.question_changes import AskTeam
from bot.core.answering.questions import OPEN_AT_ONCE, Ask, Question, asked_in, cited
from bot.core.messages import (
    Aside,
    Block,
    Choice,
    Choices,
    Heading,
    Incoming,
    Items,
    Post,
    Quote,
    Text,
)
from bot.core.roles import Audience, Role
from bot.core.screening.utterances import Wish, wishes
from bot.core.wording import questions as words
from bot.dialogues.turn import Turn, turn
from bot.ports import Change, Conversation, Ports, Remember

OFFERED = "ask the team: "
"""How a chat's pending step begins where the team may be asked; the question follows."""

READ = 2_000
"""How many characters of a message are looked at; a question is cut far below that."""

_REQUEST = re.compile(
    r"(?:(?:please|ok(?:ay)?|yes|can you|could you)[ ,]*)*ask (?:the )?(?:hiring )?team"
    r"(?:[ ,]*(?:please|that))*(?: ?[.!]*|: ?(.*)| (.*\?))",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(
    r"^(?:(?:oh|and|so|well|also|but)[, ]+)?"
    r"(?:by the way|btw|(?:just )?(?:a |one )(?:quick |other |more )*question)[,:.;\s–-]+",
    re.IGNORECASE,
)
_YES = r"(?:yes|y|yep|yeah|yup|ok(?:ay)?|sure|of course|absolutely|go ahead|please)"
_DO = r"(?:ask (?:them|that)|do(?: it| that| so)?)"
_AGREES = re.compile(
    rf"(?:(?:{_YES}[ ,.!]*)+{_DO}?|{_DO})(?:[ ,]*(?:please|thanks|thank you))*[.! ]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks where, and about which role."""

    ports: Ports
    role: Role
    incoming: Incoming
    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Passed:
    """What follows from a question for the team: what is said, kept and posted."""

    said: tuple[Block, ...]
    changes: tuple[Change, ...] = ()
    posts: tuple[Post, ...] = ()


def offered(
    found: Answer, question: str, conversation: Conversation
) -> tuple[tuple[Block, ...], Conversation]:
    """The answer's blocks, with the offer where a person may know; the chat waits for a yes.

    The button names the question, so that one pressed days later asks what it stood under.
    """
    if not found.for_person:
        return found.blocks, replace(conversation, pending="")
    wanted = asked_in_words(in_context(question, conversation.questions))
    button = Choice(words.ASK_BUTTON, f"{OFFERED}{wanted}")
    kept = replace(conversation, pending=f"{OFFERED}{wanted}")
    return (*found.blocks, Text(words.OFFER), Choices((button,))), kept


def asked_in_words(question: str) -> str:
    """The question alone, in one line, no longer than a button may say."""
    alone = _IN_PASSING.sub("", trimmed(question), count=1) or question
    return " ".join(f"{alone[:1].upper()}{alone[1:]}".split())[:1_000]


def unasked(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The offer as no question, for a place where a yes already means something else."""
    offer = Text(words.OFFER)
    return tuple(Text(words.CAN_ASK) if block == offer else block for block in blocks)


def requested(text: str, pending: str) -> str | None:
    """The question that is to go to the team: named in the words, or offered just before.

    "" where somebody wants to ask and does not say what; None for any other message.
    """
    waiting = pending.removeprefix(OFFERED) if pending.startswith(OFFERED) else ""
    said = " ".join(text[:READ].split())
    found = _REQUEST.fullmatch(said)
    if found:
        return (found[1] or found[2] or "").strip() or waiting
    return waiting if waiting and _AGREES.fullmatch(said) else None


def declined(text: str, pending: str) -> bool:
    """Whether the offer is turned down."""
    return pending.startswith(OFFERED) and Wish.NO in wishes(text)


def passed_on(asking: Asking, question: str) -> Passed:
    """Pass a question on: a new one is posted, one that waits already gets one more who asks."""
    incoming = asking.incoming
    ask = asked_in(incoming, question, asking.conversation.screening, _pseudonym(asking))
    if not any(letter.isalnum() for letter in ask.text):
        return Passed((Text(words.ASK_WHAT),))
    known = asking.ports.questions.of(asking.role.id)
    answered = answered_before(known, ask.text, incoming.audience)
    if answered:
        return Passed(answered.blocks)
    mine = [one for one in known if one.open and _asked_here(one, incoming.conversation)]
    if any(same(ask.text, one.text) for one in mine):
        return Passed((Text(words.ASKED_ALREADY),))
    if len(mine) >= OPEN_AT_ONCE:
        return Passed((Text(words.TOO_MANY),))
    return _asked(asking, ask, known)


def _asked(asking: Asking, ask: Ask, known: tuple[Question, ...]) -> Passed:
    ports, role = asking.ports, asking.role
    quiet = () if ports.alerts(role.id) else (Aside(words.NO_CHANNEL),)
    said = (Text(words.asked(ask.text, ask.pseudonym)), *quiet)
    for one in known:
        if one.open and any(same(ask.text, other.text) for other in one.asks):
            return Passed(said, (AskTeam(one.number, role.id, ask, len(one.asks)),))
    number = ports.questions.fresh()
    incoming = asking.incoming
    blocks = post_blocks(number, role, ask)
    post = Post(f"{incoming.id}:question", role.id, ask.screening, incoming.at, blocks)
    return Passed(said, (AskTeam(number, role.id, ask),), (post,))


def post_blocks(number: int, role: Role, ask: Ask) -> tuple[Block, ...]:
    """A question as the hiring channel reads it."""
    return (
        Heading(words.title(number, role.title)),
        Text(words.wants_to_know(ask.who)),
        Quote(ask.text),
        Aside(words.how_to_answer(number)),
    )


def answered_before(
    known: tuple[Question, ...], question: str, audience: Audience
) -> Answer | None:
    """The team's answer to this very question, where this audience may see it."""
    for one in known:
        told = one.answer_for(audience)
        if told and any(same(question, ask.text) for ask in one.asks):
            return Answer(True, words.says(told.text), citations=(cited(told),))
    return None


def waiting(ports: Ports, role: Role, conversation: str) -> tuple[Block, ...]:
    """What the team has not answered yet of what was asked in this chat."""
    return tuple(
        Text(words.yours_waits(ask.text, ask.at))
        for one in ports.questions.of(role.id)
        if one.open
        for ask in one.asks
        if ask.conversation == conversation
    )


def asked_by(ports: Ports, role: Role, screening: str) -> tuple[Block, ...]:
    """What is kept of a candidate's questions for the team, for the candidate."""
    asked = questions_by(ports, role, screening)
    return (Text(words.YOURS), Items(asked)) if asked else ()


def questions_by(ports: Ports, role: Role, screening: str) -> tuple[str, ...]:
    """What a candidate asked the team, in their words."""
    known = ports.questions.of(role.id)
    return tuple(ask.text for one in known for ask in one.asks if ask.screening == screening)


def in_role_chat(asking: Asking) -> Turn | None:
    """The turn where a chat about a role asks the team, declines, or wants to know how it stands.

    None for any other message.
    """
    text, pending = asking.incoming.text, asking.conversation.pending
    done = _forgotten(asking.conversation)
    if Wish.STATUS in wishes(text):
        open_ones = waiting(asking.ports, asking.role, asking.conversation.id)
        return turn(open_ones, done) if open_ones else None
    if declined(text, pending):
        return turn((Text(words.NOT_ASKED),), done)
    question = requested(text, pending)
    if question is None:
        return None
    passed = passed_on(asking, question)
    return turn(passed.said, done, *passed.changes, posts=passed.posts)


def _asked_here(question: Question, conversation: str) -> bool:
    return any(ask.conversation == conversation for ask in question.asks)


def _pseudonym(asking: Asking) -> str:
    """How the team sees the candidate of this chat's screening; "" where there is none."""
    screened = asking.conversation.screening
    return asking.ports.screenings.state(screened).pseudonym if screened else ""


def _forgotten(conversation: Conversation) -> Remember:
    return Remember(replace(conversation, pending=""))
