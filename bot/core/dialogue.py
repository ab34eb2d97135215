"""What the bot says next in a screening: pure, from where it stands to blocks."""

from typing import assert_never

from bot.core.decisions import AtEnd, AtGate, AtNotice, AtQuestion, AtReview, place
from bot.core.kits import Kit
from bot.core.messages import Aside, Block, Choice, Choices, Heading, Items, Quote, Text
from bot.core.screening import Screening, Stage
from bot.core.wording import screening as words

YES = Choice("Yes, start", "yes", primary=True)
NO = Choice("No, thank you", "no")
PERSON = Choice("Talk to a person", "person")
SKIP = Choice("Skip", "skip")
PAUSE = Choice("Pause", "pause")
CONTINUE = Choice("Continue", "continue", primary=True)
SEND = Choice("Send my answers", "send", primary=True)


def next_blocks(kit: Kit, screening: Screening) -> tuple[Block, ...]:
    """What is asked where the screening stands. The same state always gives the same blocks."""
    if screening.open and screening.paused:
        return (Text(words.STILL_PAUSED), Choices((CONTINUE,)))
    here = place(kit, screening)
    match here:
        case AtNotice():
            return _notice(kit)
        case AtGate(gate):
            return (Text(gate.text), Choices((SKIP, PERSON)))
        case AtQuestion():
            return _question(kit, screening, here)
        case AtReview():
            return (
                Text(words.REVIEW_INTRO),
                *answers(kit, screening),
                Text(words.REVIEW_ASK),
                Choices((SEND, PERSON)),
            )
        case AtEnd():
            withdrawn = screening.stage is Stage.WITHDRAWN
            return (Text(words.ENDED_WITHDRAWN if withdrawn else words.ENDED),)
        case _:
            assert_never(here)


def _notice(kit: Kit) -> tuple[Block, ...]:
    hello, length = words.notice(kit.role_title, len(kit.questions), kit.minutes)
    return (
        Text(hello),
        Text(length),
        Items(words.NOTICE_POINTS),
        Text(words.CONSENT_QUESTION),
        Choices((YES, NO, PERSON)),
    )


def _question(kit: Kit, screening: Screening, here: AtQuestion) -> tuple[Block, ...]:
    if here.probing:
        rating = (screening.given[here.question.id])[-1].rating
        missing = rating.missing if rating else None
        text = here.question.probe(missing) if missing else here.question.text
        return (Text(text), Choices((SKIP, PAUSE)))
    asked = Text(words.question(here.number, len(kit.questions), here.question.text))
    hint = (Aside(words.FIRST_HINT),) if here.number == 1 else ()
    return (asked, *hint, Choices((SKIP, PAUSE, PERSON)))


def answers(kit: Kit, screening: Screening) -> tuple[Block, ...]:
    """The candidate's own answers, each under its question's number and topic."""
    blocks: list[Block] = []
    for number, question in enumerate(kit.questions, 1):
        given = screening.latest(question.id)
        if given is None:
            continue
        blocks.append(Heading(f"{number}. {question.criterion.text}"))
        blocks.append(Quote(given.answer) if given.answer else Text(words.DECLINED))
    return tuple(blocks)


def everything_kept(kit: Kit, screening: Screening) -> tuple[Block, ...]:
    """All that is kept about the candidate, for the candidate."""
    gates = tuple(
        Text(f"{gate.text} {screening.gates[gate.id].words or words.DECLINED}")
        for gate in kit.gates
        if gate.id in screening.gates
    )
    return (Text(words.DATA_INTRO), *gates, *answers(kit, screening))


def consent_choices() -> tuple[Block, ...]:
    """The buttons under the notice."""
    return (Choices((YES, NO, PERSON)),)


def send_choices() -> tuple[Block, ...]:
    """The buttons under the review."""
    return (Choices((SEND, PERSON)),)


def continue_choices() -> tuple[Block, ...]:
    """The button of a pause."""
    return (Choices((CONTINUE,)),)


def erase_choices() -> tuple[Block, ...]:
    """The buttons under a candidate's own data."""
    return (Choices((CONTINUE, Choice("Erase my data", "erase my data"))),)


def sure(typed: str) -> tuple[Block, ...]:
    """The buttons that ask whether something final is meant."""
    return (Choices((Choice("Yes", typed), Choice("No, continue", "continue", primary=True))),)
