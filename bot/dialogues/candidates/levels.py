"""Levels that people find: another one than the bot's, or their own before they see the bot's."""

import re
from collections.abc import Sequence

from bot.core.fit.summary import Assessment
from bot.core.messages import Aside, Block, Items, Pairs, Text
from bot.core.ratings import Level
from bot.core.roles import Role
from bot.core.screening.screening import Stage, replayed
from bot.core.screening.team_events import Overridden, OwnLevel, RatedBlind
from bot.core.team.blind import agreement, to_rate, unshown
from bot.core.team.card_rows import level_words
from bot.core.team.screened import Screened
from bot.core.wording import blind as words
from bot.core.wording import deciding, reviewing
from bot.dialogues.candidates.case import Case, acted, only_finished
from bot.dialogues.candidates.deciding import REASON_LENGTH, is_said
from bot.dialogues.candidates.finding import entry_by_id, screened
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn
from bot.ports import Ports

_FLAGS = re.IGNORECASE | re.DOTALL
_LEVEL = "|".join(sorted((level.words for level in Level), key=len, reverse=True))
_OVERRIDE = re.compile(
    rf"/?override(?: (?P<whom>(?:candidate )?[\w-]{{2,40}}))?\s+(?P<number>\d{{1,3}})\s*:\s*"
    rf"(?P<level>{_LEVEL})\b[\s,.:;–-]*(?:because\b[\s,:]*)?(?P<reason>.*)",
    _FLAGS,
)
_RATE = re.compile(r"/?rate(?: (?P<whom>(?:candidate )?[\w-]{2,40}))?\s*:\s*(?P<levels>.*)", _FLAGS)
_BEGUN = re.compile(
    r"/?(?:(?P<override>override)\b[^?]*|rate(?: (?:candidate )?[\w-]+)?[ :.]*)", _FLAGS
)
_ONE = re.compile(rf"(?P<number>\d{{1,3}})\s*[:.=]?\s*(?P<level>{_LEVEL})\b", re.IGNORECASE)
_AGREEMENT = re.compile(r"/?(?:(?:show(?: me)? )?(?:the )?)agreement[?!. ]*", re.IGNORECASE)
_BY_WORDS = {level.words: level for level in Level}


def handle(request: Request) -> Turn | None:
    """The turn for levels of a person's own; None for any other message."""
    said = request.incoming.text.strip()
    override, rate = _OVERRIDE.fullmatch(said), _RATE.fullmatch(said)
    if override:
        return acted(request, override["whom"], lambda case: _overridden(case, override))
    if rate:
        return acted(request, rate["whom"], lambda case: _rated(case, rate["levels"]))
    if _AGREEMENT.fullmatch(said):
        return agreed(request)
    begun = _BEGUN.fullmatch(said)
    if begun is None:
        return None
    return turn((Text(reviewing.OVERRIDE_HOW if begun["override"] else words.HOW),))


def answers(one: Screened) -> tuple[Assessment, ...]:
    """What a level can be found for, in the order of its numbers."""
    return to_rate(one.summary)


def hides(ports: Ports, one: Screened, person: str) -> bool:
    """Whether this person (“” for a place where several read) finds their own levels first."""
    if not ports.policies(one.summary.role).blind_first or one.summary.finished_at is None:
        return False
    return not person or one.review.rated_by(person) is None


def as_read_by(ports: Ports, one: Screened, person: str) -> Screened:
    """The screening as this person may read it now."""
    return unshown(one) if hides(ports, one, person) else one


def screened_by_id(ports: Ports, screening: str, person: str) -> Screened:
    """The screening with exactly this id, as this person may read it; raises as `screened` does."""
    return as_read_by(ports, screened(ports, entry_by_id(ports, screening)), person)


def reader(request: Request) -> str:
    """Who alone reads the reply; "" where others read along."""
    incoming = request.incoming
    return incoming.person if incoming.private or incoming.whispered else ""


def _overridden(case: Case, found: re.Match[str]) -> Turn:
    one = case.screened()
    refused = only_finished(case) or _first_rate(case, one)
    if refused:
        return refused
    known, number = answers(one), int(found["number"])
    if not 1 <= number <= len(known):
        said = reviewing.no_answer(number, len(known))
        return turn((Text(said), *_numbered(known)))
    reason, level = " ".join(found["reason"].split()), _level(found["level"])
    if not is_said(reason):
        return turn((Text(reviewing.OVERRIDE_HOW),))
    if len(reason) > REASON_LENGTH:
        return turn((Text(deciding.too_long(REASON_LENGTH)),))
    return _set(case, one, known[number - 1], level, reason)


