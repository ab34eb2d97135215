"""A screening played on the real bot, for the pictures of what is posted about it.

The invented candidate of `rolecall demo` goes through the questions of the seed brief, and two
invented recruiters act on the card.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.cli.demo import ANSWERS, NOTHING_MORE
from bot.core.forms import STEP_FIELD, Entered, Form, wanted
from bot.core.messages import CARD, Block, Choices, Incoming
from bot.core.roles import Audience
from bot.core.screening.decisions import AtGate, AtQuestion
from bot.core.wording.card import ADVANCE, DETAILS
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.dialogues.screening.session import standing
from bot.ports.delivery import Standing
from tests.dialogues.stage import Stage

BRIEF = "ai-infrastructure-architect"
REASON = "the failover test is what we look for; compliance is for the next talk"
NOTE = "The plan for spring needs somebody who has run such a test."
WHO = "Robin"
_THREAD = "slack:T1:C1:17.5"


@dataclass(frozen=True, slots=True)
class Played:
    """The stage with the screening on it, and the card: as posted, and as a decision leaves it.

    `form` is what Advance asks for, and `reply` what is said below the card once it is given;
    `levels` asks for somebody's own.
    """

    stage: Stage
    screening: str
    posted: tuple[Block, ...]
    form: Form
    levels: Form
    reply: tuple[Block, ...]
    decided: tuple[Block, ...]


@contextmanager
def stage_after_screening(home: Path) -> Iterator[Stage]:
    """The stage once the candidate has sent their answers. Takes some seconds."""
    stage = Stage(home)
    try:
        stage.hire_for(BRIEF)
        stage.invite(WHO)
        stage.open_link(WHO)
        stage.say(WHO, "yes")
        _answered(stage)
        yield stage
    finally:
        stage.close()


def decided(stage: Stage) -> Played:
    """The screening decided by one recruiter and noted on by another."""
    posted = card(stage)
    [post] = [one for one in stage.app.store.records.posts(BRIEF) if CARD in one.id]
    stage.app.store.standings.note([Standing(post.id, "slack", {"channel": "C1", "ts": "17.5"})])
    pressed = _said(stage, "Ria Example", typed(posted, ADVANCE))
    forms = FillingIn(stage.app.ports)
    form = _form(forms, pressed)
    code = typed(posted, DETAILS).removeprefix("summary ")
    levels = _form(forms, _said(stage, "Ria Example", f"rate {code}"))
    given = {STEP_FIELD: REASON}
    [text] = forms.filled(Entered(form.name, form.about, given, frozenset(given)), pressed).texts
    reply = stage.bot.handle(_said(stage, "Ria Example", text)).blocks
    stage.bot.handle(_said(stage, "Bo Example", f"note: {NOTE}"))
    return Played(stage, stage.screening(WHO), posted, form, levels, reply, card(stage))


def _form(forms: FillingIn, asks: Incoming) -> Form:
    asked = wanted(asks.text)
    form = forms.form(asked, asks) if asked else None
    assert form is not None
    return form


def _answered(stage: Stage) -> None:
    while True:
        match standing(stage.app.ports, stage.screening(WHO)):
            case AtGate():
                stage.say(WHO, "I have done this for 11 years")
            case AtQuestion(_, number, probing):
                said = ANSWERS[number]
                stage.say(WHO, said[int(probing)] if probing < len(said) else NOTHING_MORE)
            case _:
                stage.say(WHO, "send")
                return


def card(stage: Stage) -> tuple[Block, ...]:
    """The card as it stands in the hiring channel now."""
    posts = stage.app.store.records.posts(BRIEF)
    return next(one.blocks for one in posts if CARD in one.id)


def typed(blocks: tuple[Block, ...], label: str) -> str:
    """What a button says."""
    rows = [block.choices for block in blocks if isinstance(block, Choices)]
    return next(one.typed for row in rows for one in row if one.label == label)


def _said(stage: Stage, who: str, text: str) -> Incoming:
    """What a recruiter says below the card."""
    return Incoming(
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
