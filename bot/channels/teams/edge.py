"""The way through the Bot Framework SDK: checks who calls, and posts what is said.

Only this file and `activities` know the SDK. It is archived; another one can take its place by
writing both anew.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

import jwt
import requests
from botbuilder.core import CloudAdapterBase, TurnContext  # type: ignore[import-untyped]
from botbuilder.schema import Activity, ConversationReference  # type: ignore[import-untyped]
from botframework.connector.auth import (  # type: ignore[import-untyped]
    AuthenticateRequestResult,
    AuthenticationConstants,
    BotFrameworkAuthentication,
    BotFrameworkAuthenticationFactory,
    JwtTokenExtractor,
    ServiceClientCredentialsFactory,
)
from msrest.exceptions import ClientException
from msrest.serialization import DeserializationError  # type: ignore[attr-defined]
from msrest.universal_http.requests import ClientRetryPolicy

from bot.channels.teams.access import Access, Answered
from bot.channels.teams.activities import addressed, envelope_of, outgoing
from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.keys import Keys, KeysUnreachable
from bot.channels.teams.sign_in import SCOPE, AccessRefused
from bot.core.errors import RolecallError
from bot.ports.delivery import Address, TryAgain, Undeliverable

# The SDK looks 999 codes up in this list for each client it makes, so for each activity: 5 ms and
# more, against none in a set. We use none of its retries.
ClientRetryPolicy.safe_codes = frozenset(ClientRetryPolicy.safe_codes)  # type: ignore[assignment]

TIMEOUT = 10
"""Seconds one post may take."""

_FOR_NOW = {401, 408, 412, 425, 429}
"""Refusals that pass by themselves, beside every 5xx."""

Turn = Callable[[], Awaitable[Sequence[Json]]]
Act = Callable[[TurnContext], Awaitable[None]]


class NotThere(Undeliverable):
    """The bot cannot write in this chat or channel: it was taken out, or it is gone."""


class Refused(RolecallError):
    """A request carries no token of Teams that is meant for this bot."""


class Edge:
    """Teams, as the channel needs it."""

    def __init__(self, config: TeamsConfig) -> None:
        self._config = config
        self._access = Access(config)
        self._authentication = _authentication(config, self._access)
        self._adapter = CloudAdapterBase(self._authentication)

    async def receive(
        self, authorization: str, activity: Mapping[str, object], turn: Turn
    ) -> Json | None:
        """Runs `turn` for an activity whose sender is known.

        What `turn` returns is sent only where the activity asks for replies in the response: then
        the response's body is given back. Raises Refused, and KeysUnreachable where that cannot be
        told now.
        """
        envelope = envelope_of(activity)
        sender = await self._sender(authorization, envelope)

        async def logic(context: TurnContext) -> None:
            replies = [outgoing(reply) for reply in await turn()]
            if replies:
                await context.send_activities(replies)

        answer = await self._adapter.process_activity(sender, envelope, logic)
        # An invoke is left to the caller: the SDK would answer it with 501.
        return answer.body if answer and activity.get("type") != "invoke" else None

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

    def post(self, address: Address, activity: Json) -> str:
        """Posts an activity; its id, or "" where Teams does not tell it.

        Raises TryAgain or Undeliverable. Call it outside an event loop.
        """
        posted = addressed(outgoing(activity), address, self._config)
        numbers: list[str] = []

        async def send(context: TurnContext) -> None:
            # Not through the context: it would make every post a reply to an invented id.
            (answer,) = await self._adapter.send_activities(context, [posted])
            numbers.append(answer.id or "")

        self._told(posted, send)
        return numbers[0] if numbers else ""

    def replace(self, standing: Address, activity: Json) -> None:
        """Puts an activity in the place of one that was posted; nothing happens where it is gone.

        Raises TryAgain or Undeliverable. Call it outside an event loop.
        """
        put = addressed(outgoing(activity), standing, self._config)
        put.id = standing["activity"]

        async def update(context: TurnContext) -> None:
            try:
                await self._adapter.update_activity(context, put)
            except Answered as answered:
                if answered.status != 404:
                    raise

        self._told(put, update)

    def _told(self, activity: Activity, act: Act) -> None:
        """Does something at the activity's place. Raises TryAgain or Undeliverable."""
        try:
            asyncio.run(self._at(activity, act))
        except Answered as answered:
            raise self._failure(answered) from answered
        except DeserializationError:
            return  # It was accepted: only the acknowledgement could not be read.
        except (ClientException, AccessRefused, requests.RequestException) as error:
            raise TryAgain(f"Teams could not be reached: {error}") from error

    async def _at(self, activity: Activity, act: Act) -> None:
        async def logic(context: TurnContext) -> None:
            connector = context.turn_state[CloudAdapterBase.BOT_CONNECTOR_CLIENT_KEY]
            # Whether and when to try again is the turns' matter, not that of a hidden loop here.
            connector.config.retry_policy.retries = 0
            connector.config.retry_policy.policy.status_forcelist = []
            connector.config.connection.timeout = TIMEOUT
            async with connector:
                await act(context)

        reference = ConversationReference(
            bot=activity.from_property,
            conversation=activity.conversation,
            channel_id=activity.channel_id,
            service_url=activity.service_url,
        )
        await self._adapter.continue_conversation(reference, logic, self._config.app_id)

    def _failure(self, answered: Answered) -> TryAgain | Undeliverable:
        if answered.status == 401:
            self._access.forget()
        if answered.status in _FOR_NOW or answered.status >= 500:
            return TryAgain(str(answered), answered.after)
        refused = NotThere if answered.status in (403, 404) else Undeliverable
        return refused(f"{answered} This cannot be delivered.")


class _Credentials(ServiceClientCredentialsFactory):  # type: ignore[misc]
    """Gives the SDK the bot's one access token, and tells it which app id is ours."""

    def __init__(self, config: TeamsConfig, access: Access) -> None:
        self._config = config
        self._access = access

    async def is_valid_app_id(self, app_id: str) -> bool:
        return bool(app_id) and app_id == self._config.app_id

    async def is_authentication_disabled(self) -> bool:
        return self._config.loopback_only

    async def create_credentials(self, *_: object, **__: object) -> Access:
        return self._access


def _authentication(config: TeamsConfig, access: Access) -> BotFrameworkAuthentication:
    JwtTokenExtractor.metadataCache[config.openid_url] = Keys(config.openid_url, config.key_pause)
    made = BotFrameworkAuthenticationFactory.create(
        to_channel_from_bot_login_url=config.login_url,
        to_channel_from_bot_oauth_scope=SCOPE,
        to_bot_from_channel_token_issuer=config.issuer,
        to_bot_from_channel_open_id_metadata_url=config.openid_url,
        to_bot_from_emulator_open_id_metadata_url=config.openid_url,
        oauth_url=AuthenticationConstants.OAUTH_URL,
        caller_id="",
        credential_factory=_Credentials(config, access),
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
