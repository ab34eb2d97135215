"""The storage ports' contract, on every database that is supported."""

from dataclasses import replace

import pytest

from bot.core.errors import BriefUnreadable, LostRace
from bot.core.messages import Origin
from bot.core.screening.events import (
    Decided,
    DelayTold,
    Expired,
    Finished,
    Paused,
    PersonAsked,
    PutOnHold,
    Reminded,
    Unreminded,
    Verdict,
)
from bot.core.screening.team_events import DecisionUndone
from bot.ports import (
    Agenda,
    Append,
    Conversation,
    Conversations,
    Entry,
    Erase,
    Holds,
    Inbox,
    Kits,
    Reach,
    Records,
    Remember,
    Roles,
    Screenings,
    SignIns,
)
from bot.storage.store import Store

from .conftest import Opener
from .examples import (
    BRIEF,
    CANDIDATE,
    PSEUDONYM,
    ROLE,
    TOKEN,
    answered,
    at,
    consented,
    keep,
    kit,
    opening,
    reply,
    role,
    said,
    screened,
)


def test_the_store_has_every_port(store: Store) -> None:
    roles: Roles = store.roles
    kits: Kits = store.kits
    screenings: Screenings = store.screenings
    conversations: Conversations = store.conversations
    inbox: Inbox = store.inbox
    records: Records = store.records
    sign_ins: SignIns = store.sign_ins
    agenda: Agenda = store.agenda
    holds: Holds = store.holds
    assert all((roles, kits, screenings, conversations, inbox, records, sign_ins, agenda, holds))


# Roles


def test_a_role_is_read_back_by_any_process(store: Store, opener: Opener) -> None:
    put = store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    assert put == role()
    for one in (store, opener()):
        assert one.roles.get(ROLE) == put
        assert one.roles.all() == (put,)
        assert one.roles.markdown(ROLE) == BRIEF


def test_an_unknown_role_is_none(store: Store) -> None:
    assert store.roles.get("nobody") is None
    assert store.roles.markdown("nobody") is None
    assert not store.roles.remove("nobody", at())


def test_roles_are_listed_by_title_whatever_the_case(store: Store) -> None:
    for title in ("zookeeper", "Abbot", "baker", "Émigré clerk"):
        store.roles.put(title, "x.md", BRIEF.replace("Lighthouse Keeper", title), at())
    assert [one.title for one in store.roles.all()] == [
        "Abbot",
        "baker",
        "zookeeper",
        "Émigré clerk",
    ]


def test_a_new_brief_takes_the_place_of_the_old_one_everywhere(
    store: Store, opener: Opener
) -> None:
    other = opener()
    store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    assert other.roles.get(ROLE) == role()
    assert other.roles.all() == (role(),)
    changed = BRIEF.replace("3+ years", "5+ years")
    store.roles.put(ROLE, "lighthouse.md", changed, at(1))
    assert other.roles.get(ROLE) == store.roles.get(ROLE) == role(changed)
    assert other.roles.all() == store.roles.all() == (role(changed),)
    store.roles.remove(ROLE, at(2))
    assert other.roles.all() == store.roles.all() == ()
    store.roles.put("another", "lighthouse.md", BRIEF, at(3))
    assert [known.id for known in other.roles.all()] == ["another"]


def test_the_same_brief_from_another_source_shows_the_new_source(store: Store) -> None:
    store.roles.put(ROLE, "old.md", BRIEF, at())
    assert store.roles.get(ROLE) == replace(role(), source="old.md")
    store.roles.put(ROLE, "new.md", BRIEF, at(1))
    assert store.roles.get(ROLE) == replace(role(), source="new.md")


def test_every_version_of_a_brief_can_be_read_again(store: Store, opener: Opener) -> None:
    first = store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    changed = BRIEF.replace("3+ years", "5+ years")
    second = store.roles.put(ROLE, "lighthouse.md", changed, at(1))
    store.roles.put(ROLE, "lighthouse.md", changed, at(2))
    for one in (store, opener()):
        assert one.roles.at(ROLE, first.version) == first
        assert one.roles.at(ROLE, second.version) == second
        assert one.roles.at(ROLE, "unknown") is None
        assert one.roles.at("nobody", first.version) is None


