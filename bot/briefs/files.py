"""Briefs as files: Markdown and text as they are, PDF, DOCX and HTML through markitdown."""

import re
import unicodedata
from pathlib import Path

from bot.core.errors import BriefUnreadable

LARGEST = 10 * 1024 * 1024
"""The most bytes a brief may have."""
_PLAIN = {".md", ".markdown", ".txt", ".text"}
_CONVERTED = {".pdf", ".docx", ".html", ".htm"}
KNOWN = sorted(_PLAIN | _CONVERTED)
"""The file endings that can be read."""


def brief_files(folder: Path) -> tuple[Path, ...]:
    """The briefs in a folder, by name; none where there is no such folder."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(f for f in folder.iterdir() if f.is_file() and f.suffix.lower() in KNOWN))


def identity_of(file: Path) -> str:
    """A role's id from its brief's file name: lower case, with hyphens."""
    plain = unicodedata.normalize("NFKD", file.stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "role"


def text_of(file: Path) -> str:
    """A brief's Markdown; raises BriefUnreadable for what cannot be read, and says what to do."""
    data = _bytes_of(file)
    ending = file.suffix.lower()
    if ending in _PLAIN:
        return _decoded(file, data)
    if ending in _CONVERTED:
        return _converted(file)
    raise BriefUnreadable(
        file.name,
        f"“{ending or 'no ending'}” is not a kind of file I know",
        f"Use {', '.join(KNOWN)}.",
    )


def _bytes_of(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise BriefUnreadable(
                file.name,
                f"it has {size // (1024 * 1024)} MB, and {LARGEST // (1024 * 1024)} MB is the most",
                "Send the text alone, without pictures.",
            )
        data = file.read_bytes()
    except FileNotFoundError:
        raise BriefUnreadable(file.name, "there is no such file", "Check the path.") from None
    except IsADirectoryError:
        raise BriefUnreadable(file.name, "it is a folder", "Name one file.") from None
    except PermissionError:
        raise BriefUnreadable(file.name, "it may not be read", "Change its permissions.") from None
    if not data.strip():
        raise BriefUnreadable(file.name, "it is empty", "Put the brief's text in it.")
    return data


def _decoded(file: Path, data: bytes) -> str:
    for encoding in (
        ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise BriefUnreadable(file.name, "its text is not in UTF-8", "Save it as UTF-8 and try again.")


def _converted(file: Path) -> str:
    from markitdown import MarkItDown
    from markitdown._exceptions import MarkItDownException

    try:
        text = MarkItDown(enable_plugins=False).convert_local(file).text_content
    except (MarkItDownException, ValueError, OSError, KeyError) as error:
        why = (
            "it is encrypted"
            if "ncrypt" in repr(error)
            else "it is damaged or not what its ending says"
        )
        raise BriefUnreadable(
            file.name, why, "Save it again without a password, or as text."
        ) from None
    if not text.strip():
        raise BriefUnreadable(
            file.name,
            "it holds no text, only pictures",
            "Run text recognition on it, or paste the text.",
        )
    return text
