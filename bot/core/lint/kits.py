"""What should be mended in what a kit asks: its questions, probes, anchors and gates."""

import re
from collections.abc import Iterator

from bot.core.kits.kit import Gate, Kit, Question, letter
from bot.core.lint.barred import BARRED
from bot.core.lint.finding import Finding, hits, rule
from bot.core.lint.several import twice
from bot.core.lint.traits import QUESTION_FORMS, VAGUE

_MOST_ASKED = 2
_SEVERAL = "It asks several things at once, so nobody knows which one was answered."
_ONE = "Ask one thing; the follow-up asks for what is missing."
_YES_OR_NO = rule(
    r"^(?:do|did|have|are|were|is|can|could|has|would|will) (?:you|your)",
    "A yes or no shows no work.",
    "Ask for one time: “Think of one time when you …. What did you do yourself?”",
)
_WRONG_WAY = rule(
    r"(?:do|will|would) you (?:\w+ )?(?:need|require|lack)",
    "A yes counts as met here.",
    "Turn it round, for example “Are you allowed to work in Canada?”",
)


def kit_findings(kit: Kit) -> tuple[Finding, ...]:
    """What should be mended in a kit, from its gates to its last question.

    Anchors are read by the team alone, and only what may not decide is looked for in them.
    """
    gates = (one for at, gate in enumerate(kit.gates) for one in _gate(gate, f"gate {letter(at)}"))
    questions = (
        one
        for number, question in enumerate(kit.questions, 1)
        for one in _question(question, f"question {number}")
    )
    again = twice(
        (question.text, question.criterion.line, f"in question {number}")
        for number, question in enumerate(kit.questions, 1)
    )
    return (*gates, *questions, *again)


def barred(kit: Kit) -> tuple[Finding, ...]:
    """What the kit asks that may not be asked."""
    return tuple(finding for finding in kit_findings(kit) if finding.barred)


def _gate(gate: Gate, where: str) -> Iterator[Finding]:
    yield from hits((*BARRED, *VAGUE), gate.text, gate.line, where)
    if gate.least is None:
        yield from hits((_WRONG_WAY,), gate.text, gate.line, where)
    if gate.criterion not in gate.text:
        yield from hits(BARRED, gate.criterion, gate.line, where)


def _question(question: Question, where: str) -> Iterator[Finding]:
    line = question.criterion.line
    yield from _asked(question.text, line, where)
    yield from hits((_YES_OR_NO,), _last_sentence(question.text), line, where)
    # The made question holds the requirement's words; a question of one's own may not.
    if not any(True for _ in hits(BARRED, question.text)):
        yield from hits(BARRED, question.criterion.text, line, f"{where}, its requirement")
    for part, probe in question.probes:
        yield from _asked(probe, line, f"{where}, follow-up “{part.value}”")
    for level, anchor in question.anchors:
        yield from hits(BARRED, anchor, line, f"{where}, anchor “{level.words}”")


def _asked(text: str, line: int, where: str) -> Iterator[Finding]:
    yield from hits((*BARRED, *QUESTION_FORMS), text, line, where)
    if text.count("?") > _MOST_ASKED:
        yield Finding(line, text, _SEVERAL, _ONE, where)


def _last_sentence(text: str) -> str:
    """The only sentence that asks; "" where there are several or none."""
    asking = [one.strip() for one in re.split(r"(?<=[.!?])\s+", text) if one.rstrip().endswith("?")]
    return asking[0] if len(asking) == 1 else ""
