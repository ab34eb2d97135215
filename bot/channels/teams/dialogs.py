"""Dialogs of the hiring team: opened from a card, submitted as typed words through the same way in.

A dialog knows nothing that cannot be typed: what is filled in becomes messages such as “invite Ada
Example”, whose replies it shows. Each opening has a token and each message is named by it, so what
is submitted twice has one effect. Whatever is wrong is said in the dialog, over what was written.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.channels.teams import dialog_cards as cards
from bot.channels.teams import dialog_steps as steps
from bot.channels.teams import dialog_words as words
from bot.channels.teams.card import DIALOG, STEP, Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.dialog_asked import Asked
from bot.channels.teams.parse import hearing
from bot.channels.teams.payload import part
from bot.channels.teams.references import CHANNEL
from bot.core.forms import Entered, Filled, Form, Wanted
from bot.core.messages import Block, Incoming, Link, Text
from bot.core.roles import Audience
from bot.dialogues.recruiting.forms import KitForm
from bot.ports.delivery import Turns

FETCH, SUBMIT = "task/fetch", "task/submit"
"""What Teams calls the invokes that open a dialog, and that hand in what was filled in."""


class Shown(steps.Steps, Protocol):
    """What the dialogs show of what is kept, and the forms of a card's buttons."""

    def roles(self) -> tuple[tuple[str, str], ...]:
        """The roles by id and title."""
        ...

    def role_of(self, conversation: str) -> str:
        """The role a chat is about; "" where that is open."""
        ...

    def kit(self, role: str) -> KitForm | None:
        """The role's kit as it is now; None for no role."""
        ...


class NothingShown:
    """No role and no kit, for a channel that stands alone."""

    def roles(self) -> tuple[tuple[str, str], ...]:
        """There is none."""
        return ()

    def role_of(self, conversation: str) -> str:
        """There is none."""
        del conversation
        return ""

    def kit(self, role: str) -> KitForm | None:
        """There is none."""
        del role
        return None

    def form(self, wanted: Wanted, incoming: Incoming) -> Form | None:
        """There is none."""
        del wanted, incoming
        return None

    def filled(self, entered: Entered, incoming: Incoming) -> Filled:
        """It says nothing."""
        del entered, incoming
        return Filled()


def is_dialog(activity: Mapping[str, object]) -> bool:
    """Whether an activity opens a dialog or hands one in."""
    return activity.get("type") == "invoke" and activity.get("name") in (FETCH, SUBMIT)


