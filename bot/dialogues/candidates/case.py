"""One screening that somebody of the team acts on: who is meant, and what is kept of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.errors import ErasedHere, UnknownScreening
from bot.core.messages import Block, Incoming, Post, Text
from bot.core.screening.events import Event
from bot.core.screening.screening import Screening, Stage, replayed
from bot.core.team.record import Spoken, record, spoken_in
from bot.core.team.review import Review, review
from bot.core.team.screened import Screened
from bot.core.wording import deciding as words
from bot.dialogues.candidates.channel_card import channel_card
from bot.dialogues.candidates.finding import STOPPED, code_of, entry_by_id, screened_so_far
from bot.dialogues.candidates.waiting import no_longer
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import kit_of, role_of
from bot.dialogues.turn import Turn, turn
from bot.ports import Append, Change, Entry, Ports, Redraw, Remember


@dataclass(frozen=True, slots=True)
class Case:
    """A screening, its log as it stood when the message came, and who acts."""

    request: Request
    entry: Entry
    events: tuple[Event, ...]

    @property
    def ports(self) -> Ports:
        """What the bot is given."""
        return self.request.ports

    @property
    def incoming(self) -> Incoming:
        """The message."""
        return self.request.incoming

    @property
    def at(self) -> datetime:
        """When it was said."""
        return self.incoming.at

    @property
    def who(self) -> tuple[str, str]:
        """Who acts: their id, and what the platform calls them."""
        return self.incoming.person, self.incoming.name

    @property
    def pseudonym(self) -> str:
        """How the team sees the candidate."""
        return self.entry.pseudonym

    @property
    def code(self) -> str:
        """The same without the word in front."""
        return code_of(self.entry)

    @property
    def screening(self) -> Screening:
        """Where the screening stands."""
        return replayed(self.entry.id, self.events)

    @property
    def review(self) -> Review:
        """What the team added so far."""
        return review(self.events)

    @property
    def finished(self) -> bool:
        """Whether the answers were sent."""
        return self.screening.stage is Stage.FINISHED

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """The questions and answers, also of somebody who chose another way.

        Raises NotSummarized, UnknownRole.
        """
        if self.screening.stage is not Stage.ANOTHER_WAY:
            return spoken_in(self.screened().record)
        role = role_of(self.ports, self.entry.role)
        return spoken_in(record(kit_of(self.ports, self.screening, role), self.events))

    def screened(self) -> Screened:
        """What is known of it; raises NotSummarized, UnknownRole."""
        return screened_so_far(self.ports, self.entry, self.events)

    def keep(self, said: tuple[Block, ...], *events: Event, posts: tuple[Post, ...] = ()) -> Turn:
        """Append events, bring a card up to date, and wait for nothing more of this person."""
        append = Append(self.entry.id, len(self.events), events)
        summarized = self.screening.stage not in STOPPED
        card = (redrawn(self.ports, self.entry, (*self.events, *events)),) if summarized else ()
        return turn(said, append, *card, self.no_longer(), posts=posts)

    def no_longer(self) -> Change:
        """Wait for no words of this person any more."""
        return Remember(no_longer(self.request.conversation, self.incoming.person))

    def to_candidate(self, name: str, blocks: tuple[Block, ...]) -> tuple[Post, ...]:
        """A post for the chat in which the candidate wrote last; none where they never did."""
        reach = self.ports.reach(self.entry.id)
        if reach is None:
            return ()
        identity = f"{self.incoming.id}:{name}"
        of = (self.entry.role, self.entry.id, self.at)
        return (Post(identity, *of, blocks, reach.conversation, reach.origin),)

    @property
    def reachable(self) -> bool:
        """Whether the candidate can be written to first."""
        reach = self.ports.reach(self.entry.id)
        return reach is not None and reach.origin is not None


def meant(request: Request, named: str | None) -> Case | Turn | None:
    """The screening that is named, or whose card's thread this is; a turn where that is not plain.

    None where none is. Raises UnknownScreening, ErasedHere.
    """
    ports = request.ports
    above = ports.thread_of(request.conversation.id)
    wanted = (named or "").strip().casefold().removeprefix("candidate ").strip()
    if above == "":
        raise ErasedHere
    if above:
        entry = entry_by_id(ports, above)
        if wanted in ("", entry.id.casefold(), code_of(entry).casefold()):
            return _case(request, entry)
    if not wanted:
        return None
    return _named(request, wanted, named or "")


def acted(request: Request, named: str | None, act: Callable[[Case], Turn]) -> Turn | None:
    """What comes of acting on the screening that is meant; raises as `meant` does."""
    case = meant(request, named)
    return act(case) if isinstance(case, Case) else case


def _named(request: Request, wanted: str, named: str) -> Case | Turn:
    every = request.ports.screenings.entries()
    found = [e for e in every if wanted == e.id.casefold()]
    found = found or [e for e in every if wanted == code_of(e).casefold()]
    if not found:
        raise UnknownScreening(named.strip())
    # The chat's or the place's role: one that a reason happens to name is not meant.
    role, place = request.conversation.role, request.incoming.role
    theirs = [entry for entry in found if entry.role == (role or place)]
    if not theirs and place:
        # In a role's own place nobody of another role is meant, also where this one was erased.
        raise UnknownScreening(named.strip())
    theirs = theirs or found
    if len({entry.role for entry in theirs}) > 1:
        return request.ask_role()
    return _case(request, theirs[0])


def _case(request: Request, entry: Entry) -> Case:
    events = request.ports.screenings.events(entry.id)
    if not events:  # it was erased a moment ago
        raise UnknownScreening(entry.pseudonym)
    return Case(request, entry, events)


def only_finished(case: Case) -> Turn | None:
    """The turn where the answers were not sent; None where they were."""
    return None if case.finished else turn((Text(words.not_finished(case.pseudonym)),))


def redrawn(ports: Ports, entry: Entry, events: tuple[Event, ...]) -> Redraw:
    """The screening's card as it is after these events."""
    return Redraw(entry.id, channel_card(ports, screened_so_far(ports, entry, events)))
