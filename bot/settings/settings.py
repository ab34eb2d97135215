"""The settings, read from the environment and `.env` here alone; mistakes are told at once.

What one setting may hold is told by its type (`values`), and here what it needs of others.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.channels.slack.needs import PARTS, WORKSPACE, missing
from bot.channels.teams.config import AppType
from bot.core.clock.policy import USUAL, Policies
from bot.core.clock.policy_reading import NAMES, read_policies, read_policy, read_value
from bot.core.screening.self_identification import Questionnaires
from bot.settings.values import (
    Database,
    Model,
    Names,
    QuestionnaireFile,
    Receiver,
    RoleTeams,
    Routes,
    Secret,
    SocketToken,
    WebAddress,
    questionnaires,
)
from bot.settings.wrong import SettingsWrong, named, refuse, said, together, wrong
from bot.webhooks.signing import key_of

_SLACK = {"slack_": "Slack", "slack_prescreen_": "Slack pre-screen"}
"""What the names of an app's settings begin with, and what the app is called."""
_TEAMS = ("teams_app_id", "teams_app_password", "teams_tenant_id")
_WEBHOOK = ("webhook_url", "webhook_secret")


class Settings(BaseSettings):
    """Where things are kept, who may do what, and which channels are on. All have defaults."""

    model_config = SettingsConfigDict(
        env_prefix="ROLECALL_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        populate_by_name=True,
        # What one setting needs of others is told even where those are left out.
        validate_default=True,
    )

    home: Path = Path("var")
    seeds: Path = Path("seeds")
    # What may hold a password in its address is not shown where settings are printed.
    database_url: Database = Field("", validation_alias="DATABASE_URL", repr=False)
    chroma_url: WebAddress = Field("", repr=False)
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    public_url: WebAddress = ""
    model: Model = ""
    model_url: WebAddress = Field("", repr=False)
    model_key: SecretStr = SecretStr("")
    model_seconds: float = Field(8.0, gt=0, le=120)
    hiring_channels: Routes = ""
    role_teams: RoleTeams = ""
    program: str = Field("", pattern=r"^[A-Za-z0-9._-]{0,60}$")
    stop_seconds: float = Field(8.0, gt=0, le=600)
    log: str = Field("", pattern=r"^(|json|plain)$")
    metrics_token: SecretStr = SecretStr("")
    metrics_open: bool = False
    time_zone: str = "UTC"
    quiet_hours: str = "20:00-08:00"
    digest_at: str = "09:00"
    remind_after_days: str = "2"
    reminders: str = "2"
    answer_within_days: str = "2"
    decide_within_days: str = "5"
    invitation_days: str = "14"
    finish_days: str = "30"
    retention_days: str = "190"
    working_days: str = "Mon-Fri"
    days_off: str = "none"
    notice_days: str = "0"
    notice_waiver: str = "no"
    blind_first: str = "off"
    role_policies: str = ""
    self_identification: QuestionnaireFile = ""
    secret: Secret = SecretStr("")
    # The address may hold a token of the receiver's.
    webhook_url: Receiver = Field("", repr=False)
    webhook_secret: SecretStr = SecretStr("")
    slack_bot_token: SecretStr = SecretStr("")
    slack_app_token: SocketToken = SecretStr("")
    slack_client_id: str = ""
    slack_client_secret: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_prescreen_bot_token: SecretStr = SecretStr("")
    slack_prescreen_app_token: SocketToken = SecretStr("")
    slack_prescreen_client_id: str = ""
    slack_prescreen_client_secret: SecretStr = SecretStr("")
    slack_prescreen_signing_secret: SecretStr = SecretStr("")
    slack_workspaces: Names = frozenset()
    slack_recruiters: Names = frozenset()
    slack_team_channels: Names = frozenset()
    slack_public_cards: bool = False
    slack_api_url: WebAddress = ""
    teams_app_type: AppType = AppType.SINGLE_TENANT
    teams_app_id: str = ""
    teams_app_password: SecretStr = SecretStr("")
    teams_tenant_id: str = ""
    teams_recruiters: Names = frozenset()
    teams_channels: Names = frozenset()
    teams_unauthenticated: bool = False
    identity_endpoint: str = Field("", validation_alias="IDENTITY_ENDPOINT")
    identity_header: SecretStr = Field(SecretStr(""), validation_alias="IDENTITY_HEADER")

    @field_validator("webhook_secret")
    @classmethod
    def _all_of_webhook(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        together("The webhook", {**info.data, "webhook_secret": value}, _WEBHOOK)
        if value.get_secret_value():
            key_of(value.get_secret_value())
        return value

    @field_validator(*NAMES, mode="before")
    @classmethod
    def _of_the_clock(cls, value: Any, info: ValidationInfo) -> str:
        """What happens by the clock stays in words here; `policies` reads it."""
        name, text = str(info.field_name), str(value)
        read_value(name, text)
        if name == "digest_at" and "quiet_hours" in info.data:
            read_policy({name: text, "quiet_hours": info.data["quiet_hours"]}, USUAL)
        return text

    @field_validator("role_policies")
    @classmethod
    def _policies(cls, value: str, info: ValidationInfo) -> str:
        # A value that is wrong was told already, and is missing here.
        told = {"digest_at": "off"} | {name: info.data[name] for name in NAMES if name in info.data}
        _read_policies(told, value)
        return value

    @field_validator("slack_signing_secret", "slack_prescreen_signing_secret")
    @classmethod
    def _all_of_slack(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        # The last of an app's settings, so all of them can be looked at.
        name = str(info.field_name)
        begin, data = name.removesuffix("signing_secret"), {**info.data, name: value}
        lacks = missing(named(begin), {part: said(data.get(begin + part)) for part in PARTS})
        if lacks:
            refuse(_SLACK[begin], lacks)
        return value

    @field_validator("slack_workspaces")
    @classmethod
    def _known_workspaces(cls, value: frozenset[str], info: ValidationInfo) -> frozenset[str]:
        if not all(WORKSPACE.fullmatch(name) for name in value):
            raise ValueError("write ids of workspaces such as T0123, with commas, or *")
        if not value and any(said(info.data.get(f"{begin}client_id")) for begin in _SLACK):
            refuse("Slack in several workspaces", [named("slack_workspaces")])
        return value

    @field_validator("teams_tenant_id")
    @classmethod
    def _all_of_teams(cls, value: str, info: ValidationInfo) -> str:
        # A tenant alone is no mistake: without sign-in, it says whose recruiters count.
        if any(said(info.data.get(name)) for name in _TEAMS[:2]):
            given = {**info.data, "teams_tenant_id": value}
            identity = info.data.get("teams_app_type") is AppType.IDENTITY
            together("Teams", given, _TEAMS[::2] if identity else _TEAMS)
        return value

    @property
    def database(self) -> str:
        """The URL of the database: the embedded one in `home` where none is set."""
        return self.database_url or f"sqlite:///{self.home / 'rolecall.db'}"

    @property
    def policies(self) -> Policies:
        """What happens by the clock, for every role."""
        return _read_policies({name: getattr(self, name) for name in NAMES}, self.role_policies)

    @property
    def questionnaires(self) -> Questionnaires:
        """What candidates are asked about themselves after the end, for every role."""
        file = self.self_identification
        return questionnaires(file) if file else Questionnaires()

    @property
    def chroma_folder(self) -> Path:
        """Where the embedded Chroma keeps its files."""
        return self.home / "chroma"

    @property
    def loopback(self) -> bool:
        """Whether the server is reached from this machine alone."""
        return self.host in ("127.0.0.1", "::1", "localhost")

    @property
    def address(self) -> str:
        """The address people are given: the public one, or where the server listens."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"


def read_settings(**given: Any) -> Settings:
    """The settings; `given` ones win over the environment. Raises SettingsWrong."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise wrong(error) from None
    except (UnicodeDecodeError, OSError):
        raise SettingsWrong((".env cannot be read: save it as a file of text in UTF-8.",)) from None


def _read_policies(texts: Mapping[str, str], of_roles: str) -> Policies:
    return read_policies(of_roles, read_policy(texts, USUAL))
