"""The words a recruiter edits a kit with: a message becomes what is asked for, or nothing."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Edit(StrEnum):
    """What is to be done with a kit."""

    HELP = "help"
    HISTORY = "history"
    SHOW = "show a question"
    REWORD = "reword a question"
    PROBE = "change a follow-up"
    ANCHOR = "change an anchor"
    ADD = "add a question"
    REMOVE = "remove a question"
    MOVE = "move a question"
    RESET = "a question as made"
    RESET_ALL = "the kit as made"
    ADD_GATE = "add a gate"
    CHANGE_GATE = "change a gate"
    REMOVE_GATE = "remove a gate"


@dataclass(frozen=True, slots=True)
class Asked:
    """An edit as it was asked for; what it does not need is 0 or "".

    `name` is a follow-up's part, an anchor's level, or a gate's letter.
    """

    edit: Edit
    number: int = 0
    to: int = 0
    name: str = ""
    text: str = ""


_CHANGE = r"(?:change|reword|edit|set|rewrite|rephrase)(?: the)?"
_REMOVE = r"(?:remove|delete|drop|take out)(?: the)?"
_QUESTION = r"question #?(?P<number>\d{1,4})"
_TEXT = r"(?: to)?\s*:\s*(?P<text>.*)"
_NAME = r"[“\"'‘]?(?P<name>[\w][\w -]{0,40}?)[”\"'’]?"
_KIT = r"(?:the )?(?:kit|questions)"
_FORMS: tuple[tuple[Edit, str], ...] = (
    (Edit.SHOW, rf"(?:show(?: me)? )?{_QUESTION}"),
    (Edit.REWORD, rf"{_CHANGE}(?: wording of| text of)? {_QUESTION}{_TEXT}"),
    (Edit.PROBE, rf"{_CHANGE} (?:probe|follow[- ]?up) {_NAME} (?:of|for|in) {_QUESTION}{_TEXT}"),
    (Edit.ANCHOR, rf"{_CHANGE} (?:anchor|level) {_NAME} (?:of|for|in) {_QUESTION}{_TEXT}"),
    (Edit.ADD, r"add (?:a |another )?question (?:for|about|on)\s*:?\s*(?P<text>.+)"),
    (Edit.REMOVE, rf"{_REMOVE} {_QUESTION}"),
    (
        Edit.MOVE,
        rf"move {_QUESTION} to(?: place| position)? #?(?P<to>\d{{1,4}})",
    ),
    (Edit.RESET, rf"(?:reset|restore) {_QUESTION}"),
    (Edit.RESET_ALL, r"(?:reset|restore) (?:the )?kit"),
    (Edit.ADD_GATE, r"add (?:a |another )?gate\s*:\s*(?P<text>.+)"),
    (Edit.CHANGE_GATE, rf"{_CHANGE} gate (?P<name>[a-z]){_TEXT}"),
    (Edit.REMOVE_GATE, rf"{_REMOVE} gate (?P<name>[a-z])"),
    (Edit.HISTORY, r"(?:show(?: me)? )?(?:the )?(?:kit(?:'s)? history|history of the kit)"),
    (Edit.HISTORY, r"who (?:changed|edited) the kit"),
    (Edit.HELP, rf"(?:how (?:do|can|could) (?:i|we) )?{_CHANGE} {_KIT}"),
    # Whatever begins like an edit and is none: the words that would work are told.
    (
        Edit.HELP,
        r"(?:how (?:do|can|could) (?:i|we) )?(?:change|reword|edit|rewrite|add|remove|delete|drop|"
        r"move|reset) (?:the |an? |another )?"
        r"(?:questions?|probes?|follow[- ]?ups?|anchors?|gates?)(?:\b.*)?",
    ),
)
_COMPILED = tuple(
    (edit, re.compile(rf"/?(?:please )?(?:{form})", re.IGNORECASE)) for edit, form in _FORMS
)
_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")


def read(text: str) -> Asked | None:
    """The edit a message asks for; None where it is about something else."""
    said = " ".join(text.split())
    bare = said.rstrip("?!. ")
    for edit, form in _COMPILED:
        found = form.fullmatch(said) or form.fullmatch(bare)
        if found:
            given = found.groupdict()
            return Asked(
                edit,
                int(given.get("number") or 0),
                int(given.get("to") or 0),
                (given.get("name") or "").strip(),
                _unquoted(given.get("text") or ""),
            )
    return None


def _unquoted(text: str) -> str:
    """A text without the quotes around the whole of it."""
    whole = _QUOTED.fullmatch(text.strip())
    return (whole[1] or whole[2] or "") if whole else text.strip()
