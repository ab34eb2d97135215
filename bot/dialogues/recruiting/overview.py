"""What somebody sees who opens the bot without saying anything: the start page, and first steps."""

from dataclasses import dataclass

from bot.core.messages import Block, Choice, Choices, Heading, Items, Pairs, Text
from bot.core.roles import Audience, Role
from bot.core.screening.screening import Screening, Stage
from bot.core.wording import general
from bot.core.wording import overview as words
from bot.core.wording import recruiting as to_team
from bot.core.wording import whereabouts as places
from bot.dialogues.candidates.funnels import funnel_of
from bot.dialogues.recruiting.allowed import allowed
from bot.dialogues.screening.session import present_kit
from bot.ports import Entry, Ports

ROWS = 15
"""How many of a kind are shown."""
COUNTED = 5
"""Of how many roles the screenings are counted: their logs are all read."""
NEWEST = 40
"""How many of the newest screenings are looked at."""

_QUESTIONS = Choice("Questions that wait", "questions")
_INVITE = Choice("Invite a candidate", "invite")
_CHANNELS = Choice("Choose hiring channels", "choose hiring channels")
_ROLES = Choice("Which roles are there?", "roles")
_SCREENINGS = Choice("Who is where?", "screenings")
_KIT = Choice("Show the kit", "show the kit")
_FIGURES = Choice("How do they go?", "funnel")
_HELP = Choice("What can you do?", "help")
_PAY = Choice("What does it pay?", "What does it pay?")
_MUST = Choice("What must I bring?", "What are the requirements?")
_WHERE = Choice("Where is the work?", "Where is the work?")
_CONTINUE = Choice("Continue the screening", "continue")
_REVIEW = Choice("See my answers", "my answers")
_DATA = Choice("See my data", "my data")
_PERSON = Choice("Talk to a person", "person")


@dataclass(frozen=True, slots=True)
class Overview:
    """The start page and the first steps that fit, for whoever opens a channel."""

    ports: Ports

    def page(self, audience: Audience, person: str = "") -> tuple[Block, ...]:
        """The start page. Only the team sees who is screened and what waits, in its own roles."""
        return Overview(allowed(self.ports, audience, person))._page(audience)

    def _page(self, audience: Audience) -> tuple[Block, ...]:
        roles = self.ports.roles.all()
        if audience is not Audience.TEAM:
            return (Heading(words.ROLES), *_titles(roles), Text(words.WELCOME), Text(words.CODE))
        newest = self._newest()
        return (
            *_waiting([*self._waiting(roles), *_finished(newest, roles)]),
            Heading(words.OPEN),
            *_open(newest, roles),
            Heading(words.ROLES),
            *self._roles(roles),
            *self._figures(roles),
            Text(words.WHAT_NOW),
            Choices((_INVITE, _CHANNELS, _QUESTIONS, _SCREENINGS, _ROLES, _FIGURES, _HELP)),
            Text(words.SAY_HELP),
        )

    def steps(self, audience: Audience, conversation: str) -> tuple[Choice, ...]:
        """What somebody may want to say first in a chat, as it stands: at most four."""
        screened = self.ports.conversations.get(conversation).screening
        state = self.ports.screenings.state(screened) if screened else None
        if state and state.number:
            return (_CONTINUE, _REVIEW, _PERSON, _DATA) if state.open else (_DATA, _PERSON)
        if audience is not Audience.TEAM:
            return (_PAY, _MUST, _WHERE, _HELP)
        waits = any(question.open for question in self.ports.questions.of())
        unsigned = any(not self._signed(role) for role in self.ports.roles.all()[:ROWS])
        fitting = (_QUESTIONS if waits else None, _KIT if unsigned else None)
        return tuple([*filter(None, fitting), _ROLES, _SCREENINGS, _HELP][:4])

    def _newest(self) -> list[tuple[Entry, Screening]]:
        """The newest screenings and how they stand, newest first."""
        entries = self.ports.screenings.entries(newest=NEWEST)
        return [(one, self.ports.screenings.state(one.id)) for one in reversed(entries)]

    def _signed(self, role: Role) -> bool:
        approval = self.ports.kits.approved(role.id)
        return approval is not None and approval.version == present_kit(self.ports, role).version

    def _asked(self, role: Role) -> int:
        return sum(question.open for question in self.ports.questions.of(role.id))

    def _roles(self, roles: tuple[Role, ...]) -> tuple[Block, ...]:
        rows = [
            (role.title, words.role(self._signed(role), self._asked(role))) for role in roles[:ROWS]
        ]
        if not rows:
            return (Text(general.NO_ROLES),)
        return (Pairs(tuple(rows)), *_more(len(roles), "roles"))

    def _figures(self, roles: tuple[Role, ...]) -> tuple[Block, ...]:
        """How the screenings of the first roles go; nothing where nobody was invited."""
        found = [(role.title, funnel_of(self.ports, role)) for role in roles[:COUNTED]]
        rows = tuple((title, words.figures(one)) for title, one in found if one.invited)
        return (Heading(words.FIGURES), Pairs(rows)) if rows else ()

    def _waiting(self, roles: tuple[Role, ...]) -> list[str]:
        """What waits for the team in each role."""
        waiting = []
        for role in roles[:ROWS]:
            asked = self._asked(role)
            waiting += [words.questions(role.title, asked)] if asked else []
            waiting += [] if self._signed(role) else [words.unsigned(role.title)]
            absent = self.ports.absent(role.id)
            waiting += [places.waiting(role.title, absent)] if absent else []
        return waiting


def _titles(roles: tuple[Role, ...]) -> tuple[Block, ...]:
    if not roles:
        return (Text(general.NO_ROLES),)
    return (Items(tuple(role.title for role in roles[:ROWS])), *_more(len(roles), "roles"))


def _waiting(items: list[str]) -> tuple[Block, ...]:
    said = Items(tuple(items[:ROWS])) if items else Text(words.NOTHING_WAITS)
    return (Heading(words.WAITING), said, *_more(len(items), "help"))


def _finished(newest: list[tuple[Entry, Screening]], roles: tuple[Role, ...]) -> list[str]:
    titles = {role.id: role.title for role in roles}
    return [
        words.summary(entry.pseudonym, titles.get(entry.role, entry.role))
        for entry, screening in newest
        if screening.stage is Stage.FINISHED
    ]


def _open(newest: list[tuple[Entry, Screening]], roles: tuple[Role, ...]) -> tuple[Block, ...]:
    titles = {role.id: role.title for role in roles}
    rows = [
        (f"{entry.pseudonym}, {titles.get(entry.role, entry.role)}", to_team.standing(screening))
        for entry, screening in newest
        if screening.open
    ]
    if not rows:
        return (Text(words.NOBODY_OPEN),)
    return (Pairs(tuple(rows[:ROWS])), *_more(len(rows), "screenings"))


def _more(count: int, say: str) -> tuple[Block, ...]:
    return (Text(words.more(count - ROWS, say)),) if count > ROWS else ()
