"""What is due, as the clock is moved: reminders, a screening's end, late decisions, erasure."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.clock.due import Course, Expire, Remind, TellBegin, TellDelay, due, erasable
from bot.core.clock.policy import Policy, QuietHours

MONDAY = datetime(2027, 3, 1, 10, tzinfo=UTC)
POLICY = Policy(quiet_hours=QuietHours(time(20), time(8)))
ALWAYS = replace(POLICY, quiet_hours=QuietHours(time(), time()))


def later(days: float = 0, hours: float = 0) -> datetime:
    return MONDAY + timedelta(days=days, hours=hours)


SILENT = Course(
    screening="s-1",
    role="lighthouse-keeper",
    pseudonym="Candidate 7F3",
    number=4,
    invited_at=MONDAY,
    expires_at=later(14),
    heard_at=MONDAY,
    reachable=True,
    consented_at=MONDAY,
)
FINISHED = replace(SILENT, finished=True, ended_at=MONDAY)


def test_a_silent_candidate_is_reminded_after_the_days_and_not_before() -> None:
    assert due(later(2) - timedelta(seconds=1), SILENT, POLICY) is None
    assert due(later(2), SILENT, POLICY) == Remind(1)


def test_the_next_reminder_counts_from_the_last_and_there_are_so_many_at_most() -> None:
    once = replace(SILENT, reminders=1, reminded_at=later(2))
    assert due(later(3, 23), once, POLICY) is None
    assert due(later(4), once, POLICY) == Remind(2)
    assert due(later(9), replace(once, reminders=2), POLICY) is None
    assert due(later(9), SILENT, replace(POLICY, reminders=0)) is None


def test_whoever_wrote_since_is_not_silent() -> None:
    back = replace(SILENT, reminders=1, reminded_at=later(2), heard_at=later(3))
    assert due(later(4, 23), back, POLICY) is None
    assert due(later(5), back, POLICY) == Remind(2)


@pytest.mark.parametrize(
    "course",
    [
        replace(SILENT, unreminded=True),
        replace(SILENT, person_asked=True),
        replace(SILENT, trial=True),
        replace(SILENT, reachable=False),
    ],
)
def test_nobody_is_reminded_who_said_no_waits_for_a_person_or_cannot_be_reached(
    course: Course,
) -> None:
    assert due(later(9), course, POLICY) is None


@pytest.mark.parametrize("course", [SILENT, FINISHED, replace(SILENT, consented_at=None)])
@given(
    hours=st.integers(0, 24 * 60),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kolkata", "Pacific/Apia", "America/Lima"]),
    start=st.times(),
    end=st.times(),
)
def test_nothing_is_ever_said_in_quiet_hours(
    course: Course, hours: int, zone: str, start: time, end: time
) -> None:
    policy = Policy(time_zone=ZoneInfo(zone), quiet_hours=QuietHours(start, end))
    now = later(hours=hours)
    if due(now, course, policy) is not None:
        assert not policy.quiet_hours.hold(now.astimezone(ZoneInfo(zone)).time())


def test_what_falls_due_at_night_is_done_in_the_morning() -> None:
    late = replace(SILENT, heard_at=later(hours=12))
    assert due(later(2, 12), late, POLICY) is None
    assert due(later(2, 22), late, POLICY) == Remind(1)


def test_a_screening_is_closed_after_its_last_day() -> None:
    policy = replace(ALWAYS, finish_days=3, reminders=0)
    last = datetime(2027, 3, 5, tzinfo=UTC)
    assert due(last - timedelta(seconds=1), SILENT, policy) is None
    assert due(last, SILENT, policy) == Expire()
    assert due(later(900), SILENT, replace(policy, finish_days=0)) is None


def test_an_invitation_that_nobody_took_up_is_closed_when_it_ends_reached_or_not() -> None:
    for course in (
        replace(SILENT, consented_at=None),
        replace(SILENT, consented_at=None, reachable=False),
    ):
        quiet = replace(course, unreminded=True)
        assert due(later(14) - timedelta(seconds=1), quiet, ALWAYS) is None
        assert due(later(14), quiet, ALWAYS) == Expire()


def test_the_end_comes_before_a_reminder() -> None:
    assert due(later(40), SILENT, POLICY) == Expire()


def test_a_candidate_is_told_once_that_the_team_is_late() -> None:
    assert due(later(5) - timedelta(seconds=1), FINISHED, POLICY) is None
    assert due(later(5), FINISHED, POLICY) == TellDelay()
    for course in (
        replace(FINISHED, delay_told=True),
        replace(FINISHED, decided_at=later(1)),
        replace(FINISHED, reachable=False),
        replace(FINISHED, trial=True),
        replace(FINISHED, finished=False),
    ):
        assert due(later(9), course, POLICY) is None


def test_a_decision_that_was_put_off_has_its_time_again() -> None:
    held = replace(FINISHED, on_hold_at=later(4))
    assert due(later(8, 23), held, POLICY) is None
    assert due(later(9), held, POLICY) == TellDelay()


def test_data_is_erased_after_its_time_and_a_later_decision_counts() -> None:
    policy = replace(POLICY, retention_days=30)
    assert not erasable(later(30) - timedelta(seconds=1), FINISHED, policy)
    assert erasable(later(30), FINISHED, policy)
    assert not erasable(later(30), replace(FINISHED, decided_at=later(2)), policy)
    assert erasable(later(32), replace(FINISHED, decided_at=later(2)), policy)
    assert not erasable(later(9_000), SILENT, policy)
    assert not erasable(later(9_000), FINISHED, replace(policy, retention_days=0))


NOTICED = replace(SILENT, consented_at=None, begins_at=later(15))


def test_whoever_waits_for_the_notice_is_left_alone_then_told_and_reminded_later() -> None:
    for day in range(14):
        assert due(later(day), NOTICED, ALWAYS) is None
    assert due(later(15), NOTICED, ALWAYS) == TellBegin()
    told = replace(NOTICED, begin_told_at=later(15))
    assert due(later(16), told, ALWAYS) is None
    assert due(later(17), told, ALWAYS) == Remind(1)
    assert due(later(15), replace(NOTICED, person_asked=True), ALWAYS) == TellBegin()
    for silent in (replace(NOTICED, unreminded=True), replace(NOTICED, reachable=False)):
        assert due(later(15), silent, ALWAYS) is None


def test_the_invitation_ends_as_long_after_the_notice_as_it_would_have_without() -> None:
    told = replace(NOTICED, begin_told_at=later(15), unreminded=True)
    assert due(later(28, 23), told, ALWAYS) is None
    assert due(later(29), told, ALWAYS) == Expire()


def test_another_way_that_nobody_arranges_is_late_like_a_decision() -> None:
    chosen = replace(SILENT, ended_at=MONDAY, another_way_at=MONDAY)
    assert due(later(5), chosen, POLICY) == TellDelay()
    assert due(later(5), replace(chosen, arranged=True), POLICY) is None
    assert due(later(5), replace(chosen, delay_told=True), POLICY) is None
