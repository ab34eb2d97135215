"""Questions for the team: their port's contract, on every database that is supported."""

from dataclasses import replace

import pytest

from bot.core.answering.question_changes import AskTeam, Publish, Retract, Told
from bot.core.answering.questions import Ask, Question, TeamAnswer
from bot.core.errors import LostRace
from bot.core.messages import Origin, Post, Reply, Text
from bot.core.roles import Audience
from bot.ports import Erase, Questions, Records
from bot.storage.store import Store

from .conftest import Opener
from .examples import BRIEF, ROLE, at, keep, reply, role, said, screened
from .test_storage_races import at_once, committing

THERE = Origin("slack", (("channel", "D0"), ("thread_ts", "1.5")))
MINE = Ask("c-1", Audience.CANDIDATE, "Is the rock windy?", at(), origin=THERE)
TEAMS = Ask("c-2", Audience.TEAM, "Windy?", at(1))
WINDY = TeamAnswer("The rock is windy.", Audience.CANDIDATE, "Bea", "U-bea", at(5))


def asked(store: Store, *asks: Ask, number: int = 1) -> None:
    for others, ask in enumerate(asks):
        keep(store, f"a{number}-{others}", AskTeam(number, ROLE, ask, others))


def test_the_store_has_the_ports(store: Store) -> None:
    questions: Questions = store.questions
    records: Records = store.records
    assert questions.of() == ()
    assert questions.get(1) is None
    assert questions.fresh() == 1
    assert records.news("c-1") == ()


def test_a_question_is_read_back_with_all_who_asked(store: Store, opener: Opener) -> None:
    asked(store, MINE, TEAMS)
    for one in (store, opener()):
        assert one.questions.get(1) == Question(1, ROLE, at(), (MINE, TEAMS))
        assert one.questions.of() == one.questions.of(ROLE) == (one.questions.get(1),)
        assert one.questions.of("another") == ()
        assert one.questions.fresh() == 2


def test_every_revision_is_kept_and_the_last_one_counts(store: Store) -> None:
    asked(store, MINE)
    calm = replace(WINDY, text="It is calm.", audience=Audience.TEAM, at=at(6))
    keep(store, "p1", Publish(1, 0, 1, WINDY))
    keep(store, "p2", Publish(1, 1, 1, calm))
    question = store.questions.get(1)
    assert question is not None
    assert question.answers == (WINDY, calm)
    assert question.answer == calm
    keep(store, "r1", Retract(1, 2, 1, at(7)))
    withdrawn = store.questions.get(1)
    assert withdrawn == replace(question, withdrawn_at=at(7))
    assert withdrawn.answer is None
    keep(store, "p3", Publish(1, 2, 1, WINDY))
    again = store.questions.get(1)
    assert again is not None
    assert again.answer == WINDY


@pytest.mark.parametrize(
    "change",
    [
        AskTeam(1, ROLE, TEAMS),
        AskTeam(1, ROLE, TEAMS, 2),
        AskTeam(1, ROLE, MINE, 1),
        AskTeam(9, ROLE, MINE, 1),
        Publish(1, 1, 1, WINDY),
        Publish(1, 0, 2, WINDY),
        Publish(9, 0, 0, WINDY),
        Retract(1, 1, 1, at()),
        Retract(9, 0, 0, at()),
        Told(("unknown",)),
    ],
)
def test_what_was_decided_on_something_else_is_a_lost_race(
    store: Store, change: AskTeam | Publish | Retract | Told
) -> None:
    asked(store, MINE)
    before = store.questions.of()
    with pytest.raises(LostRace):
        keep(store, "late", change)
    assert store.questions.of() == before
    assert store.inbox.reply_to("late") is None


def test_of_two_that_open_a_question_at_once_one_decides_again(
    store: Store, opener: Opener
) -> None:
    other = opener()
    for number in range(1, 6):
        outcomes = at_once(
            committing(store, f"x{number}", "x", AskTeam(number, ROLE, MINE)),
            committing(other, f"y{number}", "y", AskTeam(number, ROLE, TEAMS)),
        )
        assert sorted(map(bool, outcomes)) == [False, True]


