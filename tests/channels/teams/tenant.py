"""A tenant in which tests speak to the running Teams app as the service itself would."""

import json
from dataclasses import dataclass
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from tests.channels.teams.microsoft import APP, TENANT, FakeMicrosoft
from tests.channels.turns_now import TurnsNow

Json = dict[str, Any]

RIA = "11111111-0000-4000-8000-0000000000aa"
ADA = "22222222-0000-4000-8000-0000000000bb"
BOT = f"28:{APP}"
HIRING = "19:hiring@thread.tacv2"
PUBLIC = "19:public@thread.tacv2"


def personal(text: str | None = "Hi", person: str = ADA, **more: Any) -> Json:
    """A message in a personal chat, as Teams sends it."""
    activity = {
        "type": "message",
        "id": "1700000000001",
        "timestamp": "2026-11-23T09:00:00.000Z",
        "channelId": "msteams",
        "from": {"id": f"29:{person}", "name": "Ada Example", "aadObjectId": person},
        "conversation": {
            "conversationType": "personal",
            "tenantId": TENANT,
            "id": f"a:{person}",
        },
        "recipient": {"id": BOT, "name": "Rolecall"},
        "textFormat": "plain",
        "text": text,
        "entities": [{"type": "clientInfo", "locale": "en-GB"}],
        "channelData": {"tenant": {"id": TENANT}},
    }
    return {**activity, **more}


def mention(text: str, channel: str = PUBLIC, person: str = ADA, **more: Any) -> Json:
    """A message in a channel that mentions the bot."""
    spoken = {"type": "mention", "text": "<at>Rolecall</at>", "mentioned": {"id": BOT}}
    place = {
        "isGroup": True,
        "conversationType": "channel",
        "tenantId": TENANT,
        "id": f"{channel};messageid=1700000000000",
    }
    said = f"<at>Rolecall</at> {text}\n"
    return personal(said, person, conversation=place, entities=[spoken], **more)


@dataclass
class Tenant:
    """Teams as the app sees it: activities go in with a token, and posts come back."""

    microsoft: FakeMicrosoft
    turns: TurnsNow
    client: TestClient

    def send(self, activity: Json, token: str | None = None) -> Response:
        """An activity with a good token, or with this one."""
        told = {"serviceUrl": self.microsoft.url, **activity}
        bearer = self.microsoft.token() if token is None else token
        return self.raw(json.dumps(told).encode(), authorization=f"Bearer {bearer}")

    def raw(self, body: bytes, **headers: str) -> Response:
        """A request as it is given; the content type is JSON unless another one is."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        typed = {"content-type": "application/json; charset=utf-8", **named}
        return self.client.post("/teams/messages", content=body, headers=typed)
