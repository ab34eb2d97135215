"""Files that a person takes along, uploaded into their own chat with the app."""

import logging
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.channels.slack.pictures import UPLOAD
from bot.core.messages import Block, File
from bot.ports.delivery import Address

_log = logging.getLogger(__name__)


def hand_over(
    client: WebClient, standing: Address, thread: str, blocks: tuple[Block, ...]
) -> tuple[tuple[Address, ...], bool]:
    """Upload the files among the blocks; where they stand, and whether Slack took every one."""
    files = [block for block in blocks if isinstance(block, File)]
    places: list[Address] = []
    for file in files:
        try:
            sent = client.files_upload_v2(
                channel=standing["channel"],
                thread_ts=thread or None,
                filename=file.name,
                title=file.name,
                content=file.text,
            )
        except (SlackClientError, OSError, HTTPException) as error:
            _log.warning("Slack took no file (%s)", _why(error))
            return tuple(places), False
        places += (
            {"channel": standing["channel"], UPLOAD: str(one["id"])}
            for one in sent.get("files") or ()
        )
    return tuple(places), True


def _why(error: Exception) -> str:
    """The reason without words of anybody."""
    if isinstance(error, SlackApiError):
        return str(error.response.get("error", "")) or type(error).__name__
    return type(error).__name__