def test_an_answer_and_one_more_who_asks_at_once_miss_nobody(store: Store, opener: Opener) -> None:
    other = opener()
    for number in range(1, 6):
        keep(store, f"open {number}", AskTeam(number, ROLE, MINE))
        outcomes = at_once(
            committing(store, f"x{number}", "x", AskTeam(number, ROLE, TEAMS, 1)),
            committing(other, f"y{number}", "y", Publish(number, 0, 1, WINDY)),
        )
        assert sorted(map(bool, outcomes)) == [False, True]


def test_a_published_answer_is_a_passage_of_its_role_whatever_the_brief(store: Store) -> None:
    store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    asked(store, MINE)
    assert store.roles.get(ROLE) == role()
    assert store.roles.all() == (role(),)
    keep(store, "p1", Publish(1, 0, 1, WINDY))
    store.roles.put(ROLE, "lighthouse.md", BRIEF.replace("3+ years", "5+ years"), at(8))
    known = store.roles.get(ROLE)
    assert known is not None
    assert store.roles.all() == (known,)
    (passage,) = known.sections[-1].passages
    assert (passage.text, passage.line) == ("The rock is windy.", 0)
    assert passage.author == "answered by Bea on 23 November 2026"
    keep(store, "p2", Publish(1, 1, 1, replace(WINDY, audience=Audience.TEAM)))
    secret = store.roles.get(ROLE)
    assert secret is not None
    assert passage.text in [one.text for one in secret.seen_by(Audience.TEAM)]
    assert passage.text not in [one.text for one in secret.seen_by(Audience.CANDIDATE)]
    keep(store, "r1", Retract(1, 2, 1, at(9)))
    assert store.roles.get(ROLE) == role(BRIEF.replace("3+ years", "5+ years"))


def test_what_is_for_one_chat_waits_there_or_is_sent(store: Store) -> None:
    here = Post("p-1", ROLE, "", at(), (Text("You asked."),), "c-1")
    sent = replace(here, id="p-2", origin=THERE)
    store.inbox.commit(said("m1"), reply(posts=(here, sent)), ())
    assert store.records.news("c-1") == (here,)
    assert store.records.news("c-2") == ()
    assert store.records.posts(ROLE) == ()
    assert store.outbox.undelivered() == (sent,)
    keep(store, "m2", Told(("p-1",)))
    assert store.records.news("c-1") == ()
    with pytest.raises(LostRace):
        keep(store, "m3", Told(("p-1",)))


def test_an_erased_candidates_words_go_and_what_was_published_stays(store: Store) -> None:
    store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    screened(store)
    theirs = replace(MINE, screening="s-1", pseudonym="Candidate 7F3")
    asked(store, theirs)
    asked(store, theirs, TEAMS, number=2)
    asked(store, replace(theirs, text="Is it cold?"), number=3)
    keep(store, "p1", Publish(1, 0, 1, WINDY))
    told = Post("told", ROLE, "s-1", at(), (Text("You asked: Is the rock windy?"),), "c-1", THERE)
    store.inbox.commit(said("p3", "answers", "team", Audience.TEAM), reply(posts=(told,)), ())
    listed = reply(Text("1. Is the rock windy? – “The rock is windy.”"))
    store.inbox.commit(said("p4", "answers", "team", Audience.TEAM), listed, ())
    incoming = said("erasing", "erase my data", "chat-s-1")
    store.inbox.commit(incoming, reply(), (Erase("s-1", at(9)),))
    assert store.questions.get(1) == Question(1, ROLE, at(), (), (WINDY,))
    assert store.questions.get(2) == Question(2, ROLE, at(), (TEAMS,))
    assert store.questions.get(3) == Question(3, ROLE, at(), (), (), at(9))
    assert store.questions.fresh() == 4, "a number is never given again"
    assert store.outbox.post("told") is None
    assert store.inbox.reply_to("p4") == Reply(())
    known = store.roles.get(ROLE)
    assert known is not None
    assert "The rock is windy." in [passage.text for passage in known.passages]
