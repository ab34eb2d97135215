"""One candidate's message in one screening: everything gathered that a decision needs."""

from dataclasses import dataclass, replace

from bot.core import cards, dialogue
from bot.core.decisions import (
    Answer,
    AtQuestion,
    Command,
    Place,
    Resume,
    decide,
    place,
    whole_answer,
)
from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.fit import summarize
from bot.core.kits import Kit, Question, make_kit
from bot.core.messages import Block, Incoming, Post, Text
from bot.core.ratings import Rating
from bot.core.roles import Role
from bot.core.screening import Event, Finished, PersonAsked, Screening, Withdrawn, evolve, replayed
from bot.core.wording import fit as to_team
from bot.dialogues.turn import Turn, turn
from bot.ports import Append, Conversation, Ports, Remember

RATED_LENGTH = 12_000
"""How many characters of an answer are rated; all of it is kept."""


@dataclass(frozen=True, slots=True)
class Session:
    """A message, the chat it came in, and the screening as it stood when the message came."""

    ports: Ports
    incoming: Incoming
    conversation: Conversation
    role: Role
    kit: Kit
    screening: Screening

    @property
    def here(self) -> Place:
        """Where the screening stands."""
        return place(self.kit, self.screening)

    def rate(self, question: Question, whole: str) -> Rating:
        """The rating of a whole answer to one question."""
        read = whole[:RATED_LENGTH]
        return self.ports.rater.rate(question.criterion, question.text, read)

    def answer(self, text: str) -> Answer:
        """The command that answers what is asked now, with its rating."""
        here = self.here
        if isinstance(here, AtQuestion):
            whole = whole_answer(self.screening, here.question.id, text)
            return Answer(self.incoming.at, text, self.rate(here.question, whole))
        return Answer(self.incoming.at, text, None)

    def decide(self, *commands: Command) -> tuple[tuple[Event, ...], Screening]:
        """The events these commands cause, one after the other, and the screening after them.

        Whoever says something in a paused screening has come back.
        """
        resuming = (Resume(self.incoming.at),) if self.screening.paused else ()
        events: list[Event] = []
        after = self.screening
        for command in (*resuming, *commands):
            for event in decide(self.kit, after, command):
                events.append(event)
                after = evolve(after, event)
        return tuple(events), after

    def act(self, said: tuple[Block, ...], *commands: Command) -> Turn:
        """Carry the commands out, say `said`, then whatever comes next."""
        events, after = self.decide(*commands)
        return self.keep((*said, *dialogue.next_blocks(self.kit, after)), events, after)

    def keep(self, blocks: tuple[Block, ...], events: tuple[Event, ...], after: Screening) -> Turn:
        """A turn of these blocks that appends these events and tells the team what it must know."""
        return turn(
            blocks,
            *((Append(self.screening.id, self.screening.number, events),) if events else ()),
            Remember(replace(self.conversation, pending="")),
            posts=tuple(post for event in events if (post := self._post(event, after))),
        )

    def say(self, *blocks: Block, pending: str = "") -> Turn:
        """A turn that changes nothing in the screening; `pending` waits for one more word."""
        return turn(blocks, Remember(replace(self.conversation, pending=pending)))

    def ask_again(self, *said: Block) -> Turn:
        """Say something, then ask what was asked."""
        return self.say(*said, *dialogue.next_blocks(self.kit, self.screening))

    def _post(self, event: Event, after: Screening) -> Post | None:
        match event:
            case Finished():
                blocks = cards.fit_card(summarize(self.role, self.kit, after))
            case Withdrawn():
                blocks = cards.note(after.pseudonym, self.role.title, to_team.WITHDREW)
            case PersonAsked(_, asked) if not self.screening.person_asked:
                blocks = cards.note(after.pseudonym, self.role.title, to_team.WANTS_PERSON, asked)
            case _:
                return None
        identity = f"{self.screening.id}:{type(event).__name__.lower()}:{after.number}"
        return Post(identity, self.role.id, self.screening.id, self.incoming.at, blocks)


def gathered(
    ports: Ports, incoming: Incoming, conversation: Conversation, screened: str
) -> Session:
    """Read what a decision needs; raises UnknownScreening or UnknownRole."""
    screening = replayed(screened, ports.screenings.events(screened))
    if not screening.number:
        raise UnknownScreening(screened)
    role = ports.roles.get(screening.role)
    if role is None:
        raise UnknownRole(screening.role, tuple(known.id for known in ports.roles.all()))
    kept = replace(conversation, screening=screened, role=role.id)
    return Session(ports, incoming, kept, role, kit_of(ports, screening, role), screening)


def standing(ports: Ports, screened: str) -> Place:
    """Where a screening stands."""
    screening = replayed(screened, ports.screenings.events(screened))
    role = ports.roles.get(screening.role)
    if role is None:
        raise UnknownRole(screening.role, ())
    return place(kit_of(ports, screening, role), screening)


def kit_of(ports: Ports, screening: Screening, role: Role) -> Kit:
    """The kit a screening was opened with, whatever the brief says today."""
    return ports.kits.get(screening.role, screening.kit_version) or make_kit(role)


def said(text: str) -> tuple[Block, ...]:
    """One paragraph."""
    return (Text(text),)
