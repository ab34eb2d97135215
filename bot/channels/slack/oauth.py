"""Installing an app in a workspace: to Slack's page and back, and its token is kept.

What ties the way back to the way there is a state: nobody can guess it, it is good once and for ten
minutes, and only in the browser that began. So nobody can be made to install what another began.
"""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPException
from urllib.parse import urlencode

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.channels.slack.config import (
    CHANNELS,
    INSTALL_PATHS,
    REDIRECT_PATHS,
    App,
    OAuth,
    SlackConfig,
)
from bot.channels.slack.extras import Extras
from bot.channels.slack.manifest import scopes_of
from bot.channels.slack.oauth_page import refused, told
from bot.channels.slack.payload import Payload, inside, string
from bot.core.wording import installing as words
from bot.ports.installations import Installation, Installations, InstallStates

AUTHORIZE = "https://slack.com/oauth/v2/authorize"
TIMEOUT = 10
COOKIE_SECONDS = 600
LONGEST = 500
"""Characters of what comes back in the address; Slack's codes and our states are far shorter."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where installations are kept, and the time."""

    installations: Installations
    states: InstallStates
    clock: Callable[[], datetime]


def oauth_routes(config: SlackConfig, kept: Kept) -> list[Route]:
    """The two pages of the flow; none where the app is not for several workspaces."""
    if config.oauth is None:
        return []
    flow = _Flow(config, config.oauth, kept)
    return [
        Route(INSTALL_PATHS[config.app], flow.begin, methods=["GET"]),
        Route(REDIRECT_PATHS[config.app], flow.end, methods=["GET"]),
    ]


class _Flow:
    """The flow of one app."""

    def __init__(self, config: SlackConfig, oauth: OAuth, kept: Kept) -> None:
        self._app: App = config.app
        self._channel = CHANNELS[config.app]
        self._oauth = oauth
        self._kept = kept
        self._again = INSTALL_PATHS[config.app]
        self._back = f"{oauth.address}{REDIRECT_PATHS[config.app]}"
        self._client = WebClient(base_url=config.api_url, timeout=TIMEOUT, retry_handlers=[])

    async def begin(self, request: Request) -> Response:
        """Send somebody to Slack's page, with a state that their browser keeps too."""
        del request
        state = await run_in_threadpool(self._kept.states.issue, self._channel, self._kept.clock())
        asked = {
            "client_id": self._oauth.client_id,
            "scope": ",".join(scopes_of(self._app)),
            "redirect_uri": self._back,
            "state": state,
        }
        answer = RedirectResponse(f"{AUTHORIZE}?{urlencode(asked)}", 302)
        answer.headers["cache-control"] = "no-store"
        answer.set_cookie(
            self._cookie,
            state,
            max_age=COOKIE_SECONDS,
            path="/slack",
            secure=self._oauth.address.startswith("https:"),
            httponly=True,
            # Slack's page leads back here, and the cookie has to come along.
            samesite="lax",
        )
        return answer

    async def end(self, request: Request) -> Response:
        """Take somebody back from Slack's page."""
        answer = await run_in_threadpool(self._ended, request)
        answer.delete_cookie(self._cookie, path="/slack")
        return answer

    @property
    def _cookie(self) -> str:
        return f"rolecall-install-{self._channel}"

    def _ended(self, request: Request) -> Response:
        state, code = (request.query_params.get(name, "")[:LONGEST] for name in ("state", "code"))
        if not self._is_ours(state, request.cookies.get(self._cookie, "")):
            return refused(words.STALE, 400, self._again)
        if not code:
            _log.warning("An installation of %s was not agreed to.", self._channel)
            return refused(words.DECLINED, 200, self._again)
        return self._installed(code)

    def _is_ours(self, state: str, cookie: str) -> bool:
        """Whether this very browser began, not long ago; from now on the state is used up."""
        if not state or not secrets.compare_digest(state.encode(), cookie.encode()):
            return False
        return self._kept.states.redeem(self._channel, state, self._kept.clock())

    def _installed(self, code: str) -> Response:
        try:
            given = self._client.oauth_v2_access(
                client_id=self._oauth.client_id,
                client_secret=self._oauth.client_secret,
                code=code,
                redirect_uri=self._back,
            ).data
        except SlackApiError as error:
            why, status = error.response.get("error"), error.response.status_code
            _log.warning("Slack gave no token: %s", why or status)
            if status == 429 or status >= 500:
                return refused(words.AWAY, 502, self._again)
            return refused(words.REFUSED, 400, self._again)
        except (OSError, HTTPException) as error:
            _log.warning("Slack gave no token: %s", type(error).__name__)
            return refused(words.AWAY, 502, self._again)
        return self._taken(given if isinstance(given, dict) else {})

    def _taken(self, given: Payload) -> Response:
        """Keep what Slack gave, where that workspace, or its organization, may have the app."""
        if given.get("refresh_token"):
            return refused(words.ROTATING, 400, self._again)
        found = _installation(self._channel, given, self._kept.clock())
        if found is None:
            _log.warning("Slack gave no bot's token for %s.", self._channel)
            return refused(words.REFUSED, 400, self._again)
        if not self._oauth.allows(found.workspace, string(inside(given, "enterprise"), "id")):
            self._uninstall(found)
            said = words.not_allowed(found.name, found.workspace)
            return refused(said, 403, self._again)
        self._kept.installations.keep(found)
        _log.info("%s is installed in Slack's workspace %s.", self._channel, found.workspace)
        return told(words.INSTALLED, words.installed(found.name))

    def _uninstall(self, found: Installation) -> None:
        """Give the permission back, so that no app stays there that answers nobody."""
        _log.warning("%s may not be installed in %s.", self._channel, found.workspace)
        Extras().tried(
            "apps.uninstall",
            self._client.apps_uninstall,
            client_id=self._oauth.client_id,
            client_secret=self._oauth.client_secret,
            token=found.token,
        )


def _installation(app: str, given: Payload, at: datetime) -> Installation | None:
    """What Slack gave for the code; None where a part is missing."""
    whole = given.get("is_enterprise_install") is True
    where = inside(given, "enterprise" if whole else "team")
    workspace, token = string(where, "id"), string(given, "access_token")
    if not workspace or not token or string(given, "token_type") != "bot":
        return None
    return Installation(
        app=app,
        workspace=workspace,
        name=string(where, "name") or workspace,
        token=token,
        scopes=tuple(scope for scope in string(given, "scope").split(",") if scope),
        bot=string(given, "bot_user_id"),
        by=string(inside(given, "authed_user"), "id"),
        at=at,
    )
