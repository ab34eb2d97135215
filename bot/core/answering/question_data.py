"""A question for the team and its answer as plain data: what other programs are given."""

from typing import Any

from bot.core.answering.questions import Question


def question_data(question: Question) -> dict[str, Any]:
    """A question as JSON: its state is "open", "answered" or "withdrawn"; times are ISO 8601."""
    answer = question.answer
    state = "open" if question.open else "answered" if answer else "withdrawn"
    return {
        "number": question.number,
        "role": question.role,
        "state": state,
        "question": question.text,
        "asked_at": question.asked_at.isoformat(),
        "asked_by": [ask.who for ask in question.asks],
        "answer": answer.text if answer else None,
        "audience": answer.audience.value if answer else None,
        "author": answer.author if answer else None,
        "answered_at": answer.at.isoformat() if answer else None,
        "revisions": len(question.answers),
    }