def test_a_brief_that_cannot_be_read_changes_nothing(store: Store) -> None:
    store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    with pytest.raises(BriefUnreadable):
        store.roles.put(ROLE, "empty.md", "# Only a title", at(1))
    assert store.roles.get(ROLE) == role()


def test_a_removed_role_is_hidden_its_screenings_stay_and_it_can_come_back(store: Store) -> None:
    store.roles.put(ROLE, "lighthouse.md", BRIEF, at())
    log = screened(store)
    assert store.roles.remove(ROLE, at(1))
    assert not store.roles.remove(ROLE, at(2))
    assert store.roles.get(ROLE) is None
    assert store.roles.all() == ()
    assert store.roles.markdown(ROLE) is None
    assert store.screenings.events("s-1") == log
    store.roles.put(ROLE, "lighthouse.md", BRIEF, at(3))
    assert store.roles.get(ROLE) == role()


# Screenings


def test_a_log_is_read_back_as_it_was_written(store: Store, opener: Opener) -> None:
    log = screened(store)
    assert store.screenings.events("s-1") == log == opener().screenings.events("s-1")
    assert store.screenings.events("unknown") == ()


def test_opening_keeps_the_kit_and_the_name_apart(store: Store) -> None:
    screened(store)
    assert store.kits.get(ROLE, kit().version) == kit()
    assert store.kits.approved(ROLE) is None
    assert store.people.name("s-1") == CANDIDATE
    assert store.people.name("unknown") is None
    assert CANDIDATE not in repr(store.screenings.entries())


def test_entries_are_oldest_first_and_by_role(store: Store) -> None:
    for name, minutes, of in (("b", 2, ROLE), ("a", 1, ROLE), ("c", 0, "another")):
        opened = opening(name, f"token-{name}")
        invited = replace(opened.invited, at=at(minutes), role=of)
        keep(store, f"m-{name}", replace(opened, invited=invited))
    assert [entry.id for entry in store.screenings.entries()] == ["c", "a", "b"]
    assert store.screenings.entries(ROLE) == (
        Entry("a", ROLE, PSEUDONYM, False, at(1)),
        Entry("b", ROLE, PSEUDONYM, False, at(2)),
    )
    assert [entry.id for entry in store.screenings.entries(newest=2)] == ["a", "b"]
    assert [entry.id for entry in store.screenings.entries("another", newest=2)] == ["c"]
    assert store.screenings.count() == 3


def test_a_screening_is_found_by_its_id_its_pseudonym_and_its_code_however_they_are_written(
    store: Store,
) -> None:
    for name, code, of in (("b", "7F3", ROLE), ("a", "7F3", "another"), ("c", "K2M", ROLE)):
        opened = opening(name, f"token-{name}")
        invited = replace(opened.invited, pseudonym=f"Candidate {code}", role=of)
        keep(store, f"m-{name}", replace(opened, invited=invited))
    named = store.screenings.named
    for form in ("7F3", "7f3", " 7f3 ", "Candidate 7F3"):
        assert [entry.id for entry in named((form,))] == ["a", "b"], "several roles can have it"
    assert [entry.id for entry in named(("k2m", "B"))] == ["b", "c"]
    assert named(("7F", "7F33", "", "Candidate", "%", "nobody\x00")) == ()
    assert named(()) == ()


def test_a_token_opens_its_screening_until_it_expires(store: Store) -> None:
    keep(store, "m1", opening())
    assert store.screenings.by_token(TOKEN, at(59)) == "s-1"
    assert store.screenings.by_token(TOKEN, at(60)) is None
    assert store.screenings.by_token(TOKEN + "x", at()) is None
    assert store.screenings.by_token("", at()) is None


def test_the_token_of_a_screening_that_was_begun_opens_it_as_long_as_it_is_kept(
    store: Store,
) -> None:
    screened(store)
    assert store.screenings.by_token(TOKEN, at(60 * 24 * 90)) == "s-1"
    keep(store, "end", Append("s-1", 3, (Expired(at(99)),)))
    assert store.screenings.by_token(TOKEN, at(60 * 24 * 90)) == "s-1"


