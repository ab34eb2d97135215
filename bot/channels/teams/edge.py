"""The way through the Bot Framework SDK: checks who calls, and runs what they call for.

Only this file knows the SDK. It is archived; another one can take its place by writing this anew.
"""

from collections.abc import Awaitable, Callable, Mapping

import jwt
from botbuilder.core import CloudAdapterBase, TurnContext  # type: ignore[import-untyped]
from botbuilder.schema import (  # type: ignore[import-untyped]
    Activity,
    ChannelAccount,
    ConversationAccount,
)
from botframework.connector.auth import (  # type: ignore[import-untyped]
    AuthenticateRequestResult,
    AuthenticationConstants,
    BotFrameworkAuthentication,
    BotFrameworkAuthenticationFactory,
    JwtTokenExtractor,
    ServiceClientCredentialsFactory,
)

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.keys import Keys, KeysUnreachable
from bot.channels.teams.payload import part, string
from bot.channels.teams.sign_in import SCOPE
from bot.core.errors import RolecallError

Turn = Callable[[], Awaitable[None]]


class Refused(RolecallError):
    """A request carries no token of Teams that is meant for this bot."""


class Edge:
    """Tells the service that delivers Teams' activities from anybody else."""

    def __init__(self, config: TeamsConfig) -> None:
        self._config = config
        self._authentication = _authentication(config)
        self._adapter = CloudAdapterBase(self._authentication)

    async def receive(self, authorization: str, activity: Mapping[str, object], turn: Turn) -> None:
        """Runs `turn` for an activity whose sender is known.

        Raises Refused, and KeysUnreachable where that cannot be told now.
        """
        envelope = _envelope(activity)
        sender = await self._sender(authorization, envelope)
        sender.connector_factory = _NoClient()

        async def logic(_: TurnContext) -> None:
            await turn()

        await self._adapter.process_activity(sender, envelope, logic)

    async def _sender(self, authorization: str, envelope: Activity) -> AuthenticateRequestResult:
        if self._config.loopback_only:
            return await self._authentication.authenticate_request(envelope, None)
        try:
            _check_issuer(authorization, self._config.issuer)
            return await self._authentication.authenticate_request(envelope, authorization)
        except KeysUnreachable:
            raise
        except Exception as error:  # The SDK raises bare Exception, IndexError, … for bad tokens.
            raise Refused("The token is not valid.") from error


class _NoClient:
    """Stands for the client that the SDK makes for every activity: what is said goes another way.

    Making one takes milliseconds; it looks 999 numbers up in a list of 500.
    """

    async def create(self, service_url: str, audience: str) -> object:
        del service_url, audience
        return self


class _Credentials(ServiceClientCredentialsFactory):  # type: ignore[misc]
    """Tells the SDK which app id is ours."""

    def __init__(self, config: TeamsConfig) -> None:
        self._config = config

    async def is_valid_app_id(self, app_id: str) -> bool:
        return bool(app_id) and app_id == self._config.app_id

    async def is_authentication_disabled(self) -> bool:
        return self._config.loopback_only

    async def create_credentials(self, *_: object, **__: object) -> None:
        """None: the SDK sends nothing."""


def _envelope(wire: Mapping[str, object]) -> Activity:
    """What the SDK needs of an activity, and no more: any other field may be of any type."""
    conversation, sender, recipient = (
        string(part(wire, name).get("id")) for name in ("conversation", "from", "recipient")
    )
    return Activity(
        type=string(wire.get("type")),
        id=string(wire.get("id")) or None,
        channel_id=string(wire.get("channelId")),
        service_url=string(wire.get("serviceUrl")),
        conversation=ConversationAccount(id=conversation),
        from_property=ChannelAccount(id=sender),
        recipient=ChannelAccount(id=recipient),
    )


def _authentication(config: TeamsConfig) -> BotFrameworkAuthentication:
    JwtTokenExtractor.metadataCache[config.openid_url] = Keys(config.openid_url, config.key_pause)
    made = BotFrameworkAuthenticationFactory.create(
        to_channel_from_bot_login_url=config.login_url,
        to_channel_from_bot_oauth_scope=SCOPE,
        to_bot_from_channel_token_issuer=config.issuer,
        to_bot_from_channel_open_id_metadata_url=config.openid_url,
        to_bot_from_emulator_open_id_metadata_url=config.openid_url,
        oauth_url=AuthenticationConstants.OAUTH_URL,
        caller_id="",
        credential_factory=_Credentials(config),
    )
    made.create_user_token_client = _no_sign_in
    return made


async def _no_sign_in(_: object) -> None:
    """Stands for the client of people's own sign-ins, which the SDK makes for every activity."""


def _check_issuer(authorization: str, issuer: str) -> None:
    # The SDK also takes tokens of its emulator and of other bots, which prove less (no service
    # URL, any audience), and fetches their keys for anybody who names such an issuer.
    scheme, _, token = authorization.partition(" ")
    claims = jwt.decode(token, options={"verify_signature": False})
    if scheme != "Bearer" or claims.get("iss") != issuer:
        raise Refused("The token comes from somebody else.")
