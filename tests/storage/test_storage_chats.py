"""Chats, messages, posts and sign-ins: their ports' contract, on every database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.errors import LostRace
from bot.core.messages import Text
from bot.core.roles import Audience
from bot.core.screening.events import (
    Paused,
    Resumed,
)
from bot.ports import (
    Append,
    Approve,
    Conversation,
    Exchange,
    Remember,
)
from bot.storage.store import Store

from .conftest import Opener
from .examples import (
    ROLE,
    at,
    card,
    consented,
    keep,
    kit,
    opening,
    reply,
    said,
    screened,
)

# Conversations


def test_a_fresh_chat_and_one_that_is_remembered(store: Store) -> None:
    assert store.conversations.get("c-1") == Conversation("c-1")
    first = Conversation("c-1", ROLE, "s-9", ("Is it windy?", "“Why?”"), "change q2")
    keep(store, "m1", Remember(first))
    assert store.conversations.get("c-1") == first
    second = Conversation("c-1")
    keep(store, "m2", Remember(second))
    assert store.conversations.get("c-1") == second


# Inbox


def test_the_words_of_a_message_are_those_of_its_newest_revision(store: Store) -> None:
    assert store.records.words("m%1") == ""
    for name, text in (("m%1", "nine"), ("m%1~a", "eight"), ("m%1~b", ""), ("m%12", "two")):
        store.inbox.commit(replace(said(name), text=text), reply(Text("ok")), ())
    store.inbox.commit(replace(said("mx1~a"), text="other"), reply(Text("ok")), ())
    assert store.records.words("m%1") == "eight"
    assert store.records.words("m%12") == "two"


def test_a_message_has_one_effect_and_one_reply(store: Store, opener: Opener) -> None:
    assert store.inbox.reply_to("m1") is None
    first = reply(Text("first"), posts=(card("p-1"), card("p-2")))
    store.inbox.commit(said("m1"), first, ())
    with pytest.raises(LostRace):
        store.inbox.commit(said("m1"), reply(Text("second")), (Remember(Conversation("c-1", "x")),))
    assert store.inbox.reply_to("m1") == first == opener().inbox.reply_to("m1")
    assert store.conversations.get("c-1") == Conversation("c-1")


def test_an_error_in_the_middle_keeps_nothing_of_a_turn(store: Store) -> None:
    log = screened(store)
    naive = Paused(at().replace(tzinfo=None))
    changes = (
        Approve(kit(), "U-ada", at()),
        Remember(Conversation("c-9", ROLE)),
        opening("s-9", "token-9"),
        Append("s-1", 3, (Resumed(at(8)), naive)),
    )
    with pytest.raises(Exception, match="no time zone"):
        store.inbox.commit(said("m9", conversation="c-9"), reply(posts=(card("p-9"),)), changes)
    assert store.inbox.reply_to("m9") is None
    assert store.screenings.events("s-1") == log
    assert store.screenings.events("s-9") == ()
    assert store.conversations.get("c-9") == Conversation("c-9")
    assert store.kits.approved(ROLE) is None
    assert store.outbox.post("p-9") is None


# Outbox and records


def test_posts_wait_until_they_are_delivered_once(store: Store) -> None:
    posts = (card("p-1"), card("p-2"))
    store.inbox.commit(said("m1"), reply(posts=posts), ())
    assert store.outbox.undelivered() == posts
    assert store.outbox.post("p-2") == posts[1]
    assert store.outbox.post("unknown") is None
    assert store.outbox.mark_delivered("p-1", at(1))
    assert not store.outbox.mark_delivered("p-1", at(2))
    assert not store.outbox.mark_delivered("unknown", at(2))
    assert store.outbox.undelivered() == posts[1:]
    assert store.records.posts(ROLE) == posts
    assert store.records.posts("another") == ()


def test_the_same_post_is_not_kept_twice(store: Store) -> None:
    store.inbox.commit(said("m1"), reply(posts=(card("p-1"),)), ())
    with pytest.raises(LostRace):
        store.inbox.commit(said("m2"), reply(posts=(card("p-1"),)), ())
    assert store.inbox.reply_to("m2") is None


def test_a_transcript_is_what_was_said_in_order(store: Store) -> None:
    replies = [reply(Text(f"reply {number}")) for number in range(3)]
    replies[1] = reply(Text("reply 1"), posts=(card("p-1"),))
    for number, given in enumerate(replies):
        store.inbox.commit(said(f"m{number}", f"text {number}"), given, ())
    store.inbox.commit(said("other", "elsewhere", "c-2"), reply(), ())
    assert store.records.transcript("c-1") == tuple(
        Exchange(f"text {number}", at(), given) for number, given in enumerate(replies)
    )
    assert store.records.transcript("unknown") == ()


# Sign-ins


def test_a_link_opens_one_session(store: Store, opener: Opener) -> None:
    token = store.sign_ins.issue(at())
    session = opener().sign_ins.redeem(token, at(14), "Ria Example")
    assert session is not None
    assert session != token
    assert store.sign_ins.redeem(token, at(14)) is None
    assert store.sign_ins.name(session, at(14) + timedelta(hours=12)) == "Ria Example"
    assert store.sign_ins.name(session, at(14) + timedelta(hours=12, microseconds=1)) is None
    assert store.sign_ins.name(token, at(14)) is None
    assert store.sign_ins.name("", at(14)) is None


def test_a_link_lasts_fifteen_minutes(store: Store) -> None:
    token = store.sign_ins.issue(at())
    assert store.sign_ins.redeem(token, at(15.01)) is None
    assert store.sign_ins.redeem(store.sign_ins.issue(at()), at(15)) is not None
    assert store.sign_ins.redeem("made up", at()) is None


def test_expired_links_and_sessions_are_forgotten(store: Store) -> None:
    session = store.sign_ins.redeem(store.sign_ins.issue(at()), at())
    assert session is not None
    store.sign_ins.issue(at(60 * 13))
    assert store.sign_ins.name(session, at(1)) is None


# Text that databases refuse


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\ud800b", "a\ufffdb"),
        ("\u202eright to left\u202c", "\u202eright to left\u202c"),
        ("'; DROP TABLE messages; --", "'; DROP TABLE messages; --"),
        ('"quotes" \\ and %s {x} 👩‍🚀', '"quotes" \\ and %s {x} 👩‍🚀'),
        ("e\u0301 stays as written", "e\u0301 stays as written"),
    ],
)
def test_strange_text_survives_or_is_cleaned(store: Store, written: str, kept: str) -> None:
    keep(store, "m1", opening(candidate=written))
    event = replace(consented(), words=written)
    remembered = Conversation(f"c-{written}", ROLE, "s-1", (written,), written)
    incoming = said(f"m-{written}", written, f"c-{written}", Audience.CANDIDATE)
    changes = (Append("s-1", 1, (event,)), Remember(remembered))
    store.inbox.commit(incoming, reply(Text(written)), changes)
    assert store.people.name("s-1") == kept
    assert store.screenings.events("s-1")[1] == replace(event, words=kept)
    found = store.conversations.get(f"c-{written}")
    assert found == Conversation(f"c-{kept}", ROLE, "s-1", (kept,), kept)
    assert store.inbox.reply_to(f"m-{written}") == reply(Text(kept))
    assert store.records.transcript(f"c-{written}")[0].text == kept
