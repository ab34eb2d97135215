"""Rows of a JSON-lines file: the good ones, and one sentence for each bad one."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from bot.core.errors import RolecallError

T = TypeVar("T")

LINE = "line of the file"
"""Under this key a row is given its line in the file, from 1 on."""


class FileUnreadable(RolecallError):
    """A file of rows could not be read or written."""


class BadRow(RolecallError):
    """A row lacks something; the message says what."""


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """The rows that could be read, and what is wrong with the others, by line."""

    good: list[T]
    bad: list[str]


def read_rows(file: Path, parse: Callable[[dict[str, Any]], T]) -> Rows[T]:
    """The rows of a file; raises FileUnreadable where there is none to read."""
    try:
        # Ends of lines alone part rows: a text may hold other characters that look like one.
        lines = file.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(f"{file} was not read: {_why(error)}.") from None
    rows: Rows[T] = Rows([], [])
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            if not isinstance(data, dict):
                raise BadRow("it is not an object")
            rows.good.append(parse({**data, LINE: number}))
        except RecursionError:
            rows.bad.append(f"{file.name}, line {number}: left out, it is nested too deeply")
        except json.JSONDecodeError as error:
            rows.bad.append(
                f"{file.name}, line {number}: left out, it is no JSON "
                f"({error.msg} at character {error.pos + 1})"
            )
        except (ValueError, BadRow) as error:
            rows.bad.append(f"{file.name}, line {number}: left out, {error}")
    return rows


def _why(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    # Python's own words begin with a number and repeat the path.
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def write_rows(file: Path | None, rows: Iterable[dict[str, Any]]) -> None:
    """Write rows, one JSON object a line; nothing where no file is named. Raises FileUnreadable."""
    if file is None:
        return
    write_text(file, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def write_text(file: Path, text: str) -> None:
    """Write a text file in UTF-8; raises FileUnreadable."""
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise FileUnreadable(f"{file} was not written: {_why(error)}.") from None


def text_of(row: dict[str, Any], key: str) -> str:
    """A row's text under a key; raises BadRow."""
    value = row.get(key)
    if not isinstance(value, str):
        raise BadRow(f"“{key}” must be a text")
    return value


def texts_of(row: dict[str, Any], key: str) -> tuple[str, ...]:
    """A row's list of texts under a key, empty where it is not there; raises BadRow."""
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadRow(f"“{key}” must be a list of texts")
    return tuple(value)
