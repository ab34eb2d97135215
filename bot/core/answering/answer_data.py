"""An answer as plain data: what other programs are given."""

from typing import Any

from bot.core.answering.answers import Answer
from bot.core.messages import Citation


def answer_data(answer: Answer) -> dict[str, Any]:
    """An answer as the JSON that other programs read."""
    return {
        "answered": answer.answered,
        "text": answer.said,
        "reason": answer.reason.value if answer.reason else None,
        "citations": [_cited(citation) for citation in answer.citations],
    }


def _cited(citation: Citation) -> dict[str, Any]:
    """Line 0 and an author where it is not from the brief but from a person of the team."""
    said = {"section": citation.section, "line": citation.line, "quote": citation.quote}
    return {**said, "author": citation.author} if citation.author else said
