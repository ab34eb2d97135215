"""From a form of a screening's page to the command that a recruiter would type: pure."""

from collections.abc import Mapping

from bot.channels.web.parse import Said, said
from bot.core.ratings import Level
from bot.core.text.cleaning import cleaned

VERDICTS = ("advance", "hold", "decline")
LEVELS = tuple(level.words for level in Level)
"""The levels, in words, as a form offers them."""
RATED = "level-"
"""How the fields of a blind rating begin; the answer's number follows."""


def command(screening: str, fields: Mapping[str, str], fresh: str) -> Said | None:
    """What a form asks for, as words; None for a form that is none of these pages'."""
    given = said(fields, fresh)
    one = f"candidate {screening}"
    match fields.get("act", ""):
        case "decide":
            words = _decision(one, fields, given.text)
        case "override":
            words = _override(one, fields, given.text)
        case "rate":
            words = f"rate {one}: {_levels(fields)}"
        case "ask one more" | "undo" | "tell" | "note" | "reveal" as act:
            words = f"{act} {one}: {given.text}"
        case _:
            return None
    return Said(given.id, words)


def _decision(one: str, fields: Mapping[str, str], reason: str) -> str:
    verdict = fields.get("verdict", "")
    return f"decide {one}: {verdict} because {reason}" if verdict in VERDICTS else f"decide {one}"


def _override(one: str, fields: Mapping[str, str], reason: str) -> str:
    number, level = cleaned(fields.get("number", "")), fields.get("level", "")
    if level not in LEVELS or not number.isdecimal():
        return "override"
    return f"override {one} {number[:3]}: {level} because {reason}"


def _levels(fields: Mapping[str, str]) -> str:
    given = (
        (name.removeprefix(RATED), value)
        for name, value in fields.items()
        if name.startswith(RATED) and value in LEVELS
    )
    return ", ".join(f"{number} {level}" for number, level in given if number.isdecimal())
