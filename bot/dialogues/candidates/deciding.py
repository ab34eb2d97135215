"""What a person of the team decides about a finished screening: noted with its reason, or undone.

A decision stands until a person takes it back. The bot decides nothing and suggests nothing.
"""

import re

from bot.core.messages import Aside, Block, Choice, Choices, Quote, Text
from bot.core.roles import Role
from bot.core.screening.events import Decided, PutOnHold, Verdict
from bot.core.screening.team_events import DecisionUndone
from bot.core.wording import deciding as words
from bot.dialogues.candidates.case import Case, acted, only_finished
from bot.dialogues.candidates.finding import WHOM
from bot.dialogues.candidates.waiting import awaiting
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn
from bot.ports import Remember

_WHY = r"[\s,.:;–-]*(?:because\b[\s,:]*)?(?P<reason>.*)"
_VERDICT = r"(?P<verdict>advance|hold|decline)\b"
_FLAGS = re.IGNORECASE | re.DOTALL
_SAID = re.compile(
    r"/?(?:decide|decided|decision)(?: (?:on|for|about))?(?: (?P<whom>[^:]+?))?\s*:\s*"
    rf"{_VERDICT}{_WHY}",
    _FLAGS,
)
_HERE = re.compile(rf"/?{_VERDICT}(?:[.! ]*|(?:[\s,:;–-]+because\b|\s*[,:;–]){_WHY})", _FLAGS)
_BEGUN = re.compile(r"/?(?:decide|decision)\b.*", _FLAGS)
_UNDO = re.compile(
    rf"/?undo(?: (?:the )?decision)?(?: (?:on|for|about))?(?: {WHOM})?\s*(?::{_WHY})?", _FLAGS
)
_LATER = re.compile(rf"/?not now(?: {WHOM})?[.! ]*", re.IGNORECASE)
REASON_LENGTH = 1_000
"""The most characters of a reason."""


def handle(request: Request) -> Turn | None:
    """The turn for a decision; None for any other message. Raises UnknownScreening."""
    said = request.incoming.text.strip()
    found = _SAID.fullmatch(said)
    if found:
        verdict, reason = found["verdict"], found["reason"]
        taken = acted(request, found["whom"], lambda case: decided(case, verdict, reason))
        return taken or turn((Text(words.HOW),))
    if _BEGUN.fullmatch(said) and _is_short(said):
        return turn((Text(words.HOW),))
    return _undo(request, said) or _later(request, said) or _in_thread(request, said)


def _in_thread(request: Request, said: str) -> Turn | None:
    """“advance because …” under a card."""
    found = _HERE.fullmatch(said)
    if found is None:
        return None
    verdict, reason = found["verdict"], found["reason"] or ""
    return acted(request, None, lambda case: decided(case, verdict, reason))


def _undo(request: Request, said: str) -> Turn | None:
    found = _UNDO.fullmatch(said)
    if found is None:
        return None
    return acted(request, found["whom"], lambda case: undone(case, found["reason"] or ""))


def _later(request: Request, said: str) -> Turn | None:
    found = _LATER.fullmatch(said)
    return acted(request, found["whom"], _put_off) if found else None


def _put_off(case: Case) -> Turn:
    return turn((Text(words.later(case.pseudonym)),), case.no_longer())


def _is_short(text: str) -> bool:
    """Whether the words are a command that lacks something, rather than a question."""
    return "?" not in text and len(text.split()) <= 6


def decided(case: Case, verdict: str, reason: str) -> Turn:
    """The turn for a decision in these words; it is noted with a reason, and one at a time."""
    verdict, reason = verdict.casefold(), " ".join(reason.split())
    before = case.screening.decision
    closed = refused(case, verdict)
    if closed:
        return closed
    if not is_said(reason):
        return _asked(case, verdict, words.why(case.pseudonym, verdict))
    if len(reason) > REASON_LENGTH:
        return turn((Text(words.too_long(REASON_LENGTH)),))
    decision = _decision(case, verdict, reason)
    as_told = words.ON_HOLD if verdict == "hold" else verdict
    said = Text(words.noted(case.pseudonym, as_told, before))
    return case.keep((said, *_to_tell(case, verdict)), decision)


def refused(case: Case, verdict: str) -> Turn | None:
    """The turn where this cannot be decided now, since nothing was sent or somebody was first.

    A decision that was put off may still be taken.
    """
    return only_finished(case) or _standing(case, verdict, case.screening.decision)


def _standing(case: Case, verdict: str, before: Decided | PutOnHold | None) -> Turn | None:
    if isinstance(before, Decided):
        said = words.decided_already(case.pseudonym, before)
    elif before and verdict == "hold":
        said = words.held_already(case.pseudonym, before)
    else:
        return None
    return turn((Text(said), Quote(before.reason)), case.no_longer())


def is_said(reason: str) -> bool:
    """Whether there are words in it."""
    return any(letter.isalnum() for letter in reason)


def _decision(case: Case, verdict: str, reason: str) -> Decided | PutOnHold:
    if verdict == "hold":
        return PutOnHold(case.at, reason, *case.who)
    return Decided(case.at, Verdict(verdict), reason, *case.who)


def _asked(case: Case, step: str, question: str) -> Turn:
    """Ask for words that belong to a step; this person's next ones are taken for it."""
    waits = awaiting(case.request.conversation, case.incoming.person, step, case.entry.id)
    return turn((Text(question),), Remember(waits))


def _to_tell(case: Case, verdict: str) -> tuple[Block, ...]:
    """Words for the candidate that a recruiter may approve; nothing is sent before that."""
    role: Role | None = case.ports.roles.get(case.entry.role)
    said = words.to_candidate(verdict, role.title if role else case.entry.role)
    button = Choice(words.TELL_BUTTON, f"tell {case.pseudonym}: {said}")
    intro = words.TOLD_NOTHING_YET.format(code=case.code)
    return (Text(intro), Quote(said), Choices((button,)))


def undone(case: Case, reason: str) -> Turn:
    """The turn that takes a decision back, with a reason; the log keeps both."""
    reason, before = " ".join(reason.split()), case.screening.decision
    if before is None:
        said = words.NOTHING_TO_UNDO.format(pseudonym=case.pseudonym)
        return turn((Text(said),), case.no_longer())
    if not is_said(reason):
        return _asked(case, "undo", words.why_undo(case.pseudonym))
    if len(reason) > REASON_LENGTH:
        return turn((Text(words.too_long(REASON_LENGTH)),))
    told = case.screening.told
    also = (Aside(words.UNDONE_TOLD.format(code=case.code)),) if told else ()
    blocks = (Text(words.undone(case.pseudonym, before)), *also)
    return case.keep(blocks, DecisionUndone(case.at, reason, *case.who))
