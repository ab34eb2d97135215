"""Reads what candidates are asked about themselves from the TOML that an administrator wrote."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.screening.self_identification import Category, Questionnaire, Questionnaires

MOST = 20
"""The most answers of one question."""
_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
_LONGEST = {"why": 400, "question": 300, "answers": 80}
"""The most characters of each text."""


def read_questionnaires(text: str) -> Questionnaires:
    """The questions, and the roles whose candidates are asked; raises ValueError with the remedy.

    Questions and answers are not judged: which of them may be asked is the law's where it is used.
    """
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"it is no TOML: {error}") from None
    _only(found, ("why", "roles", "category"), "the file")
    roles = _texts(found.get("roles"), "roles", '`roles = ["lamp-keeper"]`, or ["*"] for all')
    asked = found.get("category")
    if not isinstance(asked, list) or not asked:
        raise ValueError("write one [[category]] or more")
    categories = tuple(_category(one, number) for number, one in enumerate(asked, 1))
    if len({one.id for one in categories}) < len(categories):
        raise ValueError("give each category an id of its own")
    return Questionnaires(Questionnaire(_text(found, "why"), categories), frozenset(roles))


def _category(raw: Any, number: int) -> Category:
    where = f"category {number}"
    if not isinstance(raw, dict):
        raise ValueError(f"begin {where} with [[category]]")
    _only(raw, ("id", "question", "answers"), where)
    identity = _text(raw, "id")
    if not _ID.fullmatch(identity):
        raise ValueError(f"in {where}, write an id of small letters, digits and dashes")
    answers = _texts(raw.get("answers"), "answers", f"answers in {where}")
    if not 2 <= len(answers) <= MOST:
        raise ValueError(f"in {where}, write from 2 to {MOST} answers")
    if len({answer.casefold() for answer in answers}) < len(answers):
        raise ValueError(f"in {where}, two answers are the same")
    if any(re.fullmatch(r"[0-9]{1,2}", answer) for answer in answers):
        raise ValueError(f"in {where}, an answer is a number, which picks an answer by its place")
    return Category(identity, _text(raw, "question"), answers)


def _only(raw: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    strange = sorted(set(raw) - set(known))
    if strange:
        raise ValueError(f"in {where}, there is no “{strange[0]}” (there is: {', '.join(known)})")


def _text(raw: Mapping[str, Any], name: str) -> str:
    text = raw.get(name)
    said = " ".join(text.split()) if isinstance(text, str) else ""
    if not said:
        raise ValueError(f"write `{name}` as a text")
    if len(said) > _LONGEST.get(name, 300):
        raise ValueError(f"write at most {_LONGEST.get(name, 300)} characters for `{name}`")
    return said


def _texts(raw: Any, name: str, form: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw:
        raise ValueError(f"write {form} as a list of texts")
    return tuple(_text({name: one}, name) for one in raw)
