"""What a person of the team decided about a finished screening, noted with its reason."""

import re

from bot.core.events import Decided, PutOnHold, Verdict
from bot.core.messages import Aside, Incoming, Text
from bot.core.screening import Stage
from bot.core.wording import deciding as words
from bot.dialogues.candidates import entry_named
from bot.dialogues.turn import Turn, turn
from bot.ports import Append, Entry, Ports

_SAID = re.compile(
    r"/?(?:decide|decided|decision)(?: (?:on|for|about))? (?P<whom>[^:]+?)\s*:\s*"
    r"(?P<verdict>advance|hold|decline)\b[\s,.:;–-]*(?:because )?(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BEGUN = re.compile(r"/?(?:decide|decision)\b.*", re.IGNORECASE | re.DOTALL)
REASON_LENGTH = 1_000
"""The most characters of a reason."""


def handle(ports: Ports, incoming: Incoming) -> Turn | None:
    """The turn for a decision; None for any other message. Raises UnknownScreening."""
    found = _SAID.fullmatch(incoming.text.strip())
    if found is None:
        begun = _BEGUN.fullmatch(incoming.text.strip())
        return turn((Text(words.HOW),)) if begun and _is_short(incoming.text) else None
    reason = " ".join(found["reason"].split())
    if not any(letter.isalnum() for letter in reason):
        return turn((Text(words.WHY),))
    if len(reason) > REASON_LENGTH:
        return turn((Text(words.too_long(REASON_LENGTH)),))
    entry = entry_named(ports, found["whom"])
    return _noted(ports, entry, _decision(incoming, found["verdict"].casefold(), reason))


def _decision(incoming: Incoming, verdict: str, reason: str) -> Decided | PutOnHold:
    by, name = incoming.person, incoming.name
    if verdict == "hold":
        return PutOnHold(incoming.at, reason, by, name)
    return Decided(incoming.at, Verdict(verdict), reason, by, name)


def _is_short(text: str) -> bool:
    """Whether the words are a command that lacks something, rather than a question."""
    return "?" not in text and len(text.split()) <= 6


def _noted(ports: Ports, entry: Entry, decision: Decided | PutOnHold) -> Turn:
    screening = ports.screenings.state(entry.id)
    if screening.stage is not Stage.FINISHED:
        return turn((Text(words.not_finished(entry.pseudonym)),))
    again = screening.decision is not None
    append = Append(entry.id, screening.number, (decision,))
    if isinstance(decision, PutOnHold):
        return turn((Text(words.noted(entry.pseudonym, words.ON_HOLD, again)),), append)
    said = words.noted(entry.pseudonym, decision.verdict.value, again)
    return turn((Text(said), Aside(words.TELL_THEM)), append)
