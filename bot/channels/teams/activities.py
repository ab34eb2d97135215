"""An activity as it leaves: what is said, with where it goes: pure."""

from collections.abc import Mapping

from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.payload import part, string
from bot.ports.delivery import Address, Undeliverable


def addressed(said: Json, address: Address, config: TeamsConfig) -> Json:
    """What is said, with where it goes. Raises Undeliverable where that names no chat."""
    conversation = address.get("conversation", "")
    if not conversation:
        raise Undeliverable("The address names no conversation in Teams.")
    tenant = address.get("tenant") or config.tenant_id
    above = address.get("reply_to")
    return {
        **said,
        "channelId": address.get("channel_id") or "msteams",
        "serviceUrl": address.get("service_url") or config.service_url,
        "conversation": {"id": conversation, **({"tenantId": tenant} if tenant else {})},
        "from": {"id": address.get("bot") or f"28:{config.app_id}"},
        **({"replyToId": above} if above else {}),
    }


def replied(said: Json, activity: Mapping[str, object]) -> Json:
    """What is said, as a reply in the answer to the activity that asks for it there."""
    conversation, person, bot = (
        {"id": string(part(activity, name).get("id"))}
        for name in ("conversation", "from", "recipient")
    )
    return {
        **said,
        "channelId": string(activity.get("channelId")),
        "serviceUrl": string(activity.get("serviceUrl")),
        "conversation": conversation,
        "from": bot,
        "recipient": person,
        "replyToId": string(activity.get("id")),
    }
