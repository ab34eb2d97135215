"""The policy: times of day in a time zone, days that end, and the words it is set with."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.clock.policy import USUAL, Policy, QuietHours
from bot.core.clock.policy_reading import NAMES, read_policies, read_policy, read_value

BERLIN = ZoneInfo("Europe/Berlin")
NIGHT = QuietHours(time(20), time(8))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize("at", ["20:00", "23:59", "00:00", "07:59"])
def test_quiet_hours_go_past_midnight(at: str) -> None:
    assert NIGHT.hold(time.fromisoformat(at))


@pytest.mark.parametrize("at", ["08:00", "12:00", "19:59"])
def test_quiet_hours_end_with_their_last_minute(at: str) -> None:
    assert not NIGHT.hold(time.fromisoformat(at))


def test_quiet_hours_within_a_day_and_none_at_all() -> None:
    noon = QuietHours(time(12), time(14))
    assert [noon.hold(time(hour)) for hour in (11, 12, 13, 14)] == [False, True, True, False]
    assert not any(QuietHours(time(), time()).hold(time(hour)) for hour in range(24))


@given(st.times(), st.times(), st.times())
def test_what_is_quiet_one_way_round_is_loud_the_other(start: time, end: time, at: time) -> None:
    if start != end:
        assert QuietHours(start, end).hold(at) != QuietHours(end, start).hold(at)


def test_quiet_hours_are_those_of_the_time_zone() -> None:
    now = utc("2027-01-15T19:30")
    assert not Policy().quiet(now)
    assert Policy(time_zone=BERLIN).quiet(now)
    assert not Policy(time_zone=ZoneInfo("America/New_York")).quiet(now)


@pytest.mark.parametrize(
    ("now", "quiet"),
    [
        # Clocks go forward on 28 March 2027 at 01:00 UTC: 08:00 in Berlin is 06:00 UTC from then.
        ("2027-03-27T06:59", True),
        ("2027-03-27T07:00", False),
        ("2027-03-28T05:59", True),
        ("2027-03-28T06:00", False),
        # And back on 31 October 2027.
        ("2027-10-30T06:00", False),
        ("2027-10-31T06:59", True),
        ("2027-10-31T07:00", False),
    ],
)
def test_quiet_hours_follow_the_clocks_that_are_put_forward_and_back(now: str, quiet: bool) -> None:
    assert Policy(time_zone=BERLIN).quiet(utc(now)) is quiet


def test_a_digest_goes_out_from_its_time_until_the_quiet_hours() -> None:
    policy = Policy(time_zone=BERLIN)
    days = [
        policy.digest_day(utc(f"2027-01-15T{at}")) for at in ("07:59", "08:00", "18:59", "19:00")
    ]
    assert days == [None, date(2027, 1, 15), date(2027, 1, 15), None]
    assert Policy(digest_at=None).digest_day(utc("2027-01-15T12:00")) is None


def test_a_digest_whose_time_is_left_out_in_spring_comes_once_that_day() -> None:
    policy = Policy(BERLIN, QuietHours(time(), time()), digest_at=time(2, 30))
    around = [policy.digest_day(utc(f"2027-03-28T{at}")) for at in ("00:59", "01:00", "12:00")]
    assert around == [None, date(2027, 3, 28), date(2027, 3, 28)]


def test_a_digest_whose_time_comes_twice_in_autumn_has_one_day() -> None:
    policy = Policy(BERLIN, QuietHours(time(), time()), digest_at=time(2, 30))
    both = {policy.digest_day(utc(f"2027-10-31T{at}")) for at in ("00:30", "01:30")}
    assert both == {date(2027, 10, 31)}


@pytest.mark.parametrize(
    ("consented", "closes"),
    [
        # The last day is a whole day where people are, however long it is.
        ("2027-03-25T12:00", "2027-03-28T22:00"),
        ("2027-10-28T12:00", "2027-10-31T23:00"),
        # 23:30 UTC is the next day in Berlin already.
        ("2027-01-15T23:30", "2027-01-19T23:00"),
    ],
)
def test_a_screening_is_open_to_the_end_of_its_last_day(consented: str, closes: str) -> None:
    policy = Policy(time_zone=BERLIN, finish_days=3)
    assert policy.closes_at(utc(consented)) == utc(closes)
    assert Policy(finish_days=0).closes_at(utc(consented)) is None


def test_zero_keeps_for_ever() -> None:
    end = utc("2027-01-01T00:00")
    assert Policy(retention_days=0).erased_at(end) is None
    assert Policy(retention_days=90).erased_at(end) == end + timedelta(days=90)


def test_a_role_s_own_policy_is_the_general_one_but_for_what_it_sets() -> None:
    general = read_policy({"reminders": "3", "retention_days": "90"}, USUAL)
    of = read_policies(
        "lamp-keeper: time_zone=Europe/Oslo, quiet_hours=18:00–07:00;\n nurse : reminders = 0 ",
        general,
    ).of
    keeper = of("lamp-keeper")
    assert (keeper.time_zone.key, keeper.quiet_hours) == (
        "Europe/Oslo",
        QuietHours(time(18), time(7)),
    )
    assert (keeper.reminders, keeper.retention_days) == (3, 90)
    assert (of("nurse").reminders, of("nurse").time_zone) == (0, general.time_zone)
    assert of("another") == general


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("time_zone", "Europe/Atlantis", "Europe/Berlin"),
        ("time_zone", "../etc/passwd", "Europe/Berlin"),
        ("time_zone", "", "Europe/Berlin"),
        ("quiet_hours", "20", "20:00-08:00"),
        ("quiet_hours", "20:00-25:00", "20:00-08:00"),
        ("digest_at", "nine", "09:00"),
        ("reminders", "-1", "from 0 to 5"),
        ("reminders", "1.5", "from 0 to 5"),
        ("remind_after_days", "0", "from 1 to 60"),
        ("retention_days", "99999", "from 0 to 3,650"),
    ],
)
def test_a_value_that_cannot_be_read_says_what_to_write(name: str, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_value(name, text)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("lamp-keeper", "ROLE: NAME=VALUE"),
        (": reminders=1", "ROLE: NAME=VALUE"),
        ("lamp-keeper: reminders", "ROLE: NAME=VALUE"),
        ("lamp-keeper: nagging=9", "in “lamp-keeper”, there is no “nagging”"),
        ("lamp-keeper: reminders=9", "in “lamp-keeper”, reminders: write a whole number"),
        ("lamp-keeper: digest_at=21:00", "in “lamp-keeper”, choose a time for the digest"),
    ],
)
def test_a_role_s_policy_that_cannot_be_read_says_where_and_why(setting: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_policies(setting, USUAL)


@given(st.sampled_from(NAMES), st.text(max_size=30))
def test_any_words_are_read_or_refused_with_what_to_write(name: str, text: str) -> None:
    assert _told(name, text).startswith(("read", "write ", "name "))


def _told(name: str, text: str) -> str:
    try:
        return f"read as {read_value(name, text)}"
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize(
    ("given", "begins"),
    [
        ("2027-03-01T00:30", "2027-03-05"),  # a Monday: Tuesday to Thursday, then Friday
        ("2027-03-01T23:30", "2027-03-05"),
        ("2027-03-03T12:00", "2027-03-09"),  # over a weekend
        ("2027-03-05T12:00", "2027-03-11"),
        ("2027-03-06T12:00", "2027-03-11"),  # a Saturday counts as little as the day itself
        ("2027-03-24T12:00", "2027-04-01"),  # Good Friday and Easter Monday are named as days off
    ],
)
def test_the_notice_is_so_many_whole_working_days(given: str, begins: str) -> None:
    off = frozenset((date(2027, 3, 26), date(2027, 3, 29)))
    oslo = ZoneInfo("Europe/Oslo")
    week = frozenset(range(5))
    policy = Policy(time_zone=oslo, working_days=week, days_off=off, notice_days=3)
    at = datetime.fromisoformat(given).replace(tzinfo=oslo)
    assert policy.notice_over(at.astimezone(UTC)).isoformat() == begins


def test_the_notice_ends_with_midnight_also_when_clocks_were_put_forward() -> None:
    policy = Policy(time_zone=ZoneInfo("Europe/Oslo"), notice_days=1)
    told = datetime(2027, 3, 27, 12, tzinfo=UTC)
    begins = policy.start_of(policy.notice_over(told))
    assert begins == datetime(2027, 3, 28, 22, tzinfo=UTC)  # 00:00 on the 29th, in summer time
    assert policy.start_of(Policy().notice_over(told)) <= told


def test_a_day_off_is_as_quiet_as_a_weekend() -> None:
    policy = Policy(days_off=frozenset((date(2027, 3, 26),)))
    friday = datetime(2027, 3, 26, 12, tzinfo=UTC)
    assert policy.quiet(friday)
    assert policy.working_days_after(friday - timedelta(days=1), 1).day == 27


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("days_off", "2027-12-24+2027-12-25", frozenset((date(2027, 12, 24), date(2027, 12, 25)))),
        ("days_off", "none", frozenset()),
        ("notice_days", "10", 10),
        ("notice_waiver", "yes", True),
    ],
)
def test_the_notice_is_read_from_words(name: str, text: str, value: object) -> None:
    assert read_value(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"), [("days_off", "24.12."), ("notice_days", "61"), ("notice_waiver", "on")]
)
def test_a_wrong_notice_is_told(name: str, text: str) -> None:
    with pytest.raises(ValueError, match="write"):
        read_value(name, text)
