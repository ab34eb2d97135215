"""A brief's bytes as Markdown: text as it is, PDF, DOCX and HTML through markitdown."""

import codecs
import re
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from bot.core.errors import BriefUnreadable

_MEBIBYTE = 1024 * 1024
LARGEST = 10 * _MEBIBYTE
"""The most bytes a brief may have."""
_UNPACKED = 20 * LARGEST
_PLAIN = (".markdown", ".md", ".text", ".txt")
_CONVERTED = (".docx", ".htm", ".html", ".pdf")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# A Word file with a password is kept in the container of the old formats.
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = re.compile("encrypt|password", re.IGNORECASE)
KNOWN = sorted((*_PLAIN, *_CONVERTED))
"""The file endings that can be read."""


def text_in(name: str, data: bytes) -> str:
    """A brief's Markdown from a file's name and bytes.

    Raises BriefUnreadable for what cannot be read, and says what to do.
    """
    checked(name, len(data))
    if not data.strip():
        raise BriefUnreadable(name, "it is empty", "Put the brief's text in it.")
    text = _decoded(name, data) if _ending(name) in _PLAIN else _converted(name, data)
    if not text.strip():
        raise BriefUnreadable(
            name,
            "it holds no text",
            "If it holds pictures of text, run text recognition on it, or paste the text.",
        )
    return text


def checked(name: str, size: int) -> None:
    """Raises BriefUnreadable for a kind of file nobody reads, and for one of too many bytes."""
    ending = _ending(name)
    if ending not in KNOWN:
        why = f"“{ending or 'no ending'}” is not a kind of file I know"
        raise BriefUnreadable(name, why, f"Use {', '.join(KNOWN)}.")
    if size > LARGEST:
        raise BriefUnreadable(
            name,
            f"it has {size // _MEBIBYTE} MB, and {LARGEST // _MEBIBYTE} MB is the most",
            "Send the text alone, without pictures.",
        )


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()


def _decoded(name: str, data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_WIDE) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _not_text(name, f"line {line} is not text in UTF-8") from None
    if "\x00" in text:
        raise _not_text(name, "it is not text in UTF-8")
    return text


def _not_text(name: str, why: str) -> BriefUnreadable:
    remedy = f"Save it as UTF-8; other kinds need their own ending ({', '.join(_CONVERTED)})."
    return BriefUnreadable(name, why, remedy)


def _converted(name: str, data: bytes) -> str:
    from markitdown import MarkItDown, StreamInfo
    from markitdown._exceptions import MarkItDownException

    _check_container(name, data)
    try:
        told = StreamInfo(extension=_ending(name), filename=name)
        converter = MarkItDown(enable_plugins=False)
        text = str(converter.convert_stream(BytesIO(data), stream_info=told).text_content)
        # What no database can hold is taken out here, so that what is shown is what is kept.
        return text.replace("\x00", "").encode("utf-8", "replace").decode()
    except (MarkItDownException, ValueError, OSError, KeyError) as error:
        locked = _ENCRYPTED.search(f"{error!r} {error}") is not None
        raise _locked(name) if locked else _damaged(name) from None


def _check_container(name: str, data: bytes) -> None:
    """Refuses what is not what its ending says, before a converter guesses what else it may be."""
    ending = _ending(name)
    if ending in (".htm", ".html") and b"\0" in data and not data.startswith(_WIDE):
        raise _damaged(name)
    if ending == ".docx":
        _check_archive(name, data)


def _check_archive(name: str, data: bytes) -> None:
    """A Word file is an archive with a document in it; no other archive is unpacked."""
    if data.startswith(_OLD_OFFICE):
        raise _locked(name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            sizes = {one.filename: one.file_size for one in archive.infolist()}
    except (BadZipFile, ValueError, OSError):
        raise _damaged(name) from None
    if "word/document.xml" not in sizes or sum(sizes.values()) > _UNPACKED:
        raise _damaged(name)


def _locked(name: str) -> BriefUnreadable:
    old = ", or in an old format of Word" if _ending(name) == ".docx" else ""
    why = f"it is encrypted with a password{old}"
    return BriefUnreadable(name, why, "Save it again without a password, or as text.")


def _damaged(name: str) -> BriefUnreadable:
    why = "it is damaged or not what its ending says"
    return BriefUnreadable(name, why, "Save it again, or as text.")
