"""The picture of a fit summary as a file in its card's thread.

It is extra: where the app has no permission to upload, or Slack does not take it, the card says the
same in words.
"""

import logging
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.fit.sketch import of_card
from bot.core.messages import Block
from bot.core.wording import picture as words
from bot.drawing.png import png
from bot.ports.delivery import Address

UPLOAD = "upload"
"""An address's key for a file. It sorts behind a message's `ts`, so that the card comes first."""
ALT_TEXT = 1_000
"""The most characters of a description that Slack takes."""
_GONE = frozenset(("file_not_found", "file_deleted"))
_log = logging.getLogger(__name__)


class Pictures:
    """Uploads one app's pictures, and takes them back."""

    def __init__(self, client: WebClient) -> None:
        self._client = client

    def post(self, card: Address, thread: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Upload what the blocks assess below the card that stands there; where it stands.

        Nothing where they are no card, or where Slack does not take it.
        """
        sketch = of_card(blocks)
        if sketch is None:
            return ()
        try:
            sent = self._client.files_upload_v2(
                channel=card["channel"],
                thread_ts=thread,
                filename="fit-summary.png",
                title=words.as_read(sketch.title),
                file=png(sketch),
                alt_txt=sketch.described[:ALT_TEXT],
            )
        except (SlackClientError, OSError, HTTPException) as error:
            _log.warning("Slack took no picture (%s): the card alone stands there", _why(error))
            return ()
        return tuple(
            {"channel": card["channel"], UPLOAD: str(file["id"])}
            for file in sent.get("files") or ()
        )

    def take_back(self, file: str) -> None:
        """Delete a picture; nothing happens where it is gone. Raises SlackApiError."""
        try:
            self._client.files_delete(file=file)
        except SlackApiError as error:
            if str(error.response.get("error", "")) not in _GONE:
                raise


def _why(error: Exception) -> str:
    """The reason without words of anybody."""
    if isinstance(error, SlackApiError):
        return str(error.response.get("error", "")) or type(error).__name__
    return type(error).__name__
