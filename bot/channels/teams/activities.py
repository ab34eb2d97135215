"""Activities between Teams' JSON and the SDK's own objects: what came in, and what goes out."""

from collections.abc import Mapping
from typing import Any

from botbuilder.schema import (  # type: ignore[import-untyped]
    Activity,
    Attachment,
    ChannelAccount,
    ConversationAccount,
    Entity,
)

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.payload import part, string
from bot.ports.delivery import Address, Undeliverable


def envelope_of(wire: Mapping[str, object]) -> Activity:
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
        delivery_mode=string(wire.get("deliveryMode")) or None,
    )


def outgoing(wire: Mapping[str, Any]) -> Activity:
    """What is said, for the SDK to send; where it goes is added by `addressed`."""
    attachments = [
        Attachment(content_type=drawn["contentType"], content=drawn["content"])
        for drawn in wire.get("attachments", ())
    ]
    return Activity(
        type=wire["type"],
        text=wire.get("text"),
        text_format=wire.get("textFormat"),
        summary=wire.get("summary"),
        attachments=attachments or None,
        entities=[_Label(entity) for entity in wire.get("entities", ())] or None,
        channel_data=wire.get("channelData"),
    )


def addressed(said: Activity, address: Address, config: TeamsConfig) -> Activity:
    """The same activity, with where it goes. Raises Undeliverable where that names no chat."""
    conversation = address.get("conversation", "")
    if not conversation:
        raise Undeliverable("The address names no conversation in Teams.")
    tenant = address.get("tenant") or config.tenant_id
    said.conversation = ConversationAccount(id=conversation, tenant_id=tenant or None)
    said.from_property = ChannelAccount(id=address.get("bot") or f"28:{config.app_id}")
    said.service_url = address.get("service_url") or config.service_url
    said.channel_id = address.get("channel_id") or "msteams"
    said.reply_to_id = address.get("reply_to") or None
    return said


class _Label(Entity):  # type: ignore[misc]
    """The entity with label and citations; the SDK's own drops every field but `type`."""

    _attribute_map = {  # noqa: RUF012 (the SDK reads it from the class)
        "type": {"key": "type", "type": "str"},
        "kind": {"key": "@type", "type": "str"},
        "context": {"key": "@context", "type": "str"},
        "additional": {"key": "additionalType", "type": "[str]"},
        "citation": {"key": "citation", "type": "[object]"},
        "usage": {"key": "usageInfo", "type": "object"},
    }

    def __init__(self, wire: Mapping[str, Any]) -> None:
        super().__init__(type=wire["type"])
        self.kind = wire["@type"]
        self.context = wire["@context"]
        self.additional = wire["additionalType"]
        self.citation = wire.get("citation")
        self.usage = wire.get("usageInfo")
