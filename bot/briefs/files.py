"""Briefs as files: Markdown and text as they are, PDF, DOCX and HTML through markitdown."""

import codecs
import re
import unicodedata
from io import BytesIO
from pathlib import Path
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
    ending = file.suffix.lower()
    if ending not in KNOWN:
        why = f"“{ending or 'no ending'}” is not a kind of file I know"
        raise BriefUnreadable(file.name, why, f"Use {', '.join(KNOWN)}.")
    data = _bytes_of(file)
    text = _decoded(file, data) if ending in _PLAIN else _converted(file, data)
    if not text.strip():
        raise BriefUnreadable(
            file.name,
            "it holds no text",
            "If it holds pictures of text, run text recognition on it, or paste the text.",
        )
    return text


def _bytes_of(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():
            raise BriefUnreadable(file.name, "it is no file", "Name one file.")
        size = file.stat().st_size
        if size > LARGEST:
            raise BriefUnreadable(
                file.name,
                f"it has {size // _MEBIBYTE} MB, and {LARGEST // _MEBIBYTE} MB is the most",
                "Send the text alone, without pictures.",
            )
        data = file.read_bytes()
    except FileNotFoundError:
        raise BriefUnreadable(file.name, "there is no such file", "Check the path.") from None
    except OSError as error:
        why = f"it cannot be opened ({(error.strerror or str(error)).lower()})"
        raise BriefUnreadable(file.name, why, "Check its path and its permissions.") from None
    if not data.strip():
        raise BriefUnreadable(file.name, "it is empty", "Put the brief's text in it.")
    return data


def _decoded(file: Path, data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_WIDE) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _not_text(file, f"line {line} is not text in UTF-8") from None
    if "\x00" in text:
        raise _not_text(file, "it is not text in UTF-8")
    return text


def _not_text(file: Path, why: str) -> BriefUnreadable:
    remedy = f"Save it as UTF-8; other kinds need their own ending ({', '.join(_CONVERTED)})."
    return BriefUnreadable(file.name, why, remedy)


def _converted(file: Path, data: bytes) -> str:
    from markitdown import MarkItDown
    from markitdown._exceptions import MarkItDownException

    _check_container(file, data)
    try:
        return str(MarkItDown(enable_plugins=False).convert_local(file).text_content)
    except (MarkItDownException, ValueError, OSError, KeyError) as error:
        locked = _ENCRYPTED.search(f"{error!r} {error}") is not None
        raise _locked(file) if locked else _damaged(file) from None


def _check_container(file: Path, data: bytes) -> None:
    """Refuses what is not what its ending says, before a converter guesses what else it may be."""
    ending = file.suffix.lower()
    if ending in (".htm", ".html") and b"\0" in data and not data.startswith(_WIDE):
        raise _damaged(file)
    if ending == ".docx":
        _check_archive(file, data)


def _check_archive(file: Path, data: bytes) -> None:
    """A Word file is an archive with a document in it; no other archive is unpacked."""
    if data.startswith(_OLD_OFFICE):
        raise _locked(file)
    try:
        with ZipFile(BytesIO(data)) as archive:
            sizes = {one.filename: one.file_size for one in archive.infolist()}
    except (BadZipFile, ValueError, OSError):
        raise _damaged(file) from None
    if "word/document.xml" not in sizes or sum(sizes.values()) > _UNPACKED:
        raise _damaged(file)


def _locked(file: Path) -> BriefUnreadable:
    old = ", or in an old format of Word" if file.suffix.lower() == ".docx" else ""
    why = f"it is encrypted with a password{old}"
    return BriefUnreadable(file.name, why, "Save it again without a password, or as text.")


def _damaged(file: Path) -> BriefUnreadable:
    why = "it is damaged or not what its ending says"
    return BriefUnreadable(file.name, why, "Save it again, or as text.")
