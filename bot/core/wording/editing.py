"""What the bot says when somebody edits a kit: how, what it is now, and why it cannot be."""

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
EDIT_THIS = "Edit this question"
NO_WORDS = "There are no words in that, so nothing was changed."
LAST_QUESTION = "This is the only question; a screening has to ask something. Nothing was changed."
SAME = "That is how it is already. Nothing was changed."
KIT_RESET = "The kit is as the brief gives it again."
ANCHORS_READ = (
    "Anchors tell the people who read the answers what a level looks like; my own reading of an "
    "answer does not change with them."
)
BARRED_INTRO = "I cannot ask that, so nothing was changed."
MEND_INTRO = "You may want to mend this; it is kept as you said it:"
ALL_ASKED = "Every requirement of the brief is asked about already."
FOLLOW_UPS = "At most one follow-up, for what is missing from the answer:"
ANCHORS = "What each level looks like:"
RUNNING = "Screenings that were opened before keep their questions."
WHAT_ALL_RESET = "everything as the brief gives it"
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


def removed_gate(name: str, need: str, others: bool) -> str:
    """Confirms that a gate is gone; `others` where gates that came after it have a new letter."""
    said = f"Gate {name} is removed: “{need}”."
    return f"{said} The gates after it have a new letter." if others else said


def moved(number: int, to: int) -> str:
    """Confirms a new place."""
    return f"Question {number} is now question {to}; those between have moved up or down."


def about(number: int, criterion: str, line: int) -> str:
    """Introduces a question with the requirement it is about."""
    return f"Question {number} is about “{criterion}” (line {line} of the brief):"


def which_criterion(offered: list[str]) -> str:
    """Asks which requirement is meant."""
    listed = "; ".join(f"“{one}”" for one in offered)
    return f"Which requirement do you mean? Say its first words. There are: {listed}."


def years_met(least: int) -> str:
    """Says which number meets a gate."""
    return f"{least} or more counts as met; less is shown to the team, and turns nobody away."


def what_reworded(number: int) -> str:
    """What was changed, in a few words: so too the lines below."""
    return f"question {number} reworded"


def what_probe(part: str, number: int) -> str:
    """A follow-up."""
    return f"follow-up “{part}” of question {number} changed"


def what_anchor(level: str, number: int) -> str:
    """An anchor."""
    return f"anchor “{level}” of question {number} changed"


def what_added(criterion: str) -> str:
    """A question more."""
    return f"question about “{criterion}” added"


def what_removed(criterion: str) -> str:
    """A question less."""
    return f"question about “{criterion}” removed"


def what_moved(number: int, to: int) -> str:
    """Another place."""
    return f"question {number} moved to {to}"


def what_reset(number: int) -> str:
    """A question as made."""
    return f"question {number} as the brief gives it"


def what_gate_added(need: str) -> str:
    """A gate more."""
    return f"gate “{need}” added"


def what_gate_changed(need: str) -> str:
    """Another gate."""
    return f"gate “{need}” changed"


def what_gate_removed(need: str) -> str:
    """A gate less."""
    return f"gate “{need}” removed"


def what_taken(source: str) -> str:
    """A whole kit from a file."""
    return f"taken from {source}"


def taken(title: str, version: str) -> str:
    """Confirms that a file was taken in."""
    return f"The kit for {title} is taken in (version {version})."
