"""Dialogs of the hiring team: forms opened from a card, submitted as typed words.

A dialog knows nothing that cannot be typed: what is filled in becomes messages such as “invite Ada
Example”, whose replies it shows. Each opening has a token and each message is named by it, so what
is submitted twice has one effect. Whatever is wrong is said in the dialog, over what was written.
Where there is nothing to fill in, since somebody decided meanwhile or a candidate was erased, the
button's own words are said.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.channels.teams import dialog_cards as cards
from bot.channels.teams import dialog_words as words
from bot.channels.teams.card import DIALOGS, Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.dialog_asked import Asked
from bot.channels.teams.parse import hearing
from bot.channels.teams.payload import part
from bot.channels.teams.references import CHANNEL
from bot.core.forms import INVITE, KIT, Entered, Filled, Form, Wanted, wanted
from bot.core.messages import Block, Incoming
from bot.core.roles import Audience
from bot.core.wording import forms as about_forms
from bot.ports.delivery import Turns

FETCH, SUBMIT = "task/fetch", "task/submit"
"""What Teams calls the invokes that open a dialog, and that hand in what was filled in."""

_TITLES = {INVITE: about_forms.INVITE, KIT: about_forms.KIT}


class Forms(Protocol):
    """The forms there are."""

    def form(self, wanted: Wanted, incoming: Incoming) -> Form | None:
        """The form that somebody asks for; None where there is none for them."""
        ...

    def filled(self, entered: Entered, incoming: Incoming) -> Filled:
        """What a filled form says; errors by field where something in it is wrong."""
        ...


def is_dialog(activity: Mapping[str, object]) -> bool:
    """Whether an activity opens a dialog or hands one in."""
    return activity.get("type") == "invoke" and activity.get("name") in (FETCH, SUBMIT)


class Dialogs:
    """Answers dialogs' invokes. Safe to use from several threads."""

    def __init__(self, config: TeamsConfig, turns: Turns, forms: Forms | None) -> None:
        self._config = config
        self._turns = turns
        self._forms = forms

    def answer(self, activity: Mapping[str, object], at: datetime) -> Json:
        """The body that an invoke is answered with. Raises NotRunning."""
        heard = hearing(activity, self._config, at, "")
        if heard is None or heard[0].audience is not Audience.TEAM:
            return cards.said(words.FOR_TEAM)
        asked = Asked(*heard, part(part(activity, "value"), "data"))
        meant = wanted(asked.typed)
        if self._forms is None or meant is None or meant.name not in DIALOGS:
            return cards.said(words.UNKNOWN)
        if activity.get("name") == SUBMIT:
            return self._handed_in(self._forms, asked, meant)
        form = self._forms.form(meant, asked.by)
        shown = cards.drawn(form, asked.token, asked.typed, cards.Written()) if form else None
        return shown or self._said(asked, meant, Filled())

    def _handed_in(self, forms: Forms, asked: Asked, meant: Wanted) -> Json:
        entered = asked.entered(meant.name)
        filled = forms.filled(entered, asked.by)
        form = forms.form(meant, asked.by) if filled.errors else None
        if form is None:
            return self._said(asked, meant, filled)
        # What it is about stays as it was opened, so that nobody writes over what they never saw.
        before = cards.Written(entered.values, asked.was, tuple(filled.errors.values()))
        same = replace(form, about=asked.about)
        return cards.drawn(same, asked.token, asked.typed, before) or cards.said(words.UNKNOWN)

    def _said(self, asked: Asked, meant: Wanted, filled: Filled) -> Json:
        """Each text once, where the form was opened, and the replies in the dialog."""
        named = {f"{n}": text for n, text in enumerate(filled.texts)} or {"words": asked.typed}
        replies: list[Block] = []
        for name, text in named.items():
            said = asked.saying(text, name, filled.role)
            if meant.name != KIT or not filled.texts:
                # In the chat as well: a link in a dialog is gone when somebody closes it, buttons
                # are pressed there, and under a card the whole team reads along.
                self._turns.submit(CHANNEL, said, asked.address)
            replies += self._turns.take(said).blocks
        return cards.answered(_TITLES.get(meant.name, words.ANSWERED), tuple(replies))
