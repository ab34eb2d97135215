"""Forms for the team and for candidates: what they show, and the words that a filled one says."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core import forms
from bot.core.forms import Entered, Entry, Field, Filled, Form, Wanted
from bot.core.messages import Aside, Incoming, Text
from bot.core.roles import Audience, Role
from bot.core.screening.decisions import AtQuestion, AtReview
from bot.core.wording import channels as about_channels
from bot.core.wording import forms as words
from bot.dialogues.candidates import giving_reasons
from bot.dialogues.kits import kit_forms
from bot.dialogues.recruiting.allowed import allowed
from bot.dialogues.recruiting.inviting import is_signed
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import gathered
from bot.ports import Ports

NAME = 80
"""The most characters of a candidate's name on the form."""
ROLES = 100
"""The most roles to choose from."""


@dataclass(frozen=True, slots=True)
class FillingIn:
    """Makes forms and reads them. Nothing is kept here: what a form says goes through the bot."""

    ports: Ports

    def form(self, wanted: Wanted, incoming: Incoming) -> Form | None:
        """The form that somebody asks for; None where there is none for them, or not here."""
        if wanted.name == forms.ANSWERS:
            return self._answers(incoming)
        if incoming.audience is not Audience.TEAM:
            return None
        return FillingIn(allowed(self.ports, incoming.audience, incoming.person))._for_team(
            wanted, incoming
        )

    def _for_team(self, wanted: Wanted, incoming: Incoming) -> Form | None:
        if wanted.name in forms.STEPS:
            return giving_reasons.form(self.ports, wanted, incoming)
        role = self._role(incoming)
        if wanted.name == forms.INVITE:
            return self._invite(role)
        if role is None:
            return None
        if wanted.name == forms.CHANNELS:
            return self._channels(role)
        if wanted.name == forms.SIGN:
            return kit_forms.sign(self.ports, role)
        if wanted.name == forms.KIT:
            return kit_forms.whole(self.ports, role)
        return kit_forms.question(self.ports, role, wanted.number)

    def filled(self, entered: Entered, incoming: Incoming) -> Filled:
        """What a filled form says; errors by field where something in it is wrong."""
        if entered.name == forms.ANSWERS:
            return self._corrected(entered, incoming)
        if incoming.audience is not Audience.TEAM:
            return Filled()
        if entered.name in forms.STEPS:
            return giving_reasons.filled(entered)
        ports = allowed(self.ports, incoming.audience, incoming.person)
        seen = FillingIn(ports)
        act: dict[str, Callable[[], Filled]] = {
            forms.INVITE: lambda: seen._invited(entered),
            forms.KIT: lambda: kit_forms.whole_filled(ports, entered),
            forms.QUESTION: lambda: kit_forms.question_filled(ports, entered),
            forms.SIGN: lambda: kit_forms.signed(entered),
            forms.CHANNELS: lambda: seen._chosen(entered),
        }
        return act[entered.name]() if entered.name in act else Filled()

    def _role(self, incoming: Incoming) -> Role | None:
        conversation = self.ports.conversations.get(incoming.conversation)
        return Request(self.ports, replace(incoming, text=""), conversation, "").role

    def _invite(self, role: Role | None) -> Form | None:
        name = Field("name", words.NAME, Entry.LINE, required=True, longest=NAME)
        roles = self.ports.roles.all()[:ROLES]
        options = tuple((one.id, one.title) for one in roles)
        value = role.id if role in roles and role else ""
        choice = Field("role", words.ROLE, Entry.CHOICE, value, options, required=True)
        if not options:
            return None
        intro = (Aside(words.PRIVATE),)
        return Form(forms.INVITE, words.INVITE, words.INVITE_DO, intro, (name, choice))

    def _invited(self, entered: Entered) -> Filled:
        name = " ".join(entered.values.get("name", "").split())
        role = self.ports.roles.get(entered.values.get("role", ""))
        if not any(letter.isalpha() for letter in name):
            return Filled(errors={"name": words.NAME_MISSING})
        if len(name) > NAME:
            return Filled(errors={"name": words.NAME_LONG.format(most=NAME)})
        if role is None:
            return Filled(errors={"role": words.ROLE_MISSING})
        if not is_signed(self.ports, role):
            return Filled(errors={"name": words.NOT_SIGNED})
        return Filled((f"invite {name}",), role.id)

    def _channels(self, role: Role) -> Form:
        slack = [one for one in self.ports.hiring_channels.of(role.id) if one.startswith("slack:")]
        value = ",".join(one.partition(":")[2] for one in slack)
        where = Field("channels", words.WHERE, Entry.CHANNELS, value)
        intro = (Text(role.title), Aside(words.NONE_IS_WEB), Aside(about_channels.NOT_INVITED))
        about = {"role": role.id}
        return Form(forms.CHANNELS, words.CHANNELS, words.CHANNELS_DO, intro, (where,), about)

    def _chosen(self, entered: Entered) -> Filled:
        """The chosen ones, with those of other platforms, which this form does not show."""
        role = entered.about["role"]
        chosen = [one for one in entered.values.get("channels", "").split(",") if one]
        known = self.ports.hiring_channels.of(role)
        others = [one for one in known if not one.startswith("slack:")]
        places = (*(f"slack:{one}" for one in chosen), *others)
        return Filled((f"post fit summaries to {', '.join(places) or 'the web page only'}",), role)

    def _answers(self, incoming: Incoming) -> Form | None:
        fields = self._answered(incoming)
        if fields is None:
            return None
        fitting = tuple(one for one in fields if len(one.value) <= one.longest)
        more = (Aside(words.TOO_LONG_HERE),) if len(fitting) < len(fields) else ()
        intro = (Text(words.ANSWERS_INTRO), *more)
        if not fitting:
            return None
        return Form(forms.ANSWERS, words.ANSWERS, words.ANSWERS_DO, intro, fitting)

    def _answered(self, incoming: Incoming) -> tuple[Field, ...] | None:
        """A field for each answer of the screening in this chat; None where none goes on here."""
        conversation = self.ports.conversations.get(incoming.conversation)
        screened = incoming.screening or conversation.screening
        if not screened or not self.ports.screenings.events(screened):
            return None
        session = gathered(self.ports, incoming, conversation, screened)
        if not isinstance(session.here, AtQuestion | AtReview):
            return None
        return tuple(
            Field(str(number), words.answer(number, question.text), Entry.TEXT, given.answer)
            for number, question in enumerate(session.kit.questions, 1)
            if (given := session.screening.latest(question.id)) and given.answer
        )

    def _corrected(self, entered: Entered, incoming: Incoming) -> Filled:
        now = {one.name: one.value for one in self._answered(incoming) or ()}
        changed = [name for name in now if name in entered.touched and entered.values[name].strip()]
        if not changed:
            first = next(iter(entered.values), "1")
            return Filled(errors={first: words.SAME})
        return Filled(tuple(f"change {name}: {entered.values[name].strip()}" for name in changed))
