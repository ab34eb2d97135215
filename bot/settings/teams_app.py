"""The Teams app that is set up, as its channel is told."""

from typing import TYPE_CHECKING

from bot.core.errors import RolecallError
from bot.settings.settings import Settings

if TYPE_CHECKING:
    from bot.channels.teams.config import TeamsConfig


class OpenToAll(RolecallError):
    """Teams without sign-in was to be served to other machines."""

    remedy = "Unset ROLECALL_TEAMS_UNAUTHENTICATED, or listen on 127.0.0.1."

    def __init__(self, host: str) -> None:
        super().__init__(f"Teams without sign-in is for this machine only, not for {host}.")


def teams_config(settings: Settings) -> "TeamsConfig":
    """The Teams channel's settings; refuses to go without sign-in to other than this machine."""
    from bot.channels.teams.config import IDENTITY_URL, TeamsConfig

    config = TeamsConfig(
        app_id=settings.teams_app_id,
        app_password=settings.teams_app_password.get_secret_value(),
        tenant_id=settings.teams_tenant_id,
        recruiters=settings.teams_recruiters,
        team_channels=settings.teams_channels,
        unauthenticated=settings.teams_unauthenticated,
        app_type=settings.teams_app_type,
        identity_url=settings.identity_endpoint or IDENTITY_URL,
        identity_header=settings.identity_header.get_secret_value(),
    )
    if config.loopback_only and not settings.loopback:
        raise OpenToAll(settings.host)
    return config
