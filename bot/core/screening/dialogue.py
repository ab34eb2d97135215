"""What the bot says next in a screening: pure, from where it stands to blocks."""

from typing import assert_never

from bot.core.kits.kit import LETTERS, Kit
from bot.core.messages import Aside, Block, Choice, Choices, Heading, Items, Pairs, Quote, Text
from bot.core.screening.decisions import AtEnd, AtGate, AtNotice, AtQuestion, AtReview, place
from bot.core.screening.events import (
    Covered,
)
from bot.core.screening.screening import Given, Screening, Stage
from bot.core.wording import clock, more, notice, writing
from bot.core.wording import screening as words

YES = Choice("Yes, start", "yes", primary=True)
NO = Choice("No, thank you", "no")
PERSON = Choice("Talk to a person", "person")
SKIP = Choice("Skip", "skip")
PAUSE = Choice("Pause", "pause")
CONTINUE = Choice("Continue", "continue", primary=True)
SEND = Choice("Send my answers", "send", primary=True)
DONE = Choice("That is all", "done", primary=True)
USE = Choice("Use it here too", "use it", primary=True)
NO_REMINDERS = Choice("No reminders", "no reminders")
WITHDRAW = Choice("Withdraw", "withdraw")
MY_DATA = Choice("See my data", "my data")
MY_FILES = Choice("Take it along as a file", "my data as a file")
ERASE = Choice("Erase my data", "erase my data")


def next_blocks(kit: Kit, screening: Screening, kept_days: int = 0) -> tuple[Block, ...]:
    """What is asked where the screening stands. The same state always gives the same blocks.

    `kept_days` is how many days after the end the policy erases it all; 0 where it does not.
    """
    if screening.open and screening.paused:
        return (Text(words.STILL_PAUSED), Choices((CONTINUE,)))
    here = place(kit, screening)
    match here:
        case AtNotice():
            return (
                *notice_told(kit, kept_days),
                Text(words.CONSENT_QUESTION),
                Choices((YES, NO, PERSON)),
            )
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
            return _end(screening)
        case _:
            assert_never(here)


def _end(screening: Screening) -> tuple[Block, ...]:
    said = words.ENDED
    if screening.stage is Stage.WITHDRAWN:
        said = words.ENDED_WITHDRAWN if screening.consented_at else words.ENDED_UNSTARTED
    if screening.stage is Stage.EXPIRED:
        said = words.ENDED_EXPIRED if screening.consented_at else clock.CLOSED_UNSTARTED
    if screening.stage is Stage.ANOTHER_WAY:
        said = notice.ENDED
    if screening.more:
        return (Text(said), Text(more.STILL), *one_more(screening.more.question))
    return (Text(said), *ended_choices())


def one_more(question: str) -> tuple[Block, ...]:
    """A question that the team asks after the end."""
    return (Quote(question), Aside(more.HINT), Choices((SKIP, PERSON)))


def notice_told(kit: Kit, kept_days: int) -> tuple[Block, ...]:
    """What is told before anything is asked, without the question of consent."""
    return (
        Text(words.hello(kit.role_title)),
        Text(words.length(len(kit.questions), len(kit.gates), kit.minutes)),
        Items(words.notice_points(kept_days)),
    )


def _question(kit: Kit, screening: Screening, here: AtQuestion) -> tuple[Block, ...]:
    if here.probing:
        asked = words.follow_up(here.number, len(kit.questions), _probe(screening, here))
        return (Text(asked), Choices((SKIP, PAUSE, PERSON)))
    question = Text(words.question(here.number, len(kit.questions), here.question.text))
    hint = (Aside(words.FIRST_HINT),) if here.number == 1 else ()
    covered = screening.covered.get(here.question.id)
    if covered is not None:
        return (question, *_offered(kit, covered), Choices((USE, SKIP, PAUSE, PERSON)))
    return (question, *hint, Choices((SKIP, PAUSE, PERSON)))


def _probe(screening: Screening, here: AtQuestion) -> str:
    given = screening.latest(here.question.id)
    missing = given.rating.missing if given and given.rating else None
    return here.question.probe(missing) if missing else here.question.text


def _offered(kit: Kit, covered: Covered) -> tuple[Block, ...]:
    """What was said before and may answer this question too, as the candidate said it."""
    quotes = tuple(Quote(quote) for quote in covered.rating.quotes)
    return (Text(words.covered(number_of(kit, covered.source))), *quotes)


def begun(asked: tuple[Block, ...], drafted: str) -> tuple[Block, ...]:
    """What is asked, with an answer to it that is being written."""
    question = tuple(block for block in asked if not isinstance(block, Aside | Choices))
    so_far = (Text(writing.BEGUN), Quote(drafted)) if drafted else ()
    return (*question, *so_far, Text(writing.NOT_ENDED), *writing_choices())


def number_of(kit: Kit, question: str) -> int:
    """A question's number in its kit, from 1."""
    return [one.id for one in kit.questions].index(question) + 1


