"""What the Teams channel is told at start, checked once."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.errors import RolecallError

OPENID_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
ISSUER = "https://api.botframework.com"
LOGIN_URL = "https://login.microsoftonline.com"
IDENTITY_URL = "http://169.254.169.254/metadata/identity/oauth2/token"
"""Where a virtual machine in Azure asks for its own tokens."""
SERVICE_URL = "https://smba.trafficmanager.net/teams/"


class AppType(StrEnum):
    """How the bot's registration in Azure proves that it is the bot, in Microsoft's own words."""

    SINGLE_TENANT = "SingleTenant"
    IDENTITY = "UserAssignedMSI"


class TeamsNotConfigured(RolecallError):
    """The Teams channel cannot start: `missing` names the settings it lacks."""

    remedy = (
        "Set ROLECALL_TEAMS_APP_ID, ROLECALL_TEAMS_APP_PASSWORD and ROLECALL_TEAMS_TENANT_ID from "
        "the bot's registration. To try it out on this computer only, without any sign-in, set "
        "ROLECALL_TEAMS_UNAUTHENTICATED=1 instead."
    )

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(
            f"Teams was not started: {', '.join(missing)} "
            f"{'is' if len(missing) == 1 else 'are'} missing, so nobody could be told from "
            "somebody who only says so."
        )
        self.missing = missing


@dataclass(frozen=True, slots=True)
class TeamsConfig:
    """The bot's registration, and who belongs to the team.

    `recruiters` are Entra (AAD) object ids, `team_channels` the conversation ids of hiring
    channels ("19:…"). `unauthenticated` only matters without an app id: nothing is checked then,
    and the server must listen on loopback only. `service_url` is where a post goes to whose
    address does not say it. `key_pause` is the least number of seconds between two fetches of the
    signing keys. As `AppType.IDENTITY` the bot has no password: the machine it runs on signs it in,
    at `identity_url`, with `identity_header` where the host gives one. The other URLs are
    Microsoft's and differ in tests only.

    Raises TeamsNotConfigured where a setting is missing.
    """

    app_id: str
    app_password: str
    tenant_id: str
    recruiters: frozenset[str] = frozenset()
    team_channels: frozenset[str] = frozenset()
    unauthenticated: bool = False
    app_type: AppType = AppType.SINGLE_TENANT
    identity_url: str = IDENTITY_URL
    identity_header: str = ""
    openid_url: str = OPENID_URL
    issuer: str = ISSUER
    login_url: str = LOGIN_URL
    service_url: str = SERVICE_URL
    key_pause: float = 10.0

    def __post_init__(self) -> None:
        """Refuses to be without a registration, unless that is meant."""
        if self.loopback_only:
            return
        needed = {
            "the app id": self.app_id,
            "the app password": self.app_password or ("-" if self.managed_identity else ""),
            "the tenant id": self.tenant_id,
        }
        missing = tuple(name for name, value in needed.items() if not value.strip())
        if missing:
            raise TeamsNotConfigured(missing)

    def __repr__(self) -> str:
        """The app id alone, so that the password is in no log and no traceback."""
        return f"TeamsConfig(app_id={self.app_id!r})"

    @property
    def loopback_only(self) -> bool:
        """Whether tokens are not checked, so that the server may only listen on loopback."""
        return self.unauthenticated and not self.app_id.strip()

    @property
    def managed_identity(self) -> bool:
        """Whether the machine signs the bot in, and no password does."""
        return self.app_type is AppType.IDENTITY

    def is_bot(self, account: str) -> bool:
        """Whether this account id is the bot's own."""
        return bool(self.app_id) and account == f"28:{self.app_id}"

    def is_recruiter(self, person: str, tenant: str) -> bool:
        """Whether this Entra object id, in this tenant, is a recruiter's."""
        known = {recruiter.lower() for recruiter in self.recruiters}
        at_home = not self.tenant_id or tenant.lower() == self.tenant_id.lower()
        return bool(person) and at_home and person.lower() in known
