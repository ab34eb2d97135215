"""What a résumé may be: its kinds, its size, and the words for a file that cannot be read."""

from pathlib import PurePath

from bot.core.errors import ResumeUnreadable

_MEBIBYTE = 1024 * 1024
LARGEST = 10 * _MEBIBYTE
"""The most bytes a file may have."""
UNPACKED = 20 * _MEBIBYTE
"""The most bytes that one part of a Word file may have once it is unpacked."""
PAGES = 30
"""The most pages."""
LONGEST = 40_000
"""The most characters of its text."""
KINDS = (".docx", ".markdown", ".md", ".pdf", ".text", ".txt")
"""The file endings that can be read."""
_LISTED = "PDF, Word (.docx), Markdown or text"
_MACROS = (".docm", ".dotm")
PASTE = "You can save it as text and send that, or just tell me in your answers."


def ending(name: str) -> str:
    """The ending of a file's name, in lower case."""
    return PurePath(name).suffix.lower()


def checked(name: str, size: int) -> None:
    """Raises ResumeUnreadable for a kind of file nobody reads, and for one of too many bytes."""
    kind = ending(name)
    if kind in _MACROS:
        raise with_macros()
    if kind not in KINDS:
        told = f"“{kind}” is not a kind of file I read" if kind else "its name has no ending"
        raise ResumeUnreadable(told, f"Please send it as {_LISTED}.")
    if size > LARGEST:
        told = f"it has more than {LARGEST // _MEBIBYTE} MB"
        raise ResumeUnreadable(told, f"Please send it without pictures. {PASTE}")


def with_macros() -> ResumeUnreadable:
    """A Word file that holds programs."""
    return ResumeUnreadable(
        "it holds macros, and a file with programs in it is not opened",
        "Please save it as .docx without macros, or as PDF.",
    )


def locked() -> ResumeUnreadable:
    """A file behind a password."""
    return ResumeUnreadable(
        "it is locked with a password, or in an old format of Word",
        "Please save it again without a password, as .docx or PDF.",
    )


def damaged() -> ResumeUnreadable:
    """A file that is not what its ending says."""
    return ResumeUnreadable("it is damaged or not what its ending says", PASTE)


def without_text() -> ResumeUnreadable:
    """A file without a word that a person could see, such as a scan."""
    return ResumeUnreadable(
        "it holds no text that can be seen; a scan or a photo holds only a picture of it", PASTE
    )


def too_slow() -> ResumeUnreadable:
    """A file that takes longer to read, or more memory, than any résumé should."""
    return ResumeUnreadable("it takes too long to read", PASTE)


def too_long(characters: int) -> ResumeUnreadable:
    """A text beyond any résumé: refused whole rather than cut behind anybody's back."""
    told = f"it has {characters:,} characters of text, and {LONGEST:,} is the most"
    return ResumeUnreadable(told, "Please send a shorter one.")


def too_many_pages() -> ResumeUnreadable:
    """A file of too many pages."""
    return ResumeUnreadable(f"it has more than {PAGES} pages", "Please send a shorter one.")
