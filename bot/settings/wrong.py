"""What is wrong with settings, and what to write instead, in one sentence for each mistake."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import SecretStr, ValidationError
from pydantic_core import PydanticCustomError

from bot.core.errors import RolecallError

_FORMS = {
    "port": "write a whole number from 0 to 65535, such as 8000",
    "model_seconds": "write seconds, more than 0 and at most 120, such as 8",
    "slack_public_cards": "write 1 or 0",
    "teams_unauthenticated": "write 1 or 0",
    "teams_app_type": "write SingleTenant or UserAssignedMSI",
    "metrics_open": "write 1 or 0",
    "stop_seconds": "write seconds, more than 0 and at most 600, such as 8",
    "log": "write json or plain",
    "program": "write at most 60 letters, digits, dots, dashes or underscores",
}
"""What to write where pydantic's own words would not say it to everybody."""


class SettingsWrong(RolecallError):
    """Settings that cannot be used: one sentence for each mistake, with its remedy."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def wrong(error: ValidationError) -> SettingsWrong:
    """Every mistake that was found."""
    return SettingsWrong(tuple(_mistake(one) for one in error.errors()))


def together(channel: str, values: Mapping[str, Any], names: tuple[str, ...]) -> None:
    """Refuses a channel of which some settings are given and some are missing."""
    lacks = [named(name) for name in names if not said(values.get(name))]
    if 0 < len(lacks) < len(names):
        refuse(channel, lacks)


def refuse(channel: str, missing: Sequence[str]) -> None:
    """Refuses a channel, naming the settings that it lacks."""
    told = {"channel": channel, "missing": " and ".join(missing)}
    raise PydanticCustomError(
        "together", "{channel} also needs {missing}: set all of them, or leave {channel} off", told
    )


def said(value: Any) -> str:
    """What a setting says, a secret too; "" where it says nothing."""
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value or "")


def named(field: str) -> str:
    """A setting as it is named in the environment."""
    return field.upper() if field.upper() == "DATABASE_URL" else f"ROLECALL_{field.upper()}"


def _mistake(error: Any) -> str:
    """What is wrong with a setting and what to write instead; never its value, often a secret."""
    told = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    if error["type"] == "together":
        return f"{told}."
    field = str(error["loc"][0])
    return f"{named(field)} is wrong: {_FORMS.get(field.lower(), told)}."