def _set(case: Case, one: Screened, answer: Assessment, level: Level, reason: str) -> Turn:
    before = one.review.override(answer.criterion.id)
    if (before.level if before else answer.rating.level) is level:
        return turn((Text(reviewing.same(level.words)),))
    text = answer.criterion.text
    said = reviewing.overridden(case.pseudonym, text, level.words, answer.rating.words)
    event = Overridden(case.at, answer.criterion.id, level, reason, *case.who)
    return case.keep((Text(said),), event)


def _first_rate(case: Case, one: Screened) -> Turn | None:
    """The turn where this person is to rate blind before changing what they cannot see yet."""
    if not hides(case.ports, one, case.incoming.person):
        return None
    first = reviewing.RATE_FIRST.format(pseudonym=case.pseudonym)
    return turn((Text(first + words.FIRST.format(code=case.code)),))


def _level(said: str) -> Level:
    return _BY_WORDS[" ".join(said.casefold().split())]


def _numbered(known: Sequence[Assessment]) -> tuple[Block, ...]:
    listed = tuple(one.criterion.text for one in known)
    return (Text(words.NUMBERS), Items(listed, numbered=True)) if listed else ()


def _rated(case: Case, levels: str) -> Turn:
    one = case.screened()
    known, given = (
        answers(one),
        {int(f["number"]): _level(f["level"]) for f in _ONE.finditer(levels)},
    )
    refused = only_finished(case) or _not_all(case, one, known, given)
    if refused:
        return refused
    own = tuple(OwnLevel(a.criterion.id, given[n]) for n, a in enumerate(known, 1))
    rows = tuple(
        (a.criterion.text, words.both(given[n].words, level_words(one, a)))
        for n, a in enumerate(known, 1)
    )
    blind = case.ports.policies(one.summary.role).blind_first
    seen = () if blind else (Aside(words.NOT_BLIND),)
    said = (Text(words.kept(case.pseudonym)), *seen, Text(words.YOURS), Pairs(rows))
    alone = said if reader(case.request) or not blind else said[:1]
    return case.keep(alone, RatedBlind(case.at, own, *case.who))


def _not_all(
    case: Case, one: Screened, known: Sequence[Assessment], given: dict[int, Level]
) -> Turn | None:
    """The turn where levels are missing, or this person has rated before."""
    if one.review.rated_by(case.incoming.person):
        return turn((Text(words.ONCE.format(pseudonym=case.pseudonym)),))
    if not known:
        return turn((Text(words.NOTHING.format(pseudonym=case.pseudonym)),))
    strange = next((number for number in given if not 1 <= number <= len(known)), None)
    if strange is not None:
        return turn((Text(words.unknown(strange, len(known))), *_numbered(known)))
    missing = tuple(n for n in range(1, len(known) + 1) if n not in given)
    if not given:
        return turn((Text(words.HOW), *_numbered(known)))
    return turn((Text(words.missing(missing)), *_numbered(known))) if missing else None


def agreed(request: Request) -> Turn:
    """How people's blind ratings and the bot's agree, over a role's screenings."""
    ports, role = request.ports, _role(request)
    if role is None:
        return request.ask_role()
    found = [
        screened(ports, entry)
        for entry in ports.screenings.entries(role.id)
        if not entry.trial and _is_finished(ports, entry.id)
    ]
    all_of_them = agreement((one.summary, one.review.blind) for one in found)
    if not all_of_them.levels:
        return turn((Text(words.NOBODY),))
    told = words.agreed(
        all_of_them.people,
        all_of_them.levels,
        all_of_them.same,
        all_of_them.beside,
        all_of_them.apart,
    )
    return turn((Text(told),))


def _role(request: Request) -> Role | None:
    """The role of the card whose thread this is, otherwise the one that is meant."""
    above = request.ports.thread_of(request.conversation.id)
    if not above:
        return request.role
    return request.ports.roles.get(entry_by_id(request.ports, above).role)


def _is_finished(ports: Ports, screening: str) -> bool:
    return replayed(screening, ports.screenings.events(screening)).stage is Stage.FINISHED
