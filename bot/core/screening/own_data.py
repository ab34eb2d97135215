"""All that is kept of what a candidate said, as data for a file of their own.

It holds nothing of the team's but what the team wrote to the candidate.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.kits.kit import Kit
from bot.core.screening.events import Consented, Event, PersonAsked
from bot.core.screening.resume import ResumeKept
from bot.core.screening.screening import Given, Screening

FORMAT = "rolecall/my-data/1"
"""Names the shape of the file. What is added later leaves what is there as it is."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What is kept beside the log: `messages` are the candidate's own, with their times.

    `team_asked` pairs what the team asked after the end with the answer, "" where there is none
    yet. `told` is what the team told them, "" for nothing.
    """

    invited_as: str
    draft: str | None
    waiting: str
    messages: tuple[tuple[datetime, str], ...]
    asked_team: tuple[str, ...]
    team_asked: tuple[tuple[str, str], ...]
    told: str


def own_data(
    kit: Kit, screening: Screening, events: Sequence[Event], own: OwnWords
) -> dict[str, Any]:
    """It as dictionaries, lists and strings; docs/for-candidates.md says what each one is."""
    return {
        "format": FORMAT,
        "role": kit.role_title,
        "invited_as": own.invited_as,
        "shown_as": screening.pseudonym,
        "status": screening.stage.value,
        "invited_at": _time(screening.invited_at),
        "consented_at": _time(screening.consented_at),
        "consent": next((one.words for one in events if isinstance(one, Consented)), None),
        "ended_at": _time(screening.ended_at),
        "conditions": _conditions(kit, screening),
        "answers": _answers(kit, screening),
        "being_written": own.draft,
        "resumes": [_resume(one) for one in events if isinstance(one, ResumeKept)],
        "resume_in_force": screening.resume.sha256 if screening.resume else None,
        "resume_waiting": own.waiting or None,
        "asked_for_a_person": [
            {"at": one.at.isoformat(), "words": one.words}
            for one in events
            if isinstance(one, PersonAsked)
        ],
        "questions_to_the_team": list(own.asked_team),
        "questions_of_the_team": [
            {"question": question, "answer": answer} for question, answer in own.team_asked
        ],
        "told_by_the_team": own.told or None,
        "messages": [{"at": at.isoformat(), "words": words} for at, words in own.messages],
    }


def as_json(data: dict[str, Any]) -> str:
    """The data as a file's text."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _time(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _conditions(kit: Kit, screening: Screening) -> list[dict[str, str]]:
    """The short questions with the answer that counts."""
    given = ((gate, screening.gates.get(gate.id)) for gate in kit.gates)
    return [
        {"question": gate.text, "answer": told.words, "at": told.at.isoformat()}
        for gate, told in given
        if told
    ]


def _answers(kit: Kit, screening: Screening) -> list[dict[str, Any]]:
    """The questions that came up; of a changed answer every version, the last one counts."""
    return [
        {
            "number": number,
            "question": question.text,
            "requirement": question.criterion.text,
            "versions": [_version(one) for one in screening.given[question.id]],
        }
        for number, question in enumerate(kit.questions, 1)
        if question.id in screening.given
    ]


def _version(given: Given) -> dict[str, Any]:
    return {"at": given.at.isoformat(), "answer": given.answer, "skipped": not given.answer}


def _resume(kept: ResumeKept) -> dict[str, str]:
    return {
        "at": kept.at.isoformat(),
        "form": kept.form,
        "text": kept.text,
        "sha256": kept.sha256,
    }
