"""Forms for the team and for candidates: what they show, and the words that a filled one says."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.core import forms
from bot.core.errors import KitNotChanged
from bot.core.forms import Entered, Entry, Field, Filled, Form, Wanted
from bot.core.kits import changes as change
from bot.core.kits.kit import Kit
from bot.core.messages import Aside, Incoming, Text
from bot.core.roles import Audience, Role
from bot.core.screening.decisions import AtQuestion, AtReview
from bot.core.wording import channels as about_channels
from bot.core.wording import forms as words
from bot.core.wording import kits as shown
from bot.dialogues.candidates import giving_reasons
from bot.dialogues.kits import showing as kits
from bot.dialogues.kits.kit_checks import checked, level_named, part_named
from bot.dialogues.recruiting.allowed import allowed
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import gathered, present_kit
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
        kit = present_kit(self.ports, role)
        if wanted.name == forms.SIGN:
            about = {"role": role.id, "version": kit.version}
            intro = kits.shown(self.ports, role)
            return Form(forms.SIGN, words.SIGN, words.SIGN_DO, intro, about=about)
        return _question(role, kit, wanted.number)

    def filled(self, entered: Entered, incoming: Incoming) -> Filled:
        """What a filled form says; errors by field where something in it is wrong."""
        seen = FillingIn(allowed(self.ports, incoming.audience, incoming.person))
        act: dict[str, Callable[[Entered, Incoming], Filled]] = {
            forms.INVITE: seen._invited,
            forms.QUESTION: seen._edited,
            forms.SIGN: seen._signed,
            forms.CHANNELS: seen._chosen,
            forms.ANSWERS: seen._corrected,
        }
        if entered.name != forms.ANSWERS and incoming.audience is not Audience.TEAM:
            return Filled()
        if entered.name in forms.STEPS:
            return giving_reasons.filled(entered)
        return act[entered.name](entered, incoming) if entered.name in act else Filled()

    def _role(self, incoming: Incoming) -> Role | None:
        conversation = self.ports.conversations.get(incoming.conversation)
        return Request(self.ports, replace(incoming, text=""), conversation, "").role

    def _choice(self, role: Role | None) -> Field:
        roles = self.ports.roles.all()[:ROLES]
        options = tuple((one.id, one.title) for one in roles)
        value = role.id if role in roles and role else ""
        return Field("role", words.ROLE, Entry.CHOICE, value, options, required=True)

    def _invite(self, role: Role | None) -> Form | None:
        name = Field("name", words.NAME, Entry.LINE, required=True, longest=NAME)
        choice = self._choice(role)
        if not choice.options:
            return None
        return Form(forms.INVITE, words.INVITE, words.INVITE_DO, fields=(name, choice))

    def _invited(self, entered: Entered, _: Incoming) -> Filled:
        name = " ".join(entered.values.get("name", "").split())
        role = self.ports.roles.get(entered.values.get("role", ""))
        if not any(letter.isalpha() for letter in name):
            return Filled(errors={"name": words.NAME_MISSING})
        if role is None:
            return Filled(errors={"role": words.MEANWHILE})
        return Filled((f"invite {name}",), role.id)

    def _signed(self, entered: Entered, _: Incoming) -> Filled:
        return Filled((f"approve the kit {entered.about['version']}",), entered.about["role"])

    def _channels(self, role: Role) -> Form:
        slack = [one for one in self.ports.hiring_channels.of(role.id) if one.startswith("slack:")]
        value = ",".join(one.partition(":")[2] for one in slack)
        where = Field("channels", words.WHERE, Entry.CHANNELS, value)
        intro = (Text(role.title), Aside(words.NONE_IS_WEB), Aside(about_channels.NOT_INVITED))
        about = {"role": role.id}
        return Form(forms.CHANNELS, words.CHANNELS, words.CHANNELS_DO, intro, (where,), about)

    def _chosen(self, entered: Entered, _: Incoming) -> Filled:
        """The chosen ones, with those of other platforms, which this form does not show."""
        role = entered.about["role"]
        chosen = [one for one in entered.values.get("channels", "").split(",") if one]
        known = self.ports.hiring_channels.of(role)
        others = [one for one in known if not one.startswith("slack:")]
        places = (*(f"slack:{one}" for one in chosen), *others)
        return Filled((f"post fit summaries to {', '.join(places) or 'the web page only'}",), role)

    def _edited(self, entered: Entered, _: Incoming) -> Filled:
        role = self.ports.roles.get(entered.about["role"])
        if role is None:
            return Filled(errors={"text": words.MEANWHILE})
        kit, number = present_kit(self.ports, role), int(entered.about["number"])
        if not entered.touched:
            return Filled(errors={"text": words.SAME})
        if kit.version != entered.about["version"]:
            return Filled(errors={next(iter(sorted(entered.touched))): words.MEANWHILE})
        texts: list[str] = []
        errors: dict[str, str] = {}
        for name in sorted(entered.touched, key=list(entered.values).index):
            wrong = _wrong(kit, number, name, entered.values[name])
            errors |= {name: wrong} if wrong else {}
            texts.append(_typed(number, name, entered.values[name]))
        return Filled(errors=errors) if errors else Filled(tuple(texts), role.id)

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


def _question(role: Role, kit: Kit, number: int) -> Form | None:
    """One question with its follow-ups and anchors."""
    try:
        question = change.asked(kit, number)
    except KitNotChanged:
        return None
    longest = change.LONGEST
    about = {"role": role.id, "version": kit.version, "number": str(number)}
    fields = (
        Field("text", words.QUESTION, Entry.TEXT, question.text, required=True, longest=longest),
        *(
            Field(
                f"follow-up {part.value}",
                words.follow_up(part.value),
                Entry.TEXT,
                text,
                required=True,
                longest=longest,
            )
            for part, text in question.probes
        ),
        *(
            Field(
                f"anchor {int(at)}",
                words.anchor(int(at), at.words),
                Entry.TEXT,
                text,
                required=True,
                longest=longest,
            )
            for at, text in question.anchors
        ),
    )
    intro = (Text(f"{role.title}: {question.criterion.text}"),)
    return Form(forms.QUESTION, words.EDIT, words.SAVE, intro, fields, about)


def _typed(number: int, name: str, text: str) -> str:
    """What somebody would type to change this part of a question."""
    said = " ".join(text.split())
    if name == "text":
        return f"change question {number}: {said}"
    return f"change {name} of question {number}: {said}"


def _wrong(kit: Kit, number: int, name: str, text: str) -> str:
    """Why a part of a question cannot be changed to this; "" where it can."""
    what, _, which = name.partition(" ")
    try:
        match what:
            case "follow-up":
                changed = change.probed(kit, number, part_named(which), text)
            case "anchor":
                changed = change.anchored(kit, number, level_named(which), text)
            case _:
                changed = change.reworded(kit, number, text)
    except KitNotChanged as error:
        return str(error)
    refused, _advice = checked(kit, changed)
    return shown.refused(refused[0]) if refused else ""
