"""What the bot says about a kit as it is: signed or not, changed or not, and what to mend."""

from datetime import datetime

from bot.core.kits.drift import Drift
from bot.core.kits.kit import LONGEST_USUAL
from bot.core.lint.finding import Finding

NO_HISTORY = "Nobody has changed this kit: it is as the brief gives it."
HISTORY_INTRO = "What was changed in this kit, newest first:"
NOT_SIGNED = "The kit is not signed off: it asks what may not be asked."
NOT_SIGNED_REMEDY = (
    "Change or remove that (“edit the kit” says how), or mend the brief; then “approve the kit”."
)
CHANGED_MEANWHILE = (
    "The questions were changed since you opened them, so nothing was signed. Say “show the kit” "
    "to read them as they are now."
)
UNASKED_INTRO = "These requirements are not asked about. Say “add question for …” to ask:"
OWN_INTRO = "These follow-ups and levels were written for this kit:"


def refused(finding: Finding) -> str:
    """Why something may not be asked, and what to ask instead."""
    return f"“{finding.quote}”: {finding.why} {finding.instead}"


def advice(finding: Finding) -> str:
    """What may be mended, where, and how."""
    where = f"{finding.where}: " if finding.where else ""
    return f"{where}“{finding.quote}”. {finding.why} {finding.instead}"


def takes(minutes: tuple[int, int]) -> str:
    """How long a kit takes a candidate."""
    said = f"It takes a candidate about {minutes[0]} to {minutes[1]} minutes."
    if minutes[1] <= LONGEST_USUAL:
        return said
    return (
        f"{said} More than {LONGEST_USUAL} is long for a first talk; “remove question N” takes one "
        "out."
    )


def own_text(number: int, what: str, text: str) -> str:
    """A follow-up or an anchor of a question that is not the usual one."""
    return f"Question {number}, {what}: {text}"


def changed_since(found: Drift) -> str:
    """What the brief says otherwise now; "" where all is the same."""
    parts = (
        *(f"“{before}” now reads “{now}”" for before, now in found.reworded),
        *(f"“{one}” is gone" for one in found.gone),
        *(f"“{one}” is new" for one in found.new),
    )
    return "; ".join(parts)


def brief_changed(found: Drift) -> str:
    """Marks a kit that was signed off for an earlier brief."""
    return f"The brief was changed since the sign-off: {changed_since(found)}."


def dormant(criteria: tuple[str, ...]) -> str:
    """Names edits whose requirement is no longer in the brief."""
    listed = ", ".join(f"“{one}”" for one in criteria)
    return (
        f"Your wording for {listed} is not used: the brief no longer has it. It is kept, and used "
        "again if the brief does."
    )


def last_edit(by: str, at: datetime, what: str) -> str:
    """Who edited a kit last."""
    return f"Last edited by {by}, {at.day} {at:%B %Y}: {what}. “kit history” lists every change."


def history_row(at: datetime, by: str) -> str:
    """When and by whom, in a list of changes."""
    return f"{at.day} {at:%B %Y, %H:%M} UTC, {by}"


def history_what(what: str, version: str) -> str:
    """What was changed, and the version of the kit that came of it."""
    return f"{what} (kit {version})"
