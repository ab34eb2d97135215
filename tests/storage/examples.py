"""Invented values for the storage's tests, and ways to make more of them."""

from datetime import UTC, datetime, timedelta

from bot.briefs.reading import read_brief
from bot.core.kits.kit import Kit, make_kit
from bot.core.messages import Block, Heading, Incoming, Post, Quote, Reply, Text
from bot.core.ratings import Evidence, Level, Outcome, Part, Rating
from bot.core.roles import Audience, Role
from bot.core.screening.events import (
    Answered,
    Consented,
    Event,
    Invited,
)
from bot.ports import Append, Change, Conversation, Open, Remember
from bot.storage.store import Store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ROLE = "lighthouse-keeper"
CANDIDATE = "Ottoline Invented-Quibble"
PSEUDONYM = "Candidate 7F3"
ANSWER = "At the Farflung Rock I rebuilt the zephyr-lamp in 2019; outages fell from nine to one."
QUOTE = "I rebuilt the zephyr-lamp in 2019"
TOKEN = "invented-token-" + "x" * 30

BRIEF = """# Lighthouse Keeper

Location: Farflung Rock

## Required
- Two winters of keeping a light in working order
- Repairing lamps and lenses
- 3+ years of living far from a shop

## Preferred
- Knows the local birds
"""

parse = read_brief


def role(markdown: str = BRIEF) -> Role:
    """An invented role."""
    return read_brief(ROLE, "lighthouse.md", markdown)


def kit() -> Kit:
    """Its kit."""
    return make_kit(role())


def at(minutes: float = 0) -> datetime:
    """A moment some minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def opening(screening: str = "s-1", token: str = TOKEN, candidate: str = CANDIDATE) -> Open:
    """The change that opens a screening."""
    made = kit()
    return Open(
        screening=screening,
        invited=Invited(at(), ROLE, made.version, made.brief_version, PSEUDONYM, False),
        candidate=candidate,
        token=token,
        expires_at=at(60),
        kit=made,
    )


def answered(answer: str = ANSWER, quote: str = QUOTE) -> Answered:
    """An answer that shows its criterion."""
    start = answer.index(quote)
    evidence = (Evidence(start, start + len(quote), quote),)
    reasons = ("Names one case and what the candidate did.",)
    rating = Rating(Outcome.RATED, Level.IMPACT, evidence, reasons, Part.RESULT, "lexical-1")
    return Answered(at(3), "q1", answer, rating)


def consented() -> Consented:
    """A yes to the notice."""
    return Consented(at(1), "yes, let us begin")


def said(
    message: str,
    text: str = "hello",
    conversation: str = "c-1",
    audience: Audience = Audience.CANDIDATE,
    screening: str = "",
) -> Incoming:
    """One incoming message."""
    return Incoming(
        message, conversation, "U1", audience, text, at(), role=ROLE, screening=screening
    )


def reply(*blocks: Block, posts: tuple[Post, ...] = ()) -> Reply:
    """One reply."""
    return Reply(blocks or (Text("Thank you."),), posts)


def card(post: str = "p-1", screening: str = "s-1", quote: str = QUOTE) -> Post:
    """A post about a candidate, with the candidate's words."""
    blocks = (Heading(f"{PSEUDONYM} · Lighthouse Keeper"), Quote(quote, PSEUDONYM))
    return Post(post, ROLE, screening, at(4), blocks)


def keep(store: Store, message: str, *changes: Change) -> None:
    """Commit changes as a message of their own."""
    store.inbox.commit(said(message, conversation=f"chat-of-{message}"), reply(), changes)


def screened(store: Store, screening: str = "s-1", token: str = TOKEN) -> tuple[Event, ...]:
    """A screening of three events in its own chat, opened by a recruiter; gives its log."""
    opened = opening(screening, token)
    invited = said(f"{screening}-0", f"invite {CANDIDATE}", "team", Audience.TEAM)
    store.inbox.commit(invited, reply(Text(f"{CANDIDATE} is invited as {PSEUDONYM}.")), (opened,))
    chat = f"chat-{screening}"
    bound = Remember(Conversation(chat, ROLE, screening, ("Is the rock windy?",), ""))
    spoken: tuple[tuple[Event, str], ...] = ((consented(), consented().words), (answered(), ANSWER))
    for number, (event, words) in enumerate(spoken, 1):
        incoming = said(f"{screening}-{number}", words, chat)
        posts = (card(f"{screening}-p", screening),) if number == 2 else ()
        changes = (Append(screening, number, (event,)), bound)
        store.inbox.commit(incoming, reply(Quote(words), posts=posts), changes)
    return (opened.invited, consented(), answered())
