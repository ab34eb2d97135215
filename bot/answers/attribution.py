"""Says of the team's own words that the team says them, and not the brief."""

from dataclasses import replace

from bot.core.answering.answers import Answer
from bot.core.wording import answering, questions


def by_team(found: Answer) -> bool:
    """Whether the answer cites what the team said."""
    return any(citation.author for citation in found.citations)


def attributed(found: Answer) -> Answer:
    """The answer with each of the team's quotes given as the team's."""
    if len(found.citations) == 1 and not found.items:
        verdict = f" {answering.NO_VERDICT}" if answering.NO_VERDICT in found.text else ""
        return replace(found, text=questions.says(found.citations[0].quote) + verdict)
    text = found.text
    for citation in found.citations:
        if citation.author:
            text = text.replace(answering.says(citation.quote), questions.says(citation.quote))
    return replace(found, text=text)
