"""What people say of a candidate and mark for the record: kept with its author."""

import re

from bot.core.messages import Block, Pairs, Text
from bot.core.roles import Audience
from bot.core.screening.team_events import NoteKept, Revealed
from bot.core.text.contact import contacts
from bot.core.wording import deciding
from bot.core.wording import reviewing as words
from bot.dialogues.candidates.case import Case, acted
from bot.dialogues.candidates.deciding import REASON_LENGTH, is_said
from bot.dialogues.candidates.finding import WHOM, is_meant
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn

_NOTE = re.compile(
    rf"/?(?:note|for the record)(?: (?:on|for|about))?(?: {WHOM})?\s*:\s*(?P<said>.*)",
    re.IGNORECASE | re.DOTALL,
)
_REVEAL = re.compile(
    rf"/?reveal(?: (?:the )?(?:name|contact)(?: (?:of|for))?)?(?: {WHOM})?"
    r"(?:\s*[:,]?\s*because\b[\s,:]*|\s*:\s*|\s*$)(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)
NOTE_LENGTH = 2_000
"""The most characters of a note."""


def handle(request: Request) -> Turn | None:
    """The turn for a note, or for who the candidate is; None for any other message."""
    said = request.incoming.text.strip()
    note, reveal = _NOTE.fullmatch(said), _REVEAL.fullmatch(said)
    if note and is_meant(request.ports, note["whom"]):
        return acted(request, note["whom"], lambda case: noted(case, note["said"].strip()))
    if reveal and is_meant(request.ports, reveal["whom"]):
        return acted(request, reveal["whom"], lambda case: revealed(case, reveal["reason"]))
    return None


def noted(case: Case, said: str) -> Turn:
    """Keep a note, with who said it."""
    kept = Text(words.NOTED.format(pseudonym=case.pseudonym))
    return _unfit(case, said) or case.keep((kept,), NoteKept(case.at, said, *case.who))


def _unfit(case: Case, said: str) -> Turn | None:
    if not is_said(said):
        return turn((Text(words.NOTE_WHAT.format(code=case.code)),))
    return turn((Text(deciding.too_long(NOTE_LENGTH)),)) if len(said) > NOTE_LENGTH else None


def marked(request: Request) -> Turn:
    """Keep somebody's message that a person of the team marked; silent where no card is above it.

    Raises UnknownScreening.
    """
    if request.incoming.audience is not Audience.TEAM:
        return turn(())
    return acted(request, None, _marked) or turn(())


def _marked(case: Case) -> Turn:
    said = case.incoming.text.strip()
    note = NoteKept(case.at, said, case.incoming.author, "", *case.who)
    kept = Text(words.MARKED.format(pseudonym=case.pseudonym))
    return _unfit(case, said) or case.keep((kept,), note)


def revealed(case: Case, reason: str) -> Turn:
    """Show one person who the candidate is; the log keeps that, with the reason."""
    incoming, reason = case.incoming, " ".join(reason.split())
    if not (incoming.private or incoming.whispered):
        return turn((Text(words.REVEAL_ALONE.format(code=case.code)),))
    if not is_said(reason):
        return turn((Text(words.REVEAL_WHY.format(code=case.code)),))
    if len(reason) > REASON_LENGTH:
        return turn((Text(deciding.too_long(REASON_LENGTH)),))
    said = Text(words.REVEALED.format(pseudonym=case.pseudonym))
    return case.keep((said, _who(case)), Revealed(case.at, reason, *case.who))


def _who(case: Case) -> Block:
    reach = case.ports.reach(case.entry.id)
    origin = reach.origin if reach else None
    answers = (one.answer for one in case.spoken)
    given = dict.fromkeys(address for answer in answers for address in contacts(answer))
    return Pairs(
        (
            (words.NAME, case.ports.name_of(case.entry.id) or words.NO_NAME),
            (words.WRITES, origin.channel.capitalize() if origin else words.BY_LINK),
            (words.CONTACT, ", ".join(given) or words.NO_CONTACT),
        )
    )
