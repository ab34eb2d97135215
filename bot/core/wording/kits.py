"""What the bot says about a kit, its edits, and what should be mended in it."""

from datetime import datetime

from bot.core.kit_drift import Drift
from bot.core.kits import LONGEST_USUAL
from bot.core.lint.finding import Finding

EDIT_INTRO = "To edit the kit of the role we talk about, say:"
EDIT_HELP = (
    "show question 3: its wording, its follow-ups, and what each level looks like",
    "change question 3: YOUR WORDING",
    "add question for REQUIREMENT: a question about one more requirement of the brief",
    "remove question 4",
    "move question 4 to 1",
    "change follow-up result of question 3: YOUR WORDING (also: work, own part, specific case)",
    "change anchor 3 of question 2: YOUR WORDING (levels are 0 to 4, or in words)",
    "reset question 3: as the brief gives it again; “reset the kit” does so with everything",
    "add gate: YOUR QUESTION (or what is needed, such as “5 years of baking”)",
    "change gate A: YOUR QUESTION",
    "remove gate B",
    "kit history: who changed what, and when",
)
NO_WORDS = "There are no words in that, so nothing was changed."
LAST_QUESTION = "This is the only question; a screening has to ask something. Nothing was changed."
SAME = "That is how it is already. Nothing was changed."
KIT_SAME = "The kit is as the brief gives it already. Nothing was changed."
KIT_RESET = "The kit is as the brief gives it again."
NO_HISTORY = "Nobody has changed this kit: it is as the brief gives it."
HISTORY_INTRO = "What was changed in this kit, newest first:"
ANCHORS_READ = (
    "Anchors tell the people who read the answers what a level looks like; my own reading of an "
    "answer does not change with them."
)
BARRED_INTRO = "I cannot ask that, so nothing was changed."
NOT_SIGNED = "The kit is not signed off: it asks what may not be asked."
NOT_SIGNED_REMEDY = (
    "Change or remove that (“edit the kit” says how), or mend the brief; then “approve the kit”."
)
MEND_INTRO = "You may want to mend this; it is kept as you said it:"
UNASKED_INTRO = "These requirements are not asked about. Say “add question for …” to ask:"
ALL_ASKED = "Every requirement of the brief is asked about already."
WHICH_CRITERION = "Which requirement do you mean? Say its first words, for example:"
FOLLOW_UPS = "Follow-ups"
ANCHORS = "Levels"
YES_IS_MET = "A yes counts as met; a no is shown to the team, and nobody is turned away by it."


def no_question(number: int, count: int) -> str:
    """Says how many questions there are."""
    there = "There is one question" if count == 1 else f"There are {count} questions"
    return f"There is no question {number}. {there}; “show the kit” lists them."


def no_gate(name: str, names: list[str]) -> str:
    """Says which gates there are."""
    there = f"The kit's gates are {', '.join(names)}." if names else "The kit has no gate."
    return f"There is no gate {name.upper()[:3]}. {there}"


def too_long(length: int, most: int) -> str:
    """Says how long a text may be."""
    return f"That has {length} characters, and {most} is the most. Nothing was changed."


def too_many_gates(most: int) -> str:
    """Says how many gates there may be."""
    return f"A kit has at most {most} gates. Remove one first."


def asked_already(criterion: str, number: int) -> str:
    """Says which question is about a requirement."""
    return (
        f"Question {number} is about “{criterion}” already. “change question {number}: …” rewords "
        "it."
    )


def level_unknown(named: str) -> str:
    """Says which levels there are."""
    return (
        f"“{named}” is no level. They are 0 no evidence, 1 claimed, 2 described, 3 demonstrated, "
        "4 demonstrated with impact."
    )


def part_unknown(named: str) -> str:
    """Says which follow-ups there are."""
    return f"“{named}” is no follow-up. They are: work, own part, specific case, result."


def now_question(number: int) -> str:
    """Introduces a question as it is now."""
    return f"Question {number} is now:"


def now_probe(part: str, number: int) -> str:
    """Introduces a follow-up as it is now."""
    return f"The follow-up “{part}” of question {number} is now:"


def now_anchor(level: str, number: int) -> str:
    """Introduces an anchor as it is now."""
    return f"“{level.capitalize()}” for question {number} is now:"


def now_gate(name: str) -> str:
    """Introduces a gate as it is now."""
    return f"Gate {name} is now:"


def removed_question(number: int, criterion: str, essential: bool, count: int) -> str:
    """Confirms that a question is gone."""
    left = "1 question is left" if count == 1 else f"{count} questions are left"
    said = f"Question {number} is removed; {left}."
    if not essential:
        return said
    return (
        f"{said} The brief calls “{criterion}” essential, so summaries will say that it was not "
        "asked."
    )


def removed_gate(name: str, need: str) -> str:
    """Confirms that a gate is gone."""
    return f"Gate {name} is removed: “{need}”. The gates after it have a new letter."


def moved(number: int, to: int) -> str:
    """Confirms a new place."""
    return f"Question {number} is now question {to}; those between have moved up or down."


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
