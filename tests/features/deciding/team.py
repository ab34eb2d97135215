"""A hiring team around one finished screening: two recruiters, a thread, a candidate's chat."""

from dataclasses import dataclass, replace

from bot.bot import Bot
from bot.core.clock.policy import Policy
from bot.core.messages import Block, Incoming, Origin, Post
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.core.screening.events import Event
from bot.ports.delivery import Standing
from tests.recruiting.office import KEEPER, NOON, Office, words

RIA, BO = "U-ria", "U-bo"
THREAD = "slack:T1:C1:17.5"
SLACK = Origin("slack", (("channel", "D-ottoline"),))
STORY = "Relit the lamp in one night, alone, with a new lens, and 40 ships came home."


@dataclass
class Team:
    """Says things about one candidate, in the thread of the card unless another chat is named."""

    office: Office
    screening: str

    @property
    def code(self) -> str:
        """The candidate's pseudonym without the word in front."""
        return self.pseudonym.removeprefix("Candidate ")

    @property
    def pseudonym(self) -> str:
        """How the team sees the candidate."""
        entries = self.office.store.screenings.entries()
        return next(one.pseudonym for one in entries if one.id == self.screening)

    @property
    def log(self) -> tuple[Event, ...]:
        """What happened."""
        return self.office.store.screenings.events(self.screening)

    @property
    def card(self) -> tuple[Block, ...]:
        """The card as it stands in the hiring channel now."""
        posts = self.office.store.records.posts(KEEPER)
        return next(one.blocks for one in posts if ":finished:" in one.id)

    @property
    def card_words(self) -> str:
        """The same as plain text."""
        return plain(self.card)

    def last(self) -> Event:
        """What happened last."""
        return self.log[-1]

    def to_candidate(self) -> tuple[Post, ...]:
        """What was sent to the candidate unasked."""
        return tuple(post for post in self.office.store.outbox.undelivered() if post.conversation)

    def say(
        self, text: str, person: str = RIA, chat: str = THREAD, audience: Audience = Audience.TEAM
    ) -> str:
        """What somebody is told; in a thread others read along."""
        private = not chat.startswith("slack:T1:C1")
        identity = f"t-{next(self.office.numbers)}"
        name = person.removeprefix("U-").capitalize()
        message = Incoming(identity, chat, person, audience, text, NOON, private=private, name=name)
        return words(self.office.bot.handle(message))

    def candidate(self, text: str) -> str:
        """What the candidate is told."""
        identity = f"t-{next(self.office.numbers)}"
        message = Incoming(
            identity, "dm-ottoline", "U-o", Audience.CANDIDATE, text, NOON, origin=SLACK
        )
        return words(self.office.bot.handle(message))

    def rated_blind(self) -> None:
        """From now on the role is rated blind."""
        ports = replace(self.office.ports, policies=lambda _: Policy(blind_first=True))
        self.office.bot = Bot(ports)


def finished(office: Office, answer: str = STORY) -> Team:
    """A screening that is finished, its card posted to a Slack channel."""
    token = office.invited()
    team = Team(office, office.store.screenings.entries()[-1].id)
    for text in (f"start {token}", "yes", answer, "send"):
        team.candidate(text)
    post = next(one for one in office.store.records.posts(KEEPER) if ":finished:" in one.id)
    office.store.standings.note([Standing(post.id, "slack", {"channel": "C1", "ts": "17.5"})])
    return team