def test_an_invitation_that_was_closed_unbegun_opens_nothing(store: Store) -> None:
    keep(store, "m1", opening())
    keep(store, "end", Append("s-1", 1, (Expired(at(60)),)))
    assert store.screenings.by_token(TOKEN, at(60)) is None


def test_the_agenda_tells_the_times_of_a_screening_and_where_its_candidate_is(
    store: Store,
) -> None:
    screened(store)
    [course] = store.agenda.open()
    assert store.agenda.ended() == ()
    assert (course.screening, course.role, course.number) == ("s-1", ROLE, 3)
    assert (course.invited_at, course.expires_at, course.consented_at) == (at(), at(60), at(1))
    assert (course.heard_at, course.reachable, course.paused) == (at(3), False, False)
    clock = (Reminded(at(4), 1), Paused(at(5)), PersonAsked(at(5), "a person"), Unreminded(at(6)))
    keep(store, "m2", Append("s-1", 3, clock))
    origin = Origin("slack", (("channel", "D0"),))
    moved = replace(said("m3", "hello", "elsewhere"), origin=origin, at=at(7))
    bound = Remember(Conversation("elsewhere", ROLE, "s-1"))
    store.inbox.commit(moved, reply(), (bound,))
    [course] = store.agenda.open()
    assert (course.reminders, course.reminded_at, course.unreminded) == (1, at(4), True)
    assert (course.heard_at, course.reachable, course.paused) == (at(7), True, True)
    assert course.person_asked
    assert store.agenda.reach("s-1") == Reach("elsewhere", origin)
    assert store.agenda.reach("nobody") is None


def test_the_agenda_tells_what_became_of_a_screening(store: Store) -> None:
    screened(store)
    end = (Finished(at(5)), PutOnHold(at(6), "later", "U1"), DelayTold(at(7)))
    keep(store, "m2", Append("s-1", 3, end))
    [course] = store.agenda.ended()
    assert store.agenda.open() == ()
    assert (course.finished, course.ended_at, course.on_hold_at) == (True, at(5), at(6))
    assert (course.delay_told, course.undecided, course.last_at) == (True, True, at(5))
    keep(store, "m3", Append("s-1", 6, (Decided(at(8), Verdict.ADVANCE, "two cases", "U1"),)))
    assert store.agenda.ended() == store.agenda.ended(at(4)) == ()
    assert store.agenda.roles() == {ROLE}
    [course] = store.agenda.ended(at(5))
    assert (course.undecided, course.decided_at, course.last_at) == (False, at(8), at(8))
    keep(store, "m4", Append("s-1", 7, (DecisionUndone(at(9), "too early", "U1"),)))
    [course] = store.agenda.ended()
    assert (course.undecided, course.decided_at, course.on_hold_at) == (True, None, None)
    keep(store, "m5", Append("s-1", 8, (Decided(at(10), Verdict.DECLINE, "no licence", "U2"),)))
    assert store.agenda.ended() == ()
    keep(store, "m6", Erase("s-1", at(11)))
    assert store.agenda.ended(at(99)) == ()


@pytest.mark.parametrize("after", [0, 1, 2, 4, 99])
def test_an_append_to_another_length_is_a_lost_race(store: Store, after: int) -> None:
    log = screened(store)
    with pytest.raises(LostRace):
        keep(store, "late", Append("s-1", after, (Paused(at(9)),)))
    assert store.screenings.events("s-1") == log
    assert store.inbox.reply_to("late") is None


def test_an_append_to_an_unknown_screening_is_a_lost_race(store: Store) -> None:
    with pytest.raises(LostRace):
        keep(store, "m1", Append("unknown", 0, (Paused(at()),)))


def test_several_events_and_appends_in_one_turn(store: Store) -> None:
    keep(store, "m1", opening())
    events = (consented(), answered())
    keep(store, "m2", Append("s-1", 1, events), Append("s-1", 3, (Finished(at(5)),)))
    assert store.screenings.events("s-1")[1:] == (*events, Finished(at(5)))


def test_the_same_screening_is_not_opened_twice(store: Store) -> None:
    keep(store, "m1", opening())
    for again in (opening(token="another"), opening("s-2")):
        with pytest.raises(LostRace):
            keep(store, "m2", again)
    assert [entry.id for entry in store.screenings.entries()] == ["s-1"]
