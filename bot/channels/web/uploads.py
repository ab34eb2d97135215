"""Files that came with a form: held in memory until their message is handled, and never written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Origin
from bot.core.wording import briefs as words

CHANNEL = "web"
LARGEST = 10 * 1024 * 1024
"""The most bytes of a file that are held; of a larger one, one byte more tells that it is."""
FILE_BODY = LARGEST + 64 * 1024
"""The longest body of a form with a file."""


@dataclass(slots=True)
class Uploads:
    """The files that are being looked at now, by the names of their messages."""

    _held: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def held(self, message: str, name: str, media_type: str, data: bytes) -> Iterator[Attachment]:
        """The file as an attachment of a message, for as long as that is handled."""
        self._held[message] = data
        place = Origin(CHANNEL, (("message", message),))
        try:
            yield Attachment(name, media_type, len(data), place)
        finally:
            self._held.pop(message, None)

    def fetch(self, attachment: Attachment) -> bytes:
        """The file's bytes; raises FileNotFetched where the program was started again since."""
        found = self._held.get(dict(attachment.place.address).get("message", ""))
        if found is None:
            raise FileNotFetched("The file", "it is no longer here", words.SEND_AGAIN)
        return found
