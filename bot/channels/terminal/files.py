"""A file that somebody at the keyboard hands in: “upload PATH”, read from this machine's disk."""

import re
from pathlib import Path

from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Origin

CHANNEL = "terminal"
LARGEST = 10 * 1024 * 1024 + 1
"""Bytes: more than that is not read, and the file is then refused for its size."""
_UPLOAD = re.compile(r"\s*/?upload\s+(?:\"(?P<quoted>[^\"]+)\"|(?P<plain>\S.*?))\s*")


def attached(text: str) -> Attachment | None:
    """The file that a line hands in; None for a line that hands in none."""
    found = _UPLOAD.fullmatch(text)
    if found is None:
        return None
    path = Path(found["quoted"] or found["plain"]).expanduser()
    if not path.suffix and not path.exists():
        return None  # “upload speed was the problem” is an answer
    return Attachment(path.name, "", 0, Origin(CHANNEL, (("path", str(path.absolute())),)))


def fetch(attachment: Attachment) -> bytes:
    """The file's bytes; raises FileNotFetched."""
    path = Path(dict(attachment.place.address).get("path", ""))
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        why = (error.strerror or "it cannot be opened").lower()
        raise FileNotFetched(attachment.name, why, "Check its path.") from None
