"""H6: one quiet digest a working day says what is open, paused, unanswered and overdue."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.clock.digest import Day, digest
from bot.core.clock.due import answer_late, decision_late, due
from bot.core.clock.policy import USUAL, QuietHours
from bot.core.clock.policy_reading import read_policies, read_policy
from bot.core.plain import plain
from tests.core.test_digest import OPEN
from tests.core.test_due import FINISHED, MONDAY, SILENT, later

WEEK = replace(USUAL, working_days=frozenset(range(5)))
FRIDAY, SATURDAY, NEXT_MONDAY = (datetime(2027, 3, day, 12, tzinfo=UTC) for day in (5, 6, 8))


def test_it_says_all_four() -> None:
    late = replace(FINISHED, pseudonym="Candidate K2M", ended_at=later(-9))
    paused = replace(SILENT, paused=True, pseudonym="Candidate P9X")
    told = plain(digest(later(3), Day("Keeper", (paused,), (late, FINISHED), (OPEN,)), WEEK))
    assert "Candidate 7F3: finished" in told  # an open decision
    assert "Candidate P9X: paused" in told
    assert "Question 3: How windy is it? (Candidate 7F3" in told  # nobody has answered it
    assert "please decide" in told  # overdue
    assert "please answer soon" in told


def test_there_is_none_on_days_off_in_the_team_s_own_time_zone() -> None:
    assert WEEK.digest_day(FRIDAY) == FRIDAY.date()
    assert WEEK.digest_day(SATURDAY) is None
    assert WEEK.digest_day(NEXT_MONDAY) == NEXT_MONDAY.date()
    sunday_evening = datetime(2027, 3, 7, 22, 30, tzinfo=UTC)
    no_quiet = QuietHours(time(), time())
    tokyo = ZoneInfo("Asia/Tokyo")
    far_east = replace(WEEK, time_zone=tokyo, digest_at=time(7), quiet_hours=no_quiet)
    assert far_east.digest_day(sunday_evening) == NEXT_MONDAY.date()


def test_nobody_is_reminded_on_a_day_off_but_on_the_next_working_day() -> None:
    silent = replace(SILENT, heard_at=SATURDAY - timedelta(days=3))
    assert due(SATURDAY, silent, WEEK) is None
    assert due(NEXT_MONDAY, silent, WEEK) is not None


@pytest.mark.parametrize(
    ("asked", "late"), [((2027, 3, 4), (2027, 3, 8)), ((2027, 3, 5), (2027, 3, 9))]
)
def test_days_off_do_not_make_the_team_late(
    asked: tuple[int, int, int], late: tuple[int, int, int]
) -> None:
    at, overdue = (datetime(*day, 12, tzinfo=UTC) for day in (asked, late))
    assert not answer_late(overdue - timedelta(minutes=1), at, WEEK)
    assert answer_late(overdue, at, WEEK)
    assert decision_late(MONDAY + timedelta(days=7), MONDAY, WEEK)
    assert not decision_late(MONDAY + timedelta(days=6), MONDAY, WEEK)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon-Fri", range(5)),
        ("sun-thu", (6, 0, 1, 2, 3)),
        ("Mon+Wed + Fri", (0, 2, 4)),
        ("all", range(7)),
    ],
)
def test_the_working_days_are_a_setting(text: str, days: tuple[int, ...]) -> None:
    assert read_policy({"working_days": text}, USUAL).working_days == frozenset(days)
    own = read_policies(f"keeper: working_days={text}, reminders=1", USUAL)
    assert own.of("keeper").working_days == frozenset(days)


@pytest.mark.parametrize("text", ["", "Monday", "weekdays", "Mon-", "0-4"])
def test_days_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Mon-Fri"):
        read_policy({"working_days": text}, USUAL)