class Dialogs:
    """Answers dialogs' invokes. Safe to use from several threads."""

    def __init__(self, config: TeamsConfig, turns: Turns, shown: Shown) -> None:
        self._config = config
        self._turns = turns
        self._shown = shown

    def answer(self, activity: Mapping[str, object], at: datetime) -> Json:
        """The body that an invoke is answered with. Raises NotRunning."""
        heard = hearing(activity, self._config, at, "")
        if heard is None or heard[0].audience is not Audience.TEAM:
            return cards.said(words.FOR_TEAM)
        by, address = heard
        asked = Asked(by, address, part(part(activity, "value"), "data"))
        if not self._shown.roles():
            return cards.said(words.NO_ROLES)
        submitted = activity.get("name") == SUBMIT
        match asked.field(DIALOG):
            case "invite":
                return self._invited(asked) if submitted else self._invite(asked)
            case "kit":
                return self._saved(asked) if submitted else self._kit(asked)
            case name if name == STEP:
                take = steps.handed_in if submitted else steps.opened
                return take(self._shown, self._turns, asked)
            case _:
                return cards.said(words.UNKNOWN)

    def _invite(self, asked: Asked, *wrong: Block) -> Json:
        roles = self._shown.roles()
        chosen = asked.field("role") or self._shown.role_of(asked.by.conversation)
        return cards.invite(cards.Chosen(roles, chosen), asked.token, asked.field("name"), wrong)

    def _invited(self, asked: Asked) -> Json:
        name, role = asked.field("name"), asked.field("role")
        if role not in dict(self._shown.roles()):
            return self._invite(asked, Text(words.ROLE_MISSING))
        if not name:
            return self._invite(asked, Text(words.NAME_MISSING))
        if len(name) > cards.NAME:
            return self._invite(asked, Text(words.NAME_LONG.format(most=cards.NAME)))
        self._about(asked, role)
        said = asked.saying(f"invite {name}", "invite")
        # In the chat as well: a link in a dialog is gone when somebody closes it.
        self._turns.submit(CHANNEL, said, asked.address)
        reply = self._turns.take(said)
        if not any(isinstance(block, Link) for block in reply.blocks):
            return self._invite(asked, *reply.blocks)
        return cards.told("invite", reply.blocks)

    def _kit(self, asked: Asked) -> Json:
        role = asked.field("role") or self._shown.role_of(asked.by.conversation)
        form = self._shown.kit(role)
        if form is None:
            return cards.choose("kit", self._shown.roles(), asked.token)
        return cards.kit(form, asked.token, {}, ())

    def _saved(self, asked: Asked) -> Json:
        form = self._shown.kit(asked.field("role"))
        if form is None or not asked.field("version"):
            return self._kit(asked)
        changed = _changed(asked, form)
        if asked.field("version") != form.version and changed:
            return cards.kit(form, asked.token, {}, (Text(words.CHANGED),))
        wrong = _wrong(changed)
        if wrong:
            return cards.kit(form, asked.token, _typed(changed), (Text(wrong),))
        return self._kept(asked, form, changed)

    def _kept(self, asked: Asked, form: KitForm, changed: Mapping[int, str]) -> Json:
        """Say each change; what the bot did not take stays in the form, under its reasons."""
        self._about(asked, form.role)
        refused: dict[int, str] = {}
        reasons: list[Block] = []
        for number, text in changed.items():
            said = asked.saying(f"change question {number} to: {text}", f"q{number}")
            reply = self._turns.take(said)
            if self._text(form.role, number) == form.questions[number - 1]:
                refused[number] = text
                reasons += reply.blocks
        signing = asked.field("approve") == "true" and not refused
        signed = self._turns.take(asked.saying("approve the kit", "approve")) if signing else None
        now = self._shown.kit(form.role) or form
        if refused or (signed and not now.signed):
            why = tuple(reasons) or (signed.blocks if signed else ())
            return cards.kit(now, asked.token, _typed(refused), why)
        if signed:
            return cards.told("kit", signed.blocks)
        done = changed or asked.field("version") != form.version
        return cards.said(words.SAVED if done else words.SAME)

    def _about(self, asked: Asked, role: str) -> None:
        """Have the chat talk about this role, where it talks about another one."""
        if self._shown.role_of(asked.by.conversation) != role:
            self._turns.take(asked.saying(f"use {role}", "use"))

    def _text(self, role: str, number: int) -> str:
        form = self._shown.kit(role)
        return form.questions[number - 1] if form and number <= len(form.questions) else ""


def _changed(asked: Asked, form: KitForm) -> dict[int, str]:
    """The questions whose words were changed, by number, with their new words."""
    typed = {
        number: asked.field(f"q{number}")
        for number in range(1, len(form.questions) + 1)
        if f"q{number}" in asked.fields
    }
    return {n: text for n, text in typed.items() if text != " ".join(form.questions[n - 1].split())}


def _typed(changed: Mapping[int, str]) -> dict[str, str]:
    return {f"q{number}": text for number, text in changed.items()}


def _wrong(changed: Mapping[int, str]) -> str:
    """What is wrong with the first question that cannot be one; "" where all can."""
    for number, text in changed.items():
        if not text:
            return words.QUESTION_MISSING.format(number=number)
        if len(text) > cards.QUESTION:
            return words.QUESTION_LONG.format(number=number, most=cards.QUESTION)
    return ""
