"""A screening played on the real bot, for the pictures of what is posted about it.

The invented candidate of `rolecall demo` goes through the questions of the seed brief, and two
invented recruiters act on the card.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.cli.demo import ANSWERS, NOTHING_MORE
from bot.core.decisions import AtGate, AtQuestion
from bot.core.messages import Block, Choices, Incoming
from bot.core.roles import Audience
from bot.core.wording.card import ADVANCE
from bot.delivery import Standing
from bot.dialogues.session import standing
from tests.dialogues.stage import Stage

BRIEF = "ai-infrastructure-architect"
REASON = "halved the recovery time and shows the numbers; compliance is for the next talk"
NOTE = "Robin's failover test is the kind of work we need in spring."
_WHO = "Robin"
_THREAD = "slack:T1:C1:17.5"


@dataclass(frozen=True, slots=True)
class Played:
    """The stage with the screening on it, and the card: as posted, and as a decision leaves it."""

    stage: Stage
    screening: str
    posted: tuple[Block, ...]
    asked_why: tuple[Block, ...]
    decided: tuple[Block, ...]


@contextmanager
def played(home: Path) -> Iterator[Played]:
    """The screening, played to its end and decided. Takes some seconds."""
    stage = Stage(home)
    try:
        stage.hire_for(BRIEF)
        stage.invite(_WHO)
        stage.open_link(_WHO)
        stage.say(_WHO, "yes")
        _answered(stage)
        yield _decided(stage, stage.screening(_WHO))
    finally:
        stage.close()


def _answered(stage: Stage) -> None:
    while True:
        match standing(stage.app.ports, stage.screening(_WHO)):
            case AtGate():
                stage.say(_WHO, "I have done this for 11 years")
            case AtQuestion(_, number, probing):
                said = ANSWERS[number]
                stage.say(_WHO, said[int(probing)] if probing < len(said) else NOTHING_MORE)
            case _:
                stage.say(_WHO, "send")
                return


def _decided(stage: Stage, screening: str) -> Played:
    posted = card(stage)
    [post] = [one for one in stage.app.store.records.posts(BRIEF) if ":finished:" in one.id]
    stage.app.store.standings.note([Standing(post.id, "slack", {"channel": "C1", "ts": "17.5"})])
    asked = _in_thread(stage, "Ria Example", pressed(posted, ADVANCE))
    _in_thread(stage, "Ria Example", f"because it {REASON}")
    _in_thread(stage, "Bo Example", f"note: {NOTE}")
    return Played(stage, screening, posted, asked, card(stage))


def card(stage: Stage) -> tuple[Block, ...]:
    """The card as it stands in the hiring channel now."""
    posts = stage.app.store.records.posts(BRIEF)
    return next(one.blocks for one in posts if ":finished:" in one.id)


def pressed(blocks: tuple[Block, ...], label: str) -> str:
    """What a button says."""
    rows = [block.choices for block in blocks if isinstance(block, Choices)]
    return next(one.typed for row in rows for one in row if one.label == label)


def _in_thread(stage: Stage, who: str, text: str) -> tuple[Block, ...]:
    """What a recruiter is told below the card."""
    said = Incoming(
        f"thread-{next(stage.numbers)}",
        _THREAD,
        who,
        Audience.TEAM,
        text,
        stage.now,
        role=BRIEF,
        private=False,
        name=who,
    )
    return stage.bot.handle(said).blocks
