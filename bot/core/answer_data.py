"""An answer as plain data: what other programs are given."""

from typing import Any

from bot.core.answers import Answer


def answer_data(answer: Answer) -> dict[str, Any]:
    """An answer as the JSON that other programs read."""
    return {
        "answered": answer.answered,
        "text": answer.said,
        "reason": answer.reason.value if answer.reason else None,
        "citations": [
            {"section": c.section, "line": c.line, "quote": c.quote} for c in answer.citations
        ],
    }
