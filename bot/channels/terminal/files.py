"""Files of somebody at the keyboard: “upload PATH” hands one in, and their own are written here."""

import os
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


def unused(path: Path) -> Path:
    """The path, or with a number behind its name where there is such a file already."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found


def written(path: Path, text: str) -> None:
    """Write a new file that its owner alone can read. Raises OSError, also where there is one."""
    opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(opened, "w", encoding="utf-8") as file:
        file.write(text)
