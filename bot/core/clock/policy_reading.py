"""Reads policies from the words of a setting: `lamp-keeper: time_zone=Europe/Oslo, reminders=1`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.clock.policy import Policies, Policy, QuietHours

FORM = "Write ROLE: NAME=VALUE, NAME=VALUE; as in `lamp-keeper: time_zone=Europe/Oslo, reminders=1`"
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")

_WEEK = {name: day for day, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}


def _zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    # A folder's name, a path or a file that is no zone each fail in their own way.
    except (LookupError, OSError, ValueError):
        raise ValueError("name a time zone such as Europe/Berlin, or UTC") from None


def _time(text: str) -> time | None:
    found = _TIME.fullmatch(text)
    return time(int(found[1]), int(found[2])) if found else None


def _quiet(text: str) -> QuietHours:
    if text == "off":
        return QuietHours(time(), time())
    start, _, end = (_time(part.strip()) for part in text.replace("–", "-").partition("-"))
    if start is None or end is None or start == end:
        raise ValueError("write two times such as 20:00-08:00, or off")
    return QuietHours(start, end)


def _digest(text: str) -> time | None:
    at = _time(text)
    if at is None and text != "off":
        raise ValueError("write a time such as 09:00, or off")
    return at


def _days(text: str) -> frozenset[int]:
    """Days of the week: `Mon-Fri`, `Sun-Thu`, `Mon+Wed+Fri`, or `all`."""
    if text == "all":
        return frozenset(range(7))
    found: set[int] = set()
    for part in text.split("+"):
        first, last = (_WEEK.get(name.strip().casefold(), -1) for name in _ends(part))
        if -1 in (first, last):
            raise ValueError("write days such as Mon-Fri, Sun-Thu or Mon+Wed+Fri, or all")
        found |= {(first + number) % 7 for number in range((last - first) % 7 + 1)}
    return frozenset(found)


def _ends(part: str) -> tuple[str, str]:
    """The first and the last day of a part, which are one where it names one alone."""
    first, dash, last = part.replace("–", "-").partition("-")
    return first, last if dash else first


def _dates(text: str) -> frozenset[date]:
    """Days: `2027-12-24+2027-12-25`, or `none`."""
    if text == "none":
        return frozenset()
    try:
        return frozenset(date.fromisoformat(one.strip()) for one in text.split("+"))
    except ValueError:
        raise ValueError("write days such as 2027-12-24+2027-12-25, or none") from None


def _either(yes: str, no: str) -> Callable[[str], bool]:
    def read(text: str) -> bool:
        if text not in (yes, no):
            raise ValueError(f"write {yes} or {no}")
        return text == yes

    return read


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else -1
        if not least <= number <= most:
            raise ValueError(f"write a whole number from {least} to {most:,}")
        return number

    return read


_READERS: Mapping[str, Callable[[str], Any]] = {
    "time_zone": _zone,
    "quiet_hours": _quiet,
    "digest_at": _digest,
    "remind_after_days": _whole(1, 60),
    "reminders": _whole(0, 5),
    "answer_within_days": _whole(1, 60),
    "decide_within_days": _whole(1, 60),
    "invitation_days": _whole(1, 365),
    "finish_days": _whole(0, 365),
    "retention_days": _whole(0, 3_650),
    "working_days": _days,
    "days_off": _dates,
    "notice_days": _whole(0, 60),
    "notice_waiver": _either("yes", "no"),
    "blind_first": _either("on", "off"),
}
NAMES = tuple(_READERS)
"""What a policy can set."""


def read_value(name: str, text: str) -> Any:
    """The value of one of `NAMES`; raises ValueError that says what to write."""
    return _READERS[name](text.strip())


def read_policy(texts: Mapping[str, str], base: Policy) -> Policy:
    """The base with these values in it; raises ValueError."""
    policy = replace(base, **{name: read_value(name, text) for name, text in texts.items()})
    if policy.digest_at is not None and policy.quiet_hours.hold(policy.digest_at):
        raise ValueError("choose a time for the digest that is not in the quiet hours")
    return policy


def read_policies(setting: str, general: Policy) -> Policies:
    """The policies of the roles that the setting names; raises ValueError for the first mistake.

    Entries are separated by semicolons or line ends.
    """
    entries = (entry.strip() for entry in setting.replace("\n", ";").split(";"))
    return Policies(general, dict(_own(entry, general) for entry in entries if entry))


def _own(entry: str, general: Policy) -> tuple[str, Policy]:
    role, colon, values = (part.strip() for part in entry.partition(":"))
    pairs = [tuple(part.strip() for part in one.partition("=")) for one in values.split(",")]
    if not role or not colon or any(equals != "=" for _, equals, _ in pairs):
        raise ValueError(f"“{entry}” was not read. {FORM}")
    texts = {name: value for name, _, value in pairs}
    for name in texts:
        if name not in NAMES:
            raise ValueError(f"in “{role}”, there is no “{name}” (there is: {', '.join(NAMES)})")
    try:
        return role, read_policy(texts, general)
    except ValueError as error:
        wrong = _wrong(texts)
        raise ValueError(f"in “{role}”, {wrong + ': ' if wrong else ''}{error}") from None


def _wrong(texts: Mapping[str, str]) -> str:
    """The first name whose value cannot be read; "" where only how they go together is wrong."""
    for name, text in texts.items():
        try:
            read_value(name, text)
        except ValueError:
            return name
    return ""
