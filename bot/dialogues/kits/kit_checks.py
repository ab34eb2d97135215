"""What an edit of a kit means and whether it may be: names of parts, and what must be mended."""

from bot.core.errors import KitNotChanged
from bot.core.kits.edits import askable, key
from bot.core.kits.kit import Kit
from bot.core.lint.finding import Finding
from bot.core.lint.kits import kit_findings
from bot.core.ratings import Level, Part
from bot.core.roles import Criterion, Role
from bot.core.wording import editing as words

Found = tuple[Finding, ...]
_NAMED = 5
"""How many requirements are offered where it is not clear which one is meant."""


def checked(before: Kit, after: Kit) -> tuple[Found, Found]:
    """What a change brought in: what may not be asked at all, and advice."""
    known = {(one.quote, one.why, one.line) for one in kit_findings(before)}
    new = [one for one in kit_findings(after) if (one.quote, one.why, one.line) not in known]
    return (
        tuple(one for one in new if one.barred),
        tuple(one for one in new if not one.barred),
    )


def part_named(name: str) -> Part:
    """The part of an answer that a follow-up asks for; raises KitNotChanged."""
    wanted = name.casefold().replace("-", " ")
    for part in Part:
        if wanted in (part.value, part.value.split()[-1], part.value.split()[0]):
            return part
    raise KitNotChanged(words.part_unknown(name))


def level_named(name: str) -> Level:
    """The level with this number or these words; raises KitNotChanged."""
    wanted = name.casefold()
    for level in Level:
        if wanted in (str(int(level)), level.words):
            return level
    if wanted in ("impact", "with impact"):
        return Level.IMPACT
    raise KitNotChanged(words.level_unknown(name))


def criterion_meant(role: Role, kit: Kit, said: str) -> tuple[Criterion, str]:
    """The requirement that is meant, and the wording behind a colon, if there is one.

    Raises KitNotChanged where none or several fit.
    """
    found = _fitting(role, said)
    if len(found) == 1:
        return found[0], ""
    head, colon, text = said.partition(":")
    narrower = _fitting(role, head) if colon and not found else found
    if len(narrower) == 1:
        return narrower[0], text.strip()
    asked = {question.criterion.id for question in kit.questions}
    offered = narrower or [one for one in askable(role) if one.id not in asked]
    if not offered:
        raise KitNotChanged(words.ALL_ASKED)
    raise KitNotChanged(words.which_criterion([one.text for one in offered[:_NAMED]]))


def _fitting(role: Role, said: str) -> list[Criterion]:
    """The requirements these words can mean: whole, as a beginning, or as a part."""
    wanted = key(said)
    if not wanted:
        return []
    known = askable(role)
    whole = [one for one in known if wanted in (one.id, key(one.text))]
    begins = [one for one in known if key(one.text).startswith(wanted)]
    return whole or begins or [one for one in known if wanted in key(one.text)]
