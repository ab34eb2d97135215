"""What the team arranged for a candidate who asked for another way than the chat."""

import re

from bot.core.messages import Text
from bot.core.screening.notice_events import AnotherWayArranged
from bot.core.screening.screening import Stage
from bot.core.wording import deciding
from bot.core.wording import notice as words
from bot.dialogues.candidates.case import Case, acted
from bot.dialogues.candidates.deciding import REASON_LENGTH, is_said
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn

_SAID = re.compile(
    r"/?arranged(?: (?:for|with))? (?P<whom>(?:candidate )?[\w-]{2,40})\s*:\s*(?P<what>.*)",
    re.IGNORECASE | re.DOTALL,
)


def handle(request: Request) -> Turn | None:
    """The turn for what was arranged; None for any other message. Raises UnknownScreening."""
    found = _SAID.fullmatch(request.incoming.text.strip())
    if found is None:
        return None
    return acted(request, found["whom"], lambda case: arranged(case, found["what"]))


def arranged(case: Case, what: str) -> Turn:
    """Note what was arranged; the candidate is told that it is, and not what was noted."""
    what, screening = " ".join(what.split()), case.screening
    if screening.stage is not Stage.ANOTHER_WAY:
        return turn((Text(words.NOT_ASKED.format(pseudonym=case.pseudonym)),))
    if not is_said(what):
        return turn((Text(words.ARRANGE_WHAT.format(code=case.code)),))
    if len(what) > REASON_LENGTH:
        return turn((Text(deciding.too_long(REASON_LENGTH)),))
    on = case.ports.policies(case.entry.role).here(case.at).date()
    told = case.to_candidate("arranged", (Text(words.arranged(on)),))
    noted = Text(words.NOTED.format(pseudonym=case.pseudonym))
    return case.keep((noted,), AnotherWayArranged(case.at, what, *case.who), posts=told)
