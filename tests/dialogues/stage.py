"""The stage a dialogue is played on: the real bot on a database of its own, and a clock to turn."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bot.assembly.assemble import App, assemble
from bot.bot import Bot
from bot.core.messages import Choices, Incoming, Origin, Post, Reply
from bot.core.roles import Audience, Role
from bot.core.screening.decisions import AtQuestion
from bot.core.screening.screening import Screening, replayed
from bot.dialogues.screening.session import standing
from bot.settings import read_settings

ROOT = Path(__file__).resolve().parents[2]
BRIEFS = (Path(__file__).parent / "briefs", ROOT / "seeds")
START = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
RECRUITER = "Ada"
_NAMES = ("7f3", "k2m", "p9x", "c4d")
"""How the screenings' ids begin, in their order; the team sees “Candidate 7F3”."""


@dataclass
class Seat:
    """Where a person sits: their chat, what they may see, and the screening their link opens."""

    person: str
    conversation: str
    audience: Audience
    screening: str = ""
    private: bool = True
    origin: Origin | None = None


@dataclass
class Stage:
    """One dialogue's world. `invited` are the screenings in the order they were opened."""

    home: Path
    app: App = field(init=False)
    bot: Bot = field(init=False)
    now: datetime = START
    seats: dict[str, Seat] = field(default_factory=dict)
    invited: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    last: Incoming | None = None
    reply: Reply | None = None
    replies: dict[str, Reply] = field(default_factory=dict)
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    roles: list[Role] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        """Start the bot on the database that is there."""
        seeds = self.home / "seeds"
        chosen = read_settings(
            home=self.home, seeds=seeds, database_url="", model="", **self.settings
        )
        self.app = assemble(chosen)
        self.bot = Bot(replace(self.app.ports, new_id=self._identity, token_of=self._token))

    def restart(self) -> None:
        """Stop the bot and start it anew on the same database."""
        self.app.close()
        self.open()

    def set_policy(self, name: str, value: str) -> None:
        """Start the bot anew with another policy."""
        self.settings[name] = value
        self.restart()

    def hiring_channel_in_slack(self) -> None:
        """Start the bot anew with a channel that posts are sent to."""
        self.set_policy("hiring_channels", "*=slack:C0123")

    def in_slack(self, who: str) -> None:
        """From now on somebody writes where they can be written to first."""
        self.seat(who).origin = Origin("slack", (("channel", f"D-{who}"),))

    def let_pass(self, time: timedelta) -> None:
        """Time passes, and the clock is looked at each hour, as the running program does."""
        until = self.now + time
        while self.now < until:
            self.now = min(self.now + timedelta(hours=1), until)
            self.app.clock.tick(self.now)

    def sent_unasked(self) -> tuple[Post, ...]:
        """What was sent to people's own chats since last time."""
        outbox = self.app.store.outbox
        sent = tuple(post for post in outbox.undelivered() if post.origin)
        for post in sent:
            outbox.mark_delivered(post.id, self.now)
        return sent

    def _identity(self) -> str:
        identity = f"{_NAMES[len(self.invited)]}{len(self.invited):013}"
        self.invited.append(identity)
        return identity

    def _token(self, screening: str) -> str:
        token = self.app.invitations.token(screening)
        self.tokens.append(token)
        return token

    def hire_for(self, brief: str) -> None:
        """Take a brief in, by its file's name."""
        file = next(
            folder / f"{brief}.md" for folder in BRIEFS if (folder / f"{brief}.md").exists()
        )
        text = file.read_text("utf-8")
        self.roles.append(self.app.store.roles.put(brief, file.name, text, self.now))

    def rewrite_brief(self, line: str) -> None:
        """Add a line to the brief in force."""
        role = self.roles[-1]
        text = f"{self.app.store.roles.markdown(role.id)}\n- {line}\n"
        self.roles[-1] = self.app.store.roles.put(role.id, role.source, text, self.now)

    def seat(self, who: str) -> Seat:
        """Where somebody sits; a private chat where they have no place yet."""
        if who not in self.seats:
            audience = Audience.TEAM if who == RECRUITER else Audience.CANDIDATE
            self.seats[who] = Seat(who, f"chat:{who}", audience)
        return self.seats[who]

    def edit(self, who: str, old: str, new: str) -> Reply:
        """Somebody edits a message they sent earlier, where the platform tells of it."""
        return self.say(who, new, revises=old)

    def delete(self, who: str, old: str) -> Reply:
        """Somebody deletes a message they sent earlier."""
        return self.say(who, "", revises=old)

    def say(self, who: str, text: str, files: int = 0, place: str = "", revises: str = "") -> Reply:
        """One message, and the reply to it."""
        seat = self.seat(who)
        if place:
            seat = replace(seat, conversation=f"{place}:{who}", screening="", private=False)
        for number, token in enumerate(self.tokens, 1):
            text = text.replace(f"{{code {number}}}", token)
        incoming = Incoming(
            id=f"m{next(self.numbers)}",
            conversation=seat.conversation,
            person=seat.person,
            audience=seat.audience,
            text=text,
            at=self.now,
            role="",
            screening=seat.screening,
            private=seat.private,
            files=files,
            revises=revises,
            origin=seat.origin if seat.private else None,
        )
        return self._deliver(who, incoming)

    def _deliver(self, who: str, incoming: Incoming) -> Reply:
        self.last = incoming
        self.reply = self.replies[who] = self.bot.handle(incoming)
        self.now += timedelta(seconds=40)
        return self.reply

    def deliver_again(self) -> None:
        """The last message arrives a second time."""
        assert self.last is not None
        assert self.bot.handle(self.last) == self.reply, "the same message got another reply"

    def press(self, who: str, label: str) -> Reply:
        """Press a button of the last reply to somebody."""
        offered = [
            choice
            for block in self.replies[who].blocks
            if isinstance(block, Choices)
            for choice in block.choices
        ]
        typed = {choice.label: choice.typed for choice in offered}
        assert label in typed, f"there is no button “{label}”, but {list(typed)}"
        return self.say(who, typed[label])

    def invite(self, who: str, title: str = "") -> None:
        """Sign the kit off and invite somebody, as the recruiter says it."""
        if title:
            self.say(RECRUITER, f"use {title}")
        self.say(RECRUITER, "approve the kit")
        self.say(RECRUITER, f"invite {who} Example")
        self.seat(who)

    def open_link(self, who: str) -> Reply:
        """Open the link of the newest invitation."""
        seat = self.seat(who)
        seat.screening = self.invited[-1]
        seat.conversation = f"link:{seat.screening}"
        return self.say(who, "")

    def screening(self, who: str) -> str:
        """The screening somebody is in."""
        seat = self.seat(who)
        return seat.screening or self.app.store.conversations.get(seat.conversation).screening

    def log(self, who: str) -> Screening:
        """The state of the screening somebody is in, from its log."""
        identity = self.screening(who)
        return replayed(identity, self.app.store.screenings.events(identity))

    def probing(self, who: str) -> bool:
        """Whether the follow-up of a question waits."""
        here = standing(self.app.ports, self.screening(who))
        return isinstance(here, AtQuestion) and here.probing

    def answer_until(self, who: str, there: Callable[[str], bool]) -> None:
        """Answer whatever is asked with short invented answers until a place is reached."""
        for number in range(60):
            place = standing(self.app.ports, self.screening(who))
            if there(_named(place)):
                return
            self.say(who, _ANSWERS[number % len(_ANSWERS)])
        raise AssertionError("that place was never reached")

    def close(self) -> None:
        """Tear down."""
        self.app.close()
        shutil.rmtree(self.home, ignore_errors=True)


def _named(place: object) -> str:
    """A place as a stage direction names it."""
    if isinstance(place, AtQuestion):
        return "" if place.probing else f"question {place.number}"
    return {"AtReview": "the review", "AtGate": "the short questions"}.get(type(place).__name__, "")


_ANSWERS = (
    "7",
    "Yes",
    "Last winter I took that over at Harbour Example, and I did it by hand every night.",
    "In 2024 I wrote the plan for it myself, and I tested it with two colleagues in May.",
    "That is all I can say about it.",
)
