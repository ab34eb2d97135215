"""One candidate's message in one screening: everything gathered that a decision needs."""

from dataclasses import dataclass, replace

from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.fit import cards
from bot.core.fit.data import fit_bytes
from bot.core.fit.summary import FitSummary, summarize
from bot.core.kits.edits import edited
from bot.core.kits.kit import Kit, Question
from bot.core.messages import Block, Incoming, Post, Text
from bot.core.ratings import Level, Outcome, Rating, not_rated
from bot.core.roles import Role
from bot.core.screening import dialogue, waiting
from bot.core.screening.commands import (
    Answer,
    AskPerson,
    Command,
    Finish,
    Overlap,
    Resume,
)
from bot.core.screening.coverage import may_cover
from bot.core.screening.decisions import decide, whole_answer
from bot.core.screening.events import (
    Event,
    Finished,
    PersonAsked,
    Withdrawn,
)
from bot.core.screening.evolution import evolve
from bot.core.screening.notice_events import AnotherWayAsked
from bot.core.screening.places import AtGate, AtQuestion, Place, place
from bot.core.screening.screening import Screening
from bot.core.screening.waiting import Wait
from bot.core.team.screened import Screened
from bot.core.text.language import foreign
from bot.core.wording import concerns as beside
from bot.core.wording import fit as to_team
from bot.core.wording import notice as about_notice
from bot.dialogues.candidates.channel_card import channel_card
from bot.dialogues.screening.waits import wait_of
from bot.dialogues.turn import Turn, turn
from bot.ports import Append, Conversation, Ports, Remember

