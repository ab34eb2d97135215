"""Answers a question from a role's brief: the line or two that say it, or why there is none."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from weakref import WeakKeyDictionary

from bot.answers import refusing, selecting, structure
from bot.answers.case import Case
from bot.answers.coverage import Asking
from bot.answers.gate import Judged, judged
from bot.answers.pay import pay
from bot.answers.questions import parts
from bot.answers.reading import Floats, Reading, read
from bot.answers.requirements import requirements
from bot.answers.spelling import mended
from bot.answers.steps import Route, Step
from bot.answers.terms import is_name
from bot.answers.understanding import understand
from bot.answers.weights import weights
from bot.core.answering.answers import Answer, Reason
from bot.core.messages import Citation
from bot.core.roles import Audience, Role
from bot.core.wording import answering as words
from bot.ports import Ranker

MOST_PARTS = 4
"""How many questions of one message are answered."""
LONGEST = 4_000
"""How many characters of a message are read for questions."""
NOTE_FROM = 0.15
"""The probability from which a note for the team answers the team."""
READINGS = 1_024
"""How many roles are kept ready to be asked about."""

_lock = Lock()
_readings: WeakKeyDictionary[Ranker, OrderedDict[tuple[Role, Audience], Reading]] = (
    WeakKeyDictionary()
)


def answer(
    role: Role, question: str, history: Sequence[str], audience: Audience, ranker: Ranker
) -> Answer:
    """The answer to a message; several questions in it are answered one after the other."""
    return joined(steps(role, question, history, audience, ranker))


def steps(
    role: Role, question: str, history: Sequence[str], audience: Audience, ranker: Ranker
) -> tuple[Step, ...]:
    """The answer to each question of a message, and how it was come by; at least one."""
    reading = reading_of(role, audience, ranker)
    asked = in_plain_words(question[:LONGEST], reading, ranker)
    before = tuple(in_plain_words(turn[:LONGEST], reading, ranker) for turn in history)
    return tuple(
        _one(reading, part, before, audience, ranker) for part in parts(asked)[:MOST_PARTS]
    )


def joined(every: Sequence[Step]) -> Answer:
    """The answers to a message's questions as its one answer."""
    answers = [step.answer for step in every]
    return answers[0] if len(answers) == 1 else together(answers)


def reading_of(role: Role, audience: Audience, ranker: Ranker) -> Reading:
    """What an audience may see of a role, read for answering; kept for the roles asked last."""
    key = (role, audience)
    with _lock:
        kept = _readings.setdefault(ranker, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    # Outside the lock: two threads may read a role once too often, none waits for another.
    reading = read(role, audience, ranker, weights())
    with _lock:
        kept[key] = reading
        while len(kept) > READINGS:
            kept.popitem(last=False)
    return reading


def in_plain_words(text: str, reading: Reading, ranker: Ranker) -> str:
    """The text with shorthand spelled out and typing slips mended, as far as the brief shows.

    They are mended towards the lines that the asker may see alone: a refusal names what was asked
    for, and would otherwise tell a candidate a word of the team's.
    """
    return mended(text, reading.expected, lambda word: bool(ranker.word_vectors([word]).any()))


def _one(
    reading: Reading, question: str, history: tuple[str, ...], audience: Audience, ranker: Ranker
) -> Step:
    case = case_of(reading, question, history, audience, ranker)
    found = settled(case)
    if found is not None:
        return found
    best = judged(case.asking, ranker, weights())
    if best is not None and (best.answers or _is_note(case, best)):
        return Step(case, Route.LINES, selecting.judged_lines(case, best), best)
    return Step(case, Route.LINES, refusing.not_in_brief(case), best)


def case_of(
    reading: Reading, question: str, history: tuple[str, ...], audience: Audience, ranker: Ranker
) -> Case:
    """One question with all that its answer may use."""
    asked = understand(question, history)
    earlier = history[-1] if asked.follows else ""
    names = tuple(
        word
        for word in dict.fromkeys(asked.words)
        if is_name(word, asked.text) or not (word[0].isdigit() or ranker.word_vectors([word]).any())
    )

    def compare() -> Floats:
        before = history if asked.follows else ()
        return ranker.likeness(reading.role, question, before)[reading.places]

    return Case(Asking(reading, asked, earlier, compare), audience, names)


def plainly(case: Case) -> Answer | None:
    """The answer where the question's form or the brief's structure settles it."""
    found = settled(case)
    return found.answer if found else None


def settled(case: Case) -> Step | None:
    """That answer, with the way that gave it."""
    for route, attempt in (
        (Route.ASIDE, _aside),
        (Route.TEAM, _team),
        (Route.TITLE, structure.title),
        (Route.LIST, structure.section),
        (Route.YEARS, structure.years),
        (Route.PAY, pay),
        (Route.NAME, refusing.missing_name),
        (Route.REQUIREMENTS, requirements),
    ):
        found = attempt(case)
        if found is not None:
            return Step(case, route, found)
    return None


def _aside(case: Case) -> Answer | None:
    """Orders to the bot and talk about something else."""
    if case.asked.order and not case.asked.slot:
        return Answer(False, words.NO_ORDERS, reason=Reason.OFF_TOPIC)
    if case.asked.order or case.asked.off_topic:
        return Answer(False, words.NOT_ABOUT_ROLE, reason=Reason.OFF_TOPIC)
    return None


def _team(case: Case) -> Answer | None:
    """What is for the team alone is refused to a candidate, whether the brief has it or not."""
    if case.asked.for_team and case.audience is Audience.CANDIDATE:
        return Answer(False, words.TEAM_ONLY, reason=Reason.TEAM_ONLY)
    return None


def _is_note(case: Case, best: Judged) -> bool:
    """Whether the best line is a note for the team, who asks: then near is enough."""
    near = case.asked.for_team or best.probability >= NOTE_FROM
    return near and best.passage.audience is Audience.TEAM


def together(answers: list[Answer]) -> Answer:
    """Several answers as one: answered where any is, with all citations."""
    citations: dict[tuple[int, str], Citation] = {
        (citation.line, citation.quote): citation for one in answers for citation in one.citations
    }
    return Answer(
        answered=any(one.answered for one in answers),
        text="\n".join(dict.fromkeys(one.said for one in answers)),
        reason=next((one.reason for one in answers if one.reason), None),
        citations=tuple(citations.values()),
        missing=", ".join(one.missing for one in answers if one.missing),
    )
