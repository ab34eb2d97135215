"""What `rolecall doctor` looks at in a configured deployment: each finding says what to do."""

import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.errors import RolecallError
from bot.settings import Settings
from bot.settings.channels_on import channels_on
from bot.settings.strange import strange_settings

LEAST_FREE_BYTES = 500_000_000
"""Below this much room on the disk the doctor warns: a log of a day and a backup still fit in."""
LEAST_DIFFERENT = 12
"""How many different characters a secret of 32 random ones nearly always has."""
MOST_SECONDS_APART = 5.0
"""How far this machine's clock may be from the database server's."""

_BOT_TOKEN = re.compile(r"(xoxe\.)?xoxb-[A-Za-z0-9-]{10,}")
_SIGNING_SECRET = re.compile(r"[0-9a-f]{32}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; where it is not `ok`, `said` ends in what to do."""

    check: str
    ok: bool
    said: str


class Wrong(RolecallError):
    """Something that is set up wrongly, and how to put it right."""

    def __init__(self, said: str, remedy: str) -> None:
        super().__init__(said)
        self.remedy = remedy


Check = Callable[[], str]
"""Says how something is; raises RolecallError where it is wrong."""


def found(name: str, check: Check) -> Finding:
    """What a check says, as a finding."""
    try:
        return Finding(name, True, check())
    except RolecallError as error:
        return Finding(name, False, str(error))


def of_settings(settings: Settings) -> Iterator[Finding]:
    """What can be said of the settings and this machine, without opening anything."""
    yield found("settings", lambda: names(settings, strange_settings()))
    yield found("disk", lambda: disk(settings.home, LEAST_FREE_BYTES))
    yield found("time", clock)
    yield found("secret", lambda: secret(settings))
    yield found("Slack", lambda: slack(settings))
    yield found("Teams", lambda: teams(settings))
    yield found("webhook", lambda: webhook(settings))
    yield found("figures", lambda: figures(settings))


def names(settings: Settings, strange: Sequence[tuple[str, str]]) -> str:
    """Where things are; raises Wrong where a setting is given that nobody reads."""
    if strange:
        told = (f"{name} ({likely}?)" if likely else name for name, likely in strange)
        raise Wrong(
            f"No such setting, so it does nothing: {', '.join(told)}.",
            "Write it as docs/settings.md does, or take it out.",
        )
    return f"data in {settings.home}, served at {settings.address}"


def disk(home: Path, least: int) -> str:
    """How much room is left where the data is kept."""
    folder = next(one for one in (home.absolute(), *home.absolute().parents) if one.exists())
    if not os.access(folder, os.W_OK):
        raise Wrong(f"{folder} cannot be written.", "Let this program's user write it.")
    free = shutil.disk_usage(folder).free
    if free < least:
        raise Wrong(
            f"Only {free / 1e6:,.0f} MB are free in {folder}.",
            "Free some space, or set ROLECALL_HOME to a folder on another disk.",
        )
    return f"{free / 1e9:,.1f} GB free in {folder}"


def clock() -> str:
    """The time, and the zone of this machine; what is kept is kept in UTC."""
    zone = os.environ.get("TZ", "").removeprefix(":")
    if zone:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise Wrong(
                f"The time zone “{zone}” in TZ is not known on this machine.",
                "Write a name such as Europe/Berlin, and install the zones' data (tzdata).",
            ) from None
    here = datetime.now(UTC).astimezone()
    return f"{here:%Y-%m-%d %H:%M} {here.tzname()} on this machine; kept in UTC"


def apart(seconds: float) -> str:
    """How far this clock and the database server's are apart."""
    if abs(seconds) > MOST_SECONDS_APART:
        raise Wrong(
            f"This machine's clock and the database server's are {abs(seconds):,.0f} s apart.",
            "Let both be set by a time server (NTP).",
        )
    return "as on the database server"


def secret(settings: Settings) -> str:
    """Whether what invitations are made from can be guessed, or read by others."""
    given = settings.secret.get_secret_value()
    if given:
        if len(set(given)) < LEAST_DIFFERENT:
            raise Wrong(
                "ROLECALL_SECRET can be guessed: it has few different characters.",
                'Make one with `python -c "import secrets; print(secrets.token_urlsafe(32))"`.',
            )
        return "set"
    file = settings.home / "secret"
    if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        raise Wrong(f"Others on this machine may read {file}.", f"Run `chmod 600 {file}`.")
    if settings.database.startswith("postgresql"):
        return f"in {file}; set ROLECALL_SECRET where several machines share the database"
    return f"in {file}, made on first use"


def slack(settings: Settings) -> str:
    """Whether the token and the signing secret have the form of Slack's."""
    token = settings.slack_bot_token.get_secret_value()
    signing = settings.slack_signing_secret.get_secret_value()
    state = next(each.state for each in channels_on(settings) if each.name == "Slack")
    if not token and not settings.slack_client_id:
        return state
    if token and not _BOT_TOKEN.fullmatch(token):
        raise Wrong(
            "ROLECALL_SLACK_BOT_TOKEN does not look like a bot's token.",
            "Take the “Bot User OAuth Token” from the app's page: it begins with xoxb-.",
        )
    if signing and not _SIGNING_SECRET.fullmatch(signing):
        raise Wrong(
            "ROLECALL_SLACK_SIGNING_SECRET does not look like one.",
            "Take the “Signing Secret” from the app's “Basic Information”: 32 digits and a to f.",
        )
    return f"{state}; `rolecall slack install` tries the tokens"


def teams(settings: Settings) -> str:
    """Whether the ids have the form of Microsoft's."""
    if settings.teams_unauthenticated:
        return "on without sign-in, for a trial on this machine"
    if not settings.teams_app_id:
        return "off: set ROLECALL_TEAMS_APP_ID, …_APP_PASSWORD and …_TENANT_ID"
    for name in ("app_id", "tenant_id"):
        if not _UUID.fullmatch(getattr(settings, f"teams_{name}")):
            raise Wrong(
                f"ROLECALL_TEAMS_{name.upper()} does not look like one.",
                "Take it from the app's page in the Azure portal: 32 digits and a to f in five "
                "groups.",
            )
    return f"on at {settings.address}/teams/messages; the password was not tried"


def webhook(settings: Settings) -> str:
    """Whether another program is told what happens in the screenings."""
    if not settings.webhook_url:
        return "off: set ROLECALL_WEBHOOK_URL and ROLECALL_WEBHOOK_SECRET"
    return f"on, to {urlsplit(settings.webhook_url).hostname}; nothing was sent"


def figures(settings: Settings) -> str:
    """Who may read /metrics."""
    token = settings.metrics_token.get_secret_value()
    if settings.metrics_open:
        return "/metrics is open to everybody who reaches the bot"
    if 0 < len(token) < 16:
        raise Wrong("ROLECALL_METRICS_TOKEN is short.", "Use at least 16 random characters.")
    return f"/metrics is for this machine{' and for whoever has the token' if token else ' alone'}"