_NOT_READ = "language-1"
"""The rater's name where an answer is in a language the bot does not read."""
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
        """The rating of a whole answer to one question; never of words that cannot be read."""
        if foreign(whole):
            return not_rated(Outcome.NOT_ENOUGH, beside.FOREIGN_REASON, _NOT_READ)
        read = whole[:RATED_LENGTH]
        others = [one.criterion.text for one in self.kit.questions if one.id != question.id]
        return self.ports.rater.rate(question.criterion, question.text, read, others)

    def answer(self, text: str, statement: str = "") -> Answer:
        """The command that answers what is asked now with `text`, with its rating.

        `statement` is how `text` begins, up to a question about the role: that question is kept
        with the answer, since they are the candidate's words, but is not rated.
        """
        here = self.here
        if isinstance(here, AtGate) or not isinstance(here, AtQuestion):
            return Answer(self.incoming.at, statement or text, None)
        read = whole_answer(self.screening, here.question.id, statement or text)
        also = self._also(here.question, read)
        return Answer(self.incoming.at, text, self.rate(here.question, read), also)

    def _also(self, asked: Question, answer: str) -> tuple[Overlap, ...]:
        """The questions still to come that the answer demonstrates too."""
        coming = (
            question
            for question in self.kit.questions
            if question.id not in self.screening.given and question != asked
        )
        rated = (
            Overlap(question.id, self.rate(question, answer))
            for question in coming
            if may_cover(answer, asked, question)
        )
        return tuple(one for one in rated if (one.rating.level or 0) >= Level.DEMONSTRATED)

    def summary(self, after: Screening) -> FitSummary:
        """The fit summary of the screening in this state."""
        then = role_then(self.ports, self.role, after)
        return summarize(self.role, self.kit, after, then)

    def finish(self) -> Finish:
        """The command that sends the answers, with the fit summary they make."""
        sent = evolve(self.screening, Finished(self.incoming.at))
        summary = fit_bytes(self.summary(sent)).decode()
        return Finish(self.incoming.at, summary)

    def decide(self, *commands: Command) -> tuple[tuple[Event, ...], Screening]:
        """The events these commands cause, one after the other, and the screening after them.

        Whoever says something in a paused screening has come back, but for asking for a person.
        """
        back = self.screening.paused and not all(isinstance(one, AskPerson) for one in commands)
        resuming = (Resume(self.incoming.at),) if back or not commands else ()
        return self.stay(*resuming, *commands)

    def stay(self, *commands: Command) -> tuple[tuple[Event, ...], Screening]:
        """The events of these commands alone: a paused screening stays paused."""
        events: list[Event] = []
        after = self.screening
        for command in commands:
            for event in decide(self.kit, after, command):
                events.append(event)
                after = evolve(after, event)
        return tuple(events), after

    def act(self, said: tuple[Block, ...], *commands: Command) -> Turn:
        """Carry the commands out, say `said`, then whatever comes next."""
        events, after = self.decide(*commands)
        return self.keep((*said, *self.next_after(after)), events, after)

    @property
    def wait(self) -> Wait | None:
        """The notice that is waited for; None where nothing is."""
        policy = self.ports.policies(self.role.id)
        return wait_of(policy, self.incoming, self.screening)

    @property
    def asked_now(self) -> tuple[Block, ...]:
        """What is asked where the screening stands."""
        return self.next_after(self.screening)

    def next_after(self, after: Screening) -> tuple[Block, ...]:
        """What is asked in this state of the screening, with what was written there so far."""
        policy = self.ports.policies(self.role.id)
        kept_days, wait = policy.retention_days, wait_of(policy, self.incoming, after)
        if wait and not after.paused:
            return waiting.notice(self.kit, kept_days, wait)
        asked = dialogue.next_blocks(self.kit, after, kept_days)
        drafted = self._drafted(after)
        return asked if drafted is None or after.paused else dialogue.begun(asked, drafted)

    def _drafted(self, after: Screening) -> str | None:
        """What is being written, where the screening still asks for it in this state."""
        here = self.here
        same = isinstance(here, AtQuestion) and place(self.kit, after) == here
        return self.conversation.draft if same else None

    def keep(
        self,
        blocks: tuple[Block, ...],
        events: tuple[Event, ...],
        after: Screening,
        pending: str = "",
    ) -> Turn:
        """A turn of these blocks that appends these events and tells the team what it must know.

        `pending` waits for one more word.
        """
        return turn(
            blocks,
            *((Append(self.screening.id, self.screening.number, events),) if events else ()),
            Remember(replace(self.conversation, pending=pending, draft=self._drafted(after))),
            posts=tuple(post for event in events if (post := self._post(event, after))),
        )

    def say(self, *blocks: Block, pending: str = "") -> Turn:
        """A turn that changes nothing in the screening; `pending` waits for one more word."""
        return turn(blocks, Remember(replace(self.conversation, pending=pending)))

    def ask_again(self, *said: Block) -> Turn:
        """Say something, then ask what was asked."""
        return self.say(*said, *self.asked_now)

    def _post(self, event: Event, after: Screening) -> Post | None:
        match event:
            case Finished():
                name = self.ports.name_of(after.id)
                one = Screened(self.summary(after), (), name, resume=after.resume)
                blocks = channel_card(self.ports, one)
            case Withdrawn():
                about = to_team.WITHDREW if after.consented_at else to_team.NOT_STARTED
                blocks = cards.note(after.pseudonym, self.role.title, about)
            case AnotherWayAsked():
                about = about_notice.WANTS_ANOTHER_WAY.format(who=after.pseudonym)
                blocks = cards.note(after.pseudonym, self.role.title, about)
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
    screening = ports.screenings.state(screened)
    if not screening.number:
        raise UnknownScreening(screened)
    role = role_of(ports, screening.role)
    kept = replace(conversation, screening=screened, role=role.id)
    return Session(ports, incoming, kept, role, kit_of(ports, screening, role), screening)


def standing(ports: Ports, screened: str) -> Place:
    """Where a screening stands; raises UnknownRole."""
    screening = ports.screenings.state(screened)
    return place(kit_of(ports, screening, role_of(ports, screening.role)), screening)


def role_of(ports: Ports, role: str) -> Role:
    """The role with this id; raises UnknownRole with the ids there are."""
    found = ports.roles.get(role)
    if found is None:
        raise UnknownRole(role, tuple(known.id for known in ports.roles.all()))
    return found


def role_then(ports: Ports, role: Role, screening: Screening) -> Role | None:
    """The role as its brief was when the screening was opened; None where that is not kept."""
    if role.version == screening.brief_version:
        return role
    return ports.roles.at(role.id, screening.brief_version)


def kit_of(ports: Ports, screening: Screening, role: Role) -> Kit:
    """The kit a screening was opened with, whatever the brief says today.

    Where today's asks the same, it is today's: its lines are those of the brief as it is now.
    """
    today = present_kit(ports, role)
    if today.version == screening.kit_version:
        return today
    return ports.kits.get(screening.role, screening.kit_version) or today


def present_kit(ports: Ports, role: Role) -> Kit:
    """The role's kit as it is now: made from the brief, with what recruiters wrote over it."""
    return edited(role, ports.kits.edits(role.id))


def said(text: str) -> tuple[Block, ...]:
    """One paragraph."""
    return (Text(text),)
