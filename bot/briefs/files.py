"""Briefs as files: those of a folder, the id that a name gives, and the text in one."""

import re
import unicodedata
from pathlib import Path, PurePath

from bot.briefs.documents import KNOWN, checked, text_in
from bot.core.errors import BriefUnreadable


def brief_files(folder: Path) -> tuple[Path, ...]:
    """The briefs in a folder, by name; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(f for f in folder.iterdir() if f.is_file() and f.suffix.lower() in KNOWN))


def identity_of(file: PurePath) -> str:
    """A role's id from its brief's file name: lower case, with hyphens."""
    plain = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "role"


def text_of(file: Path) -> str:
    """A brief's Markdown; raises BriefUnreadable for what cannot be read, and says what to do."""
    return text_in(file.name, _bytes_of(file))


def _bytes_of(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():
            raise BriefUnreadable(file.name, "it is no file", "Name one file.")
        checked(file.name, file.stat().st_size)
        return file.read_bytes()
    except FileNotFoundError:
        raise BriefUnreadable(file.name, "there is no such file", "Check the path.") from None
    except OSError as error:
        why = f"it cannot be opened ({(error.strerror or str(error)).lower()})"
        raise BriefUnreadable(file.name, why, "Check its path and its permissions.") from None
