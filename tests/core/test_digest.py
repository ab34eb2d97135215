"""The daily digest: what waits, how long, what is late; and nothing where nothing is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.answering.questions import Ask, Question, TeamAnswer
from bot.core.clock.digest import Day, digest
from bot.core.clock.policy import Policy
from bot.core.plain import plain
from bot.core.roles import Audience
from tests.core.test_due import FINISHED, MONDAY, SILENT, later

POLICY = Policy()
ASK = Ask("c-1", Audience.CANDIDATE, "How windy is it?", MONDAY, "s-1", "Candidate 7F3")
OPEN = Question(3, "lighthouse-keeper", MONDAY, (ASK,))


def told(now: datetime, day: Day, policy: Policy = POLICY) -> list[str]:
    return plain(digest(now, day, policy)).splitlines()


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    answer = TeamAnswer("Very.", Audience.CANDIDATE, "Ria", "U-1", MONDAY)
    over = (
        replace(FINISHED, decided_at=later(1)),
        replace(SILENT, ended_at=MONDAY),
        replace(FINISHED, trial=True),
    )
    questions = (replace(OPEN, answers=(answer,)), replace(OPEN, withdrawn_at=MONDAY))
    assert digest(later(9), Day("Keeper", (), over, questions), POLICY) == ()
    assert digest(later(9), Day("Keeper", (replace(SILENT, trial=True),), (), ()), POLICY) == ()


def test_what_waits_for_the_team_stands_first_and_says_what_is_late() -> None:
    older = replace(
        FINISHED, pseudonym="Candidate K2M", ended_at=later(-4), person_asked=True, screening="s-2"
    )
    held = replace(FINISHED, pseudonym="Candidate P9X", ended_at=later(-9), on_hold_at=later(0.5))
    day = Day("Lighthouse Keeper", (), (FINISHED, older, held), (OPEN,))
    assert told(later(2), day) == [
        "Lighthouse Keeper · 3 March 2027",
        "Waiting for your decision:",
        "- Candidate K2M: finished 6 days ago; would like to speak with a person; please decide",
        "- Candidate 7F3: finished 2 days ago",
        "- Candidate P9X: put on hold 1 day ago",
        "To note a decision, say “decide Candidate K2M: advance” (or hold, or decline) and why. "
        "Then approve the words that the candidate is told.",
        "Questions that wait for an answer:",
        "- Question 3: How windy is it? (Candidate 7F3, 2 days ago; please answer soon)",
        *told(later(2), Day("", (), (), (OPEN,)))[3:],
    ]


def test_open_screenings_say_where_they_stand_and_who_cannot_be_written_to() -> None:
    invited = replace(SILENT, consented_at=None, reachable=False, pseudonym="Candidate K2M")
    paused = replace(SILENT, paused=True, heard_at=later(2), pseudonym="Candidate P9X")
    lines = told(later(3), Day("Keeper", (SILENT, invited, paused), (), ()))
    assert lines[1:5] == [
        "Open screenings:",
        "- Candidate 7F3: answering, last heard of 3 days ago",
        "- Candidate K2M*: invited, has not started, last heard of 3 days ago",
        "- Candidate P9X: paused, last heard of 1 day ago",
    ]
    assert "cannot write to them first" in lines[5]
    assert len(told(later(3), Day("Keeper", (SILENT,), (), ()))) == 3


def test_what_is_erased_soon_is_told_a_week_before_but_for_what_is_held() -> None:
    policy = replace(POLICY, retention_days=30)
    gone = replace(FINISHED, decided_at=MONDAY)
    day = Day("Keeper", (), (gone,), ())
    before = later(23) - timedelta(seconds=1)
    assert digest(before, day, policy) == ()
    lines = told(later(23), day, policy)
    assert lines[1:3] == [
        "Erased soon, as the policy says, unless you keep them:",
        "- Candidate 7F3: on 31 March 2027",
    ]
    assert "`rolecall retention hold s-1 --reason …`" in lines[3]
    assert digest(later(23), replace(day, held=frozenset({"s-1"})), policy) == ()


def test_the_day_is_that_of_the_role_s_time_zone() -> None:
    evening = datetime(2027, 3, 3, 23, 30, tzinfo=UTC)
    oslo = Policy(time_zone=ZoneInfo("Europe/Oslo"))
    assert told(evening, Day("Keeper", (SILENT,), (), ()), oslo)[0] == "Keeper · 4 March 2027"
