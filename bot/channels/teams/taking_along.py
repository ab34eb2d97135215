"""A file that a person takes along: put into their own OneDrive once they said yes to the card.

Teams answers the card's yes with an address that takes the file. Only Microsoft's own hosts are
given it, and what is uploaded is what was offered in that very chat.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import requests
import structlog

from bot.channels.teams.card import Json
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.connector import Connector
from bot.channels.teams.files import TIMEOUT, is_microsoft
from bot.channels.teams.parse import hearing
from bot.channels.teams.payload import part, string
from bot.channels.teams.words import NOT_TAKEN
from bot.core.messages import File
from bot.ports.delivery import TryAgain, Undeliverable

INVOKE = "fileConsent/invoke"
INFO = "application/vnd.microsoft.teams.card.file.info"

FileIn = Callable[[str, str], File | None]
"""The newest file with a name that was offered in a chat; None where none was."""


def nothing_offered(conversation: str, name: str) -> File | None:
    """Where no files are offered."""
    del conversation, name
    return None


_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """A yes to a file: its chat, its name, and where Teams takes it."""

    conversation: str
    name: str
    upload: str
    told: Mapping[str, object]


def taken(activity: Mapping[str, object]) -> Taken | None:
    """The yes that an activity tells of; None for any other activity, a no included."""
    if activity.get("type") != "invoke" or activity.get("name") != INVOKE:
        return None
    value = part(activity, "value")
    told, name = part(value, "uploadInfo"), string(part(value, "context").get("file"))
    upload = string(told.get("uploadUrl"))
    if value.get("action") != "accept" or not upload or not name:
        return None
    conversation = string(part(activity, "conversation").get("id"))
    return Taken(f"teams:{conversation}", name, upload, told)


@dataclass(frozen=True, slots=True)
class TakingAlong:
    """Hands files over; `file_in` gives those that were offered."""

    config: TeamsConfig
    connector: Connector
    file_in: FileIn

    def answered(self, activity: Mapping[str, object]) -> bool:
        """Whether an activity was a yes to a file: then it is uploaded, and the chat told so."""
        yes = taken(activity)
        heard = hearing(activity, self.config, datetime.now(UTC), "") if yes else None
        if yes is None or heard is None:
            return False
        given = hand_over(self.config, yes, self.file_in)
        shown: Json = given or {"type": "message", "text": NOT_TAKEN}
        try:
            self.connector.post({**heard[1], "reply_to": ""}, shown)
        except (TryAgain, Undeliverable):
            _log.warning("teams_file_not_told")
        return True


def hand_over(config: TeamsConfig, yes: Taken, file_in: FileIn) -> Json | None:
    """Upload the file; the message that shows where it is now, None where it was not taken."""
    file = file_in(yes.conversation, yes.name)
    if file is None or not is_microsoft(config, yes.upload):
        _log.warning("teams_file_not_given", known=file is not None)
        return None
    data = file.text.encode()
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Range": f"bytes 0-{len(data) - 1}/{len(data)}",
    }
    try:
        answer = requests.put(
            yes.upload, data, headers=headers, timeout=TIMEOUT, allow_redirects=False
        )
    except (requests.RequestException, OSError):
        _log.warning("teams_file_not_taken", why="not reached")
        return None
    if not 200 <= answer.status_code < 300:
        _log.warning("teams_file_not_taken", why=answer.status_code)
        return None
    content: Json = {
        "uniqueId": string(yes.told.get("uniqueId")),
        "fileType": string(yes.told.get("fileType")),
    }
    card: Json = {
        "contentType": INFO,
        "contentUrl": string(yes.told.get("contentUrl")),
        "name": string(yes.told.get("name")) or yes.name,
        "content": content,
    }
    return {"type": "message", "attachments": [card]}
