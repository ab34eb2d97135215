"""What the team asks about one candidate, answered with the candidate's own words or not at all."""

import re
from functools import partial

from bot.answers.heard import Heard, about, asked_words, heard
from bot.answers.listening import heading, listened
from bot.core.messages import Aside, Block, Citation, Link, Quote, Sources, Text
from bot.core.team.record import Spoken, spoken_in
from bot.core.team.resume_shown import line_of, lines
from bot.core.team.screened import Screened
from bot.core.wording import candidates as words
from bot.core.wording.fit import ERASED
from bot.core.wording.resume import from_line
from bot.dialogues.candidates.finding import code_of, entry_by_id, entry_named, named_in, screened
from bot.dialogues.candidates.levels import as_read_by, reader
from bot.dialogues.recruiting.request import Request
from bot.dialogues.turn import Turn, turn
from bot.ports import Entry, Ports

READ = 2_000
"""How many characters of a message are looked at for a question about a candidate."""

_ASK = re.compile(
    r"/?(?:please )?ask (?:about )?(?:candidate )?(?P<code>[A-Za-z0-9]{3,16})"
    r"(?:\s*[:,–—-]\s*|\s+(?=about|whether|if|for|what|how|did|has|have)|\s*$)(?P<asked>.*)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"/?(?:and |so |please )*(?:what|which|did|does|do|has|have|had|is|was|were|where|when|how|why|"
    r"who|any|anything|something|show|quote|find|tell|can|could|give|search)\b.*|.*\?",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:they|them|their|he|him|his|she|her|(?:the|this) candidate)\b", re.I)
_NO_CODES = frozenset(("the", "team", "them", "for", "about", "hiring", "anybody", "someone"))


def handle(request: Request) -> Turn | None:
    """The turn for a question about a candidate; None for any other message.

    Raises UnknownScreening, NotSummarized.
    """
    said = " ".join(request.incoming.text[:READ].split())
    named = _named(request, said)
    if named:
        entry, question = named
        return turn(answer(request.ports, entry, question, reader(request)))
    return _in_thread(request, said)


def _named(request: Request, said: str) -> tuple[Entry, str] | None:
    """The candidate a message names, and what it asks about them."""
    role = request.role.id if request.role else ""
    told = _ASK.fullmatch(said)
    if told and told["code"].casefold() not in _NO_CODES:
        return entry_named(request.ports, told["code"], role), told["asked"]
    codes = named_in(request.ports, said) if _ASKS.fullmatch(said) else ()
    if not codes:
        return None
    entry = entry_named(request.ports, codes[0], role)
    named = rf"(?:\b(?:in|of|from|by|about)\s+)?(?:\bcandidate\s+)?\b{re.escape(code_of(entry))}\b"
    return entry, " ".join(re.sub(rf"{named}(?:'s)?", " ", said, flags=re.IGNORECASE).split())


def _in_thread(request: Request, said: str) -> Turn | None:
    """A question under a candidate's card; what they did not speak of may be about the role."""
    screening = request.ports.thread_of(request.conversation.id)
    if screening is None or not _ASKS.fullmatch(said):
        return None
    if not screening:
        return turn((Text(ERASED),))
    entry = entry_by_id(request.ports, screening)
    found = as_read_by(request.ports, screened(request.ports, entry), reader(request))
    if not _PERSON.search(said) and not _quotes(request.ports, found, said):
        return None
    return turn(_answer(request.ports, found, said))


def answer(ports: Ports, entry: Entry, question: str, person: str) -> tuple[Block, ...]:
    """What this candidate said about it, with where it stands, or that they did not.

    `person` reads it alone; "" where several do. Raises UnknownScreening, NotSummarized.
    """
    return _answer(ports, as_read_by(ports, screened(ports, entry), person), question)


def answer_by_id(ports: Ports, screening: str, question: str, person: str) -> tuple[Block, ...]:
    """The same for a screening's id; raises UnknownScreening, NotSummarized."""
    return answer(ports, entry_by_id(ports, screening), question, person)


def _answer(ports: Ports, found: Screened, question: str) -> tuple[Block, ...]:
    summary = found.summary
    unfinished = () if summary.finished_at else (Aside(words.UNFINISHED),)
    if not any(one.answer for one in _said_by(found)):
        return (Text(words.SAID_NOTHING_YET), *unfinished)
    if not asked_words(question):
        code = summary.pseudonym.removeprefix("Candidate ")
        return (Text(words.ASK_WHAT.format(code=code)),)
    quotes = _quotes(ports, found, question)
    if not quotes:
        return (Text(words.not_discussed(summary.pseudonym)), *_open(found, question), *unfinished)
    said = words.said_this(summary.pseudonym, len(quotes))
    return (
        Text(said),
        *(block for one in quotes for block in _quoted(ports, found, one)),
        *_brief(found, quotes),
        *unfinished,
    )


def _quotes(ports: Ports, found: Screened, question: str) -> tuple[Heard, ...]:
    said = _said_by(found)
    of = (found.name, *((heading(one), one.answer) for one in said))
    screening, work = found.summary.screening, partial(listened, said, ports.ranker, found.shown)
    return heard(question, said, ports.recall(screening, of, work), ports.ranker)


def _said_by(found: Screened) -> tuple[Spoken, ...]:
    """The candidate's answers, and the lines of their résumé behind them."""
    return (*spoken_in(found.record), *lines(found.resume))


def _quoted(ports: Ports, found: Screened, one: Heard) -> tuple[Block, ...]:
    line = line_of(one.spoken)
    if line:
        path = f"/screenings/{found.summary.screening}/record#{one.spoken.id}"
        quote = Quote(found.shown(one.quote), from_line(line))
        return (quote, Link(words.WHERE, ports.page_link(path)))
    level = one.spoken.rating.words if one.spoken.rating and not found.hidden else ""
    path = record_path(found.summary.screening, one.spoken, one.start)
    return (
        Quote(found.shown(one.quote), words.asked(one.spoken.asked, level)),
        Link(words.WHERE, ports.page_link(path)),
    )


def record_path(screening: str, spoken: Spoken, start: int) -> str:
    """Where words that begin at `start` of an answer stand on the record page."""
    return f"/screenings/{screening}/record#{sentence_anchor(spoken, start)}"


def sentence_anchor(spoken: Spoken, start: int) -> str:
    """The name of a place in an answer: its question and where it begins, in code points."""
    return f"{spoken.id}-{start}"


def _brief(found: Screened, quotes: tuple[Heard, ...]) -> tuple[Block, ...]:
    """The brief's lines that the quoted answers were asked for."""
    criteria = {one.spoken.criterion for one in quotes if one.spoken.criterion}
    lines = sorted((one for one in criteria if one.line), key=lambda one: one.line)
    version = found.summary.brief_version
    cited = tuple(Citation(one.section, one.line, one.text, version) for one in lines)
    return (Sources(cited),) if cited else ()


def _open(found: Screened, question: str) -> tuple[Block, ...]:
    """What the requirements say of it where the candidate's words do not."""
    assessments = found.summary.assessments
    places = about(question, [one.criterion.text for one in assessments])
    told = [assessments[at] for at in places[:3]]
    return tuple(Text(words.stands_open(one.criterion.text, one.rating)) for one in told)
