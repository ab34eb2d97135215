"""The dialogs behind a card's buttons: a reason, or one more question, said as typed words.

Where there is nothing to fill in, since somebody decided meanwhile or a candidate was erased, the
button's own words are said, and the dialog shows what they are answered.
"""

from typing import Protocol

from bot.channels.teams import dialog_cards as cards
from bot.channels.teams import dialog_words as words
from bot.channels.teams.card import Json
from bot.channels.teams.dialog_asked import Asked
from bot.channels.teams.payload import string
from bot.channels.teams.references import CHANNEL
from bot.core.forms import STEP_FIELD, STEPS, Entered, Filled, Form, Wanted, wanted
from bot.core.messages import Incoming, Text
from bot.ports.delivery import Turns


class Steps(Protocol):
    """The forms of a card's buttons."""

    def form(self, wanted: Wanted, incoming: Incoming) -> Form | None:
        """The form that somebody asks for; None where there is none for them."""
        ...

    def filled(self, entered: Entered, incoming: Incoming) -> Filled:
        """What a filled form says; errors by field where something in it is wrong."""
        ...


def opened(steps: Steps, turns: Turns, asked: Asked) -> Json:
    """The dialog of a pressed button."""
    form = _form(steps, asked)
    if form is None:
        return _said(turns, asked, asked.field("typed"), "words")
    return cards.step(form, asked.token, asked.field("typed"), {}, ())


def handed_in(steps: Steps, turns: Turns, asked: Asked) -> Json:
    """What was filled in is said once, where the card stands; or what is wrong with it is shown."""
    meant = wanted(asked.field("typed"))
    # What was said stays the same when it is handed in again, whatever holds by then.
    about, values = (
        {"said": string(asked.fields.get("said"))},
        {STEP_FIELD: asked.field(STEP_FIELD)},
    )
    if meant is None or meant.name not in STEPS or not about["said"]:
        return cards.said(words.UNKNOWN)
    filled = steps.filled(Entered(meant.name, about, values, frozenset(values)), asked.by)
    form = _form(steps, asked) if filled.errors else None
    if form:
        wrong = tuple(Text(one) for one in filled.errors.values())
        return cards.step(form, asked.token, asked.field("typed"), values, wrong)
    said = " ".join(filled.texts)
    return _said(turns, asked, said or asked.field("typed"), "step" if said else "words")


def _form(steps: Steps, asked: Asked) -> Form | None:
    meant = wanted(asked.field("typed"))
    return steps.form(meant, asked.by) if meant and meant.name in STEPS else None


def _said(turns: Turns, asked: Asked, text: str, name: str) -> Json:
    """In the thread, where the whole team reads it, and in the dialog."""
    if not text:
        return cards.said(words.UNKNOWN)
    said = asked.saying(text, name)
    turns.submit(CHANNEL, said, asked.address)
    return cards.answered(turns.take(said).blocks)