def reminder(kit: Kit, screening: Screening) -> tuple[Block, ...]:
    """What a follow-up follows on: its question and the answer so far; nothing elsewhere."""
    here = place(kit, screening)
    if screening.paused or not isinstance(here, AtQuestion) or not here.probing:
        return ()
    given = screening.latest(here.question.id)
    said = (Quote(given.answer),) if given else ()
    return (Text(words.had_asked(here.question.text)), *said)


def answers(kit: Kit, screening: Screening) -> tuple[Block, ...]:
    """The candidate's own answers, each under its letter or number and its topic."""
    blocks: list[Block] = []
    for letter, gate in zip(LETTERS, kit.gates, strict=False):
        if gate.id in screening.gates:
            blocks.append(Heading(f"{letter}. {gate.criterion}"))
            blocks.append(_given(screening.gates[gate.id].words))
    for number, question in enumerate(kit.questions, 1):
        given = screening.latest(question.id)
        if given is not None:
            blocks.append(Heading(f"{number}. {question.criterion.text}"))
            blocks.append(_given(given.answer))
    return tuple(blocks)


def _given(answer: str) -> Block:
    return Quote(answer) if answer else Text(words.DECLINED)


def everything_kept(kit: Kit, screening: Screening, drafted: str | None) -> tuple[Block, ...]:
    """All that is kept about the candidate, for the candidate: earlier answers, one begun."""
    return (
        Text(words.DATA_INTRO),
        Pairs(_facts(screening)),
        *answers(kit, screening),
        *_replaced(kit, screening),
        *((Text(writing.BEGUN), Quote(drafted)) if drafted else ()),
        Aside(words.DATA_BESIDE),
    )


def _facts(screening: Screening) -> tuple[tuple[str, str], ...]:
    times = (
        (words.INVITED, screening.invited_at),
        (words.CONSENTED, screening.consented_at),
        (words.ENDED_ON, screening.ended_at),
    )
    shown = tuple((name, words.moment(at)) for name, at in times if at)
    return ((words.SHOWN_AS, screening.pseudonym), *shown)


def _replaced(kit: Kit, screening: Screening) -> tuple[Block, ...]:
    """The answers that were changed later, which are kept beside the new ones."""
    return tuple(
        block
        for number, question in enumerate(kit.questions, 1)
        for given in _corrected(screening.given.get(question.id, ()))
        for block in (Text(words.earlier(number)), Quote(given.answer))
    )


def _corrected(versions: tuple[Given, ...]) -> tuple[Given, ...]:
    """The versions whose words the last one does not hold."""
    return tuple(one for one in versions if one.answer and one.answer not in versions[-1].answer)


def consent_choices() -> tuple[Block, ...]:
    """The buttons under the notice."""
    return (Choices((YES, NO, PERSON)),)


def send_choices() -> tuple[Block, ...]:
    """The buttons under the review."""
    return (Choices((SEND, PERSON)),)


def continue_choices() -> tuple[Block, ...]:
    """The button of a pause."""
    return (Choices((CONTINUE,)),)


def reminder_choices() -> tuple[Block, ...]:
    """The buttons of a reminder: the ways on, to quiet, and out."""
    return (Choices((CONTINUE, NO_REMINDERS, WITHDRAW)),)


def ended_choices() -> tuple[Block, ...]:
    """The buttons after the end."""
    return (Choices((PERSON, MY_DATA)),)


def stopped_choices() -> tuple[Block, ...]:
    """The buttons where the screening was stopped at once."""
    return (Choices((Choice(PERSON.label, PERSON.typed, primary=True),)),)


def belongs_choices(before: int, *, all_asked: bool = False) -> tuple[Block, ...]:
    """The buttons under words that may go on with an answer given before, by its number.

    Where everything was asked, they answer no question that is still open, and can be sent.
    """
    add = Choice(f"Add to answer {before}", f"add to {before}", primary=not all_asked)
    if all_asked:
        return (Choices((SEND, add, PERSON)),)
    return (Choices((add, Choice("It answers this question", USE.typed), SKIP, PERSON)),)


def writing_choices() -> tuple[Block, ...]:
    """The buttons under an answer that is being written."""
    return (Choices((DONE, SKIP, PAUSE, PERSON)),)


def held_choices() -> tuple[Block, ...]:
    """The buttons under words that were not taken as an answer yet."""
    return (Choices((Choice("Take it as my answer", USE.typed), SKIP, PERSON)),)


def erase_choices(screening: Screening) -> tuple[Block, ...]:
    """The buttons under a candidate's own data."""
    return (Choices((CONTINUE, MY_FILES, ERASE) if screening.open else (MY_FILES, ERASE)),)


def sure(typed: str, *others: Choice) -> tuple[Block, ...]:
    """The buttons that ask whether something final is meant."""
    no = Choice("No, continue", "continue", primary=True)
    return (Choices((Choice("Yes", typed), no, *others)),)
