"""What holds for every screening, whatever a candidate does and in whichever order."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import BrokenLog
from bot.core.fit.data import fit_bytes
from bot.core.fit.summary import summarize
from bot.core.screening.commands import AskPerson, Command, Consent
from bot.core.screening.decisions import AtQuestion, decide, place
from bot.core.screening.events import (
    Answered,
    Consented,
    Corrected,
    Covered,
    Event,
    Finished,
    GateAnswered,
    Invited,
    PersonAsked,
    Probed,
    Skipped,
    Withdrawn,
)
from bot.core.screening.notice_events import AnotherWayAsked, NoticeGiven, NoticeWaived
from bot.core.screening.screening import Stage, replayed
from bot.core.team.hand_over import Logged
from bot.storage import chain
from bot.storage.codec import event_from_json, event_to_json, kind_of
from tests.core.moves import COMMANDS, KIT, LOGS, NOON, QUESTIONS, ROLE, TALKS, carried_out

EITHER = st.one_of(LOGS, TALKS)
_AN_ANSWER = (GateAnswered, Answered, Skipped, Probed, Corrected, Covered, Finished)


@given(EITHER)
def test_nothing_is_answered_before_consent(commands: list[Command]) -> None:
    events, _ = carried_out(commands)
    agreed = [number for number, event in enumerate(events) if isinstance(event, Consented)]
    answered = [number for number, event in enumerate(events) if isinstance(event, _AN_ANSWER)]
    assert len(agreed) <= 1
    assert not answered or (agreed and agreed[0] < answered[0])


@given(LOGS)
def test_nobody_consents_before_the_notice_is_over_or_given_up(commands: list[Command]) -> None:
    # Commands are a minute apart, so a log can reach beyond the notice.
    notice = NoticeGiven(NOON, 1, NOON + timedelta(minutes=5), "2027-03-01")
    events, _ = carried_out([*commands, Consent(NOON, "yes")], notice)
    for number, event in enumerate(events):
        if isinstance(event, Consented):
            waived = any(isinstance(one, NoticeWaived) for one in events[:number])
            assert waived or event.at >= notice.begins_at


@given(TALKS)
def test_questions_are_asked_in_the_kits_order(commands: list[Command]) -> None:
    events, _ = carried_out(commands)
    first: list[str] = []
    for event in events:
        if isinstance(event, Answered | Skipped) and event.question not in first:
            first.append(event.question)
    assert first == list(QUESTIONS[: len(first)])


@given(TALKS)
def test_gates_come_before_questions(commands: list[Command]) -> None:
    events, _ = carried_out(commands)
    asked = [e for e in events if isinstance(e, Answered | Skipped)]
    before = events[: events.index(asked[0])] if asked else []
    gates = {event.gate for event in before if isinstance(event, GateAnswered)}
    assert not asked or gates == {gate.id for gate in KIT.gates}


@given(TALKS)
def test_a_question_has_at_most_one_probe_and_it_follows_its_answer(
    commands: list[Command],
) -> None:
    events, _ = carried_out(commands)
    probes = [event.question for event in events if isinstance(event, Probed)]
    assert len(probes) == len(set(probes))
    for before, event in pairwise(events):
        if isinstance(event, Probed):
            assert isinstance(before, Answered)
            assert before.question == event.question
            assert before.rating.missing is not None


@given(EITHER)
def test_a_log_replays_to_the_same_state_and_the_same_summary(commands: list[Command]) -> None:
    events, states = carried_out(commands)
    kept = [event_from_json(event_to_json(event)) for event in events]
    assert kept == events
    assert replayed("s", kept) == states[-1]
    again = fit_bytes(summarize(ROLE, KIT, replayed("s", kept)))
    assert again == fit_bytes(summarize(ROLE, KIT, states[-1]))


@given(EITHER)
def test_the_end_is_final(commands: list[Command]) -> None:
    events, states = carried_out(commands)
    ends = [number for number, state in enumerate(states) if not state.open]
    if not ends:
        return
    stage = states[ends[0]].stage
    assert {state.stage for state in states[ends[0] :]} == {stage}
    assert all(isinstance(event, PersonAsked) for event in events[ends[0] + 1 :])
    assert sum(isinstance(event, Finished | Withdrawn | AnotherWayAsked) for event in events) == 1


@given(EITHER)
def test_a_person_can_be_asked_for_in_every_state(commands: list[Command]) -> None:
    _, states = carried_out(commands)
    for state in states:
        at = state.invited_at
        assert at is not None
        (event,) = decide(KIT, state, AskPerson(at, "a person, please"))
        assert isinstance(event, PersonAsked)


@given(EITHER)
def test_only_a_reviewed_screening_is_sent(commands: list[Command]) -> None:
    events, states = carried_out(commands)
    if states[-1].stage is Stage.FINISHED:
        sent = next(number for number, e in enumerate(events) if isinstance(e, Finished))
        before = states[sent - 1]
        assert set(before.given) == set(QUESTIONS)
        assert not before.awaiting
        assert set(before.gates) == {gate.id for gate in KIT.gates}


@given(TALKS)
def test_no_answer_is_ever_lost(commands: list[Command]) -> None:
    events, states = carried_out(commands)
    for question in QUESTIONS:
        said = [
            event.answer
            for event in events
            if isinstance(event, Answered | Corrected) and event.question == question
        ]
        kept = [given.answer for given in states[-1].given.get(question, ())]
        assert [answer for answer in kept if answer] == [answer for answer in said if answer]


@given(TALKS)
def test_an_answer_counts_for_another_question_only_where_that_was_asked_and_confirmed(
    commands: list[Command],
) -> None:
    events, states = carried_out(commands)
    for event, before in zip(events[1:], states, strict=False):
        if isinstance(event, Covered):
            assert event.question not in before.given
            assert event.question not in before.covered
            assert event.source != event.question
        if isinstance(event, Answered):
            here = place(KIT, before)
            assert isinstance(here, AtQuestion)
            assert here.question.id == event.question


@given(TALKS, COMMANDS)
def test_a_decision_depends_on_nothing_but_its_arguments(
    commands: list[Command], command: Command
) -> None:
    _, states = carried_out(commands)
    assert decide(KIT, states[-1], command) == decide(KIT, states[-1], command)


@given(EITHER)
def test_the_logs_hash_chain_holds_and_shows_where_it_was_altered(
    commands: list[Command],
) -> None:
    events, _ = carried_out(commands)
    links = _linked(events)
    chain.check("s", links, len(links), links[-1].hash)
    for number in range(len(links)):
        altered = [*links]
        changed = links[number]
        altered[number] = Logged(
            changed.number, changed.kind, changed.body + " ", changed.previous, changed.hash
        )
        assert _breaks_at(altered, links[-1].hash) == number + 1


def _linked(events: list[Event]) -> list[Logged]:
    links: list[Logged] = []
    head = chain.START
    for number, event in enumerate(events, 1):
        links.append(chain.linked("s", number, kind_of(event), event_to_json(event), head))
        head = links[-1].hash
    return links


def _breaks_at(links: list[Logged], head: str) -> int:
    try:
        chain.check("s", links, len(links), head)
    except BrokenLog as error:
        return error.number
    return 0


def test_the_first_event_of_a_log_is_its_invitation() -> None:
    events, states = carried_out([])
    assert isinstance(events[0], Invited)
    assert states[0].stage is Stage.NOTICE
