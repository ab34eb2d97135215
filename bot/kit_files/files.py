"""Kit files on disk: where one stands beside its brief, and its text."""

from pathlib import Path

from bot.core.errors import KitUnreadable

LARGEST = 200_000
"""The most bytes a kit's file may have; a long kit has a tenth of it."""
ENDING = ".kit.yaml"


def beside(brief: Path) -> Path | None:
    """The kit's file beside a brief: `NAME.kit.yaml` for `NAME.md`; None where there is none."""
    file = brief.with_name(brief.stem + ENDING)
    return file if file.is_file() else None


def text_of(file: Path) -> str:
    """The text of a kit's file; raises KitUnreadable."""
    try:
        data = file.read_bytes() if file.is_file() else None
    except OSError as error:
        raise _unreadable(file, f"it cannot be opened ({error.strerror})") from None
    if data is None:
        raise _unreadable(file, "there is no such file. Check the path")
    if len(data) > LARGEST:
        raise _unreadable(file, f"it has {len(data)} bytes, and {LARGEST} is the most")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise KitUnreadable(file.name, ((line, "it is not text in UTF-8. Save it so."),)) from None


def _unreadable(file: Path, why: str) -> KitUnreadable:
    return KitUnreadable(file.name, ((1, f"{why}."),))
