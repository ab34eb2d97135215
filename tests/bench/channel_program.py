"""`rolecall run` with Microsoft on loopback: `ROLECALL_BENCH_MICROSOFT` is its address.

The product has no setting for Microsoft's own addresses; everything else is the product's.
"""

import os
import sys
from unittest.mock import patch

from rich.console import Console

from bot.assembly import doors
from bot.channels.teams.config import TeamsConfig
from bot.serving import serve
from bot.settings import Settings, read_settings
from tests.channels.teams.microsoft import APP, ISSUER, PASSWORD, TENANT


def on_loopback(settings: Settings) -> TeamsConfig:
    """The registration of the invented app, with tokens and keys of the fake Microsoft."""
    del settings
    url = os.environ["ROLECALL_BENCH_MICROSOFT"]
    return TeamsConfig(
        app_id=APP,
        app_password=PASSWORD,
        tenant_id=TENANT,
        openid_url=f"{url}/openid",
        issuer=ISSUER,
        login_url=url,
        service_url=url,
    )


def main() -> None:
    """Serve at the port that `--port` names."""
    with patch.object(doors, "teams_config", on_loopback):
        serve(read_settings(port=int(sys.argv[2])), Console())


if __name__ == "__main__":
    main()
