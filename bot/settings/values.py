"""What one setting may hold: types that refuse, in a sentence, what cannot be used."""

import re
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, SecretStr
from pydantic_settings import NoDecode

from bot.channels.slack.needs import APP_TOKEN
from bot.core.screening.self_identification import Questionnaires
from bot.core.screening.self_identification_reading import read_questionnaires
from bot.ports.delivery import PLACES
from bot.settings.role_teams import read_teams
from bot.turns.routing import RoutesUnreadable, read_routes

_WEB_ADDRESS = re.compile(r"https?://[^\s/]")
_RECEIVER = re.compile(r"https://[^\s/]|http://(127\.0\.0\.1|localhost|\[::1\])[:/]")


def _names(value: Any) -> Any:
    if isinstance(value, str):
        return frozenset(name.strip() for name in value.split(",") if name.strip())
    return value


def _database(value: str) -> str:
    if value and not value.startswith(("sqlite:", "postgresql:", "postgresql+psycopg:")):
        raise ValueError("use sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE")
    return value


def _web_address(value: str) -> str:
    if value and not _WEB_ADDRESS.match(value):
        raise ValueError("write an address that begins with http:// or https://")
    return value.rstrip("/")


def _receiver(value: str) -> str:
    if value and not _RECEIVER.match(value):
        raise ValueError("write an address that begins with https:// (http:// here alone)")
    return value


def _long_enough(value: SecretStr) -> SecretStr:
    if 0 < len(value.get_secret_value()) < 32:
        raise ValueError("use at least 32 random characters, or leave it out")
    return value


def _opens_sockets(value: SecretStr) -> SecretStr:
    if value.get_secret_value() and not APP_TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("use the app-level token, which begins with xapp-")
    return value


def _model(value: str) -> str:
    if value and ":" not in value:
        raise ValueError("name the provider too, for example openai:gpt-4o-mini")
    return value


def _routes(value: str) -> str:
    try:
        read_routes(value, PLACES)
    except RoutesUnreadable as error:
        raise ValueError(f"in “{error.entry}”, {error.why}. {error.remedy}") from None
    return value


def _questionnaires(value: str) -> str:
    if value:
        questionnaires(value)
    return value


def questionnaires(file: str) -> Questionnaires:
    """What candidates are asked about themselves, from a file; raises ValueError."""
    try:
        return read_questionnaires(Path(file).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise ValueError("name a file of text that can be read") from None


def _role_teams(value: str) -> str:
    try:
        read_teams(value)
    except ValueError as error:
        raise ValueError(f"{error}, as in `lamp-keeper=U0123, S0456; *=admins`") from None
    return value


Names = Annotated[frozenset[str], NoDecode, BeforeValidator(_names)]
"""Names with commas between them."""
Database = Annotated[str, AfterValidator(_database)]
"""The URL of a SQLite file or of a PostgreSQL database."""
WebAddress = Annotated[str, AfterValidator(_web_address)]
"""An address without the slash at its end."""
Receiver = Annotated[str, AfterValidator(_receiver)]
"""An address that is written to in secret, or on this machine."""
Secret = Annotated[SecretStr, AfterValidator(_long_enough)]
"""At least 32 characters."""
SocketToken = Annotated[SecretStr, AfterValidator(_opens_sockets)]
"""Slack's app-level token."""
Model = Annotated[str, AfterValidator(_model)]
"""A chat model as PROVIDER:NAME."""
Routes = Annotated[str, AfterValidator(_routes)]
"""Where each role's posts go; `bot.turns.routing` reads it."""
QuestionnaireFile = Annotated[str, AfterValidator(_questionnaires)]
"""The file with what candidates are asked about themselves."""
RoleTeams = Annotated[str, AfterValidator(_role_teams)]
"""Who works on which role; `read_teams` reads it."""
