"""Tells a candidate what the team decided: only in words that a recruiter said or approved."""

import re

from bot.core.messages import Block, Choices, Quote, Text
from bot.core.screening import dialogue
from bot.core.screening.team_events import CandidateTold
from bot.core.wording import deciding as words
from bot.dialogues.candidates.case import Case, acted, only_finished
from bot.dialogues.candidates.deciding import is_said
from bot.dialogues.candidates.finding import WHOM, is_meant
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn

_TELL = re.compile(rf"/?tell(?: {WHOM})?\s*:\s*(?P<said>.*)", re.IGNORECASE | re.DOTALL)
LONGEST = 1_500
"""The most characters that the candidate is told."""


def handle(request: Request) -> Turn | None:
    """The turn for “tell NAME: …”; None for any other message. Raises UnknownScreening."""
    found = _TELL.fullmatch(request.incoming.text.strip())
    if found is None or not is_meant(request.ports, found["whom"]):
        return None
    return acted(request, found["whom"], lambda case: tell(case, found["said"].strip()))


def tell(case: Case, said: str) -> Turn:
    """Tell the candidate these words, where something was decided."""
    refused = only_finished(case) or _unready(case, said)
    if refused:
        return refused
    posts = case.to_candidate("told", message(case, said))
    confirmed = (Text(words.told(case.pseudonym, case.reachable)), Quote(said))
    return case.keep(confirmed, CandidateTold(case.at, said, *case.who), posts=posts)


def _unready(case: Case, said: str) -> Turn | None:
    if case.screening.decision is None:
        return turn((Text(words.TELL_NOTHING.format(pseudonym=case.pseudonym)),))
    if not is_said(said):
        return turn((Text(words.TELL_WHAT.format(code=case.code)),))
    if case.screening.told and case.screening.told.words == said:
        return turn((Text(words.TOLD_ALREADY.format(pseudonym=case.pseudonym)),))
    return turn((Text(words.too_long(LONGEST)),)) if len(said) > LONGEST else None


def message(case: Case, said: str) -> tuple[Block, ...]:
    """What the candidate reads."""
    role = case.ports.roles.get(case.entry.role)
    title = role.title if role else case.entry.role
    choices = Choices((dialogue.PERSON, dialogue.MY_DATA))
    return (Text(words.MESSAGE.format(title=title)), Quote(said), choices)
