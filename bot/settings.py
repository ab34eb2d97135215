"""The settings, read from the environment and `.env` here alone; mistakes are told at once."""

from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.errors import RolecallError

Names = Annotated[frozenset[str], NoDecode]
"""Names with commas between them."""


class SettingsWrong(RolecallError):
    """Settings that cannot be used: one sentence for each mistake, with its remedy."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class Settings(BaseSettings):
    """Where things are kept, who may do what, and which channels are on. All have defaults."""

    model_config = SettingsConfigDict(
        env_prefix="ROLECALL_", env_file=".env", extra="ignore", populate_by_name=True
    )

    home: Path = Path("var")
    seeds: Path = Path("seeds")
    database_url: str = Field("", validation_alias="DATABASE_URL")
    chroma_url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(8000, ge=0, le=65535)
    public_url: str = ""
    model: str = ""
    model_url: str = ""
    model_key: SecretStr = SecretStr("")
    model_seconds: float = Field(8.0, gt=0, le=120)
    hiring_channels: str = ""
    secret: SecretStr = SecretStr("")
    slack_bot_token: SecretStr = SecretStr("")
    slack_signing_secret: SecretStr = SecretStr("")
    slack_recruiters: Names = frozenset()
    slack_team_channels: Names = frozenset()
    slack_api_url: str = ""
    teams_app_id: str = ""
    teams_app_password: SecretStr = SecretStr("")
    teams_tenant_id: str = ""
    teams_recruiters: Names = frozenset()
    teams_channels: Names = frozenset()
    teams_unauthenticated: bool = False

    @field_validator(
        "slack_recruiters",
        "slack_team_channels",
        "teams_recruiters",
        "teams_channels",
        mode="before",
    )
    @classmethod
    def _names(cls, value: Any) -> Any:
        if isinstance(value, str):
            return frozenset(name.strip() for name in value.split(",") if name.strip())
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value and not value.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")):
            raise ValueError("use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE")
        return value

    @field_validator("chroma_url", "public_url", "model_url", "slack_api_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            raise ValueError("it must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("secret")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if 0 < len(value.get_secret_value()) < 32:
            raise ValueError("use at least 32 random characters, or leave it out")
        return value

    @field_validator("model")
    @classmethod
    def _names_provider(cls, value: str) -> str:
        if value and ":" not in value:
            raise ValueError("name the provider too, for example openai:gpt-4o-mini")
        return value

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        token, secret = self.slack_bot_token, self.slack_signing_secret
        if bool(token.get_secret_value()) != bool(secret.get_secret_value()):
            raise ValueError(
                "ROLECALL_SLACK_BOT_TOKEN and ROLECALL_SLACK_SIGNING_SECRET go together: "
                "set both, or neither to leave Slack off"
            )
        return self

    @property
    def database(self) -> str:
        """The URL of the database: the embedded one in `home` where none is set."""
        return self.database_url or f"sqlite:///{self.home / 'rolecall.db'}"

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
        raise SettingsWrong(tuple(_mistake(one) for one in error.errors())) from None


def _mistake(error: Any) -> str:
    said = str(error["msg"]).removeprefix("Value error, ")
    if not error["loc"]:
        return f"{said}."
    name = str(error["loc"][0]).upper()
    known = name if name == "DATABASE_URL" else f"ROLECALL_{name}"
    return f"{known} is wrong: {said}."
