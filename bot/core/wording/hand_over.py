"""What stands in the files that a screening is handed over in."""

from bot.core.roles import CriterionKind

DECIDES = "A person decides. Levels are read from the candidate's words; nothing is added up."
GATES = "Conditions"
ASK_NEXT = "To ask next"
RECORD = "Everything that was asked and said"
NO_ANSWER = "The candidate chose not to answer."
KINDS = {
    CriterionKind.ESSENTIAL: "Required",
    CriterionKind.DESIRABLE: "Preferred",
    CriterionKind.SOFT: "Soft skills",
}
"""The headings of the criteria, in the order they stand in."""


def brief_line(line: int) -> str:
    """Where in the brief a requirement stands."""
    return f"brief, line {line}"


def foot(brief: str, kit: str, head: str) -> str:
    """Which versions this was made with, and the hash that the log ends in."""
    return f"Brief {brief} · kit {kit} · log {head}"
