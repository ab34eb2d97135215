"""The answer to a question about a role, whoever asks and wherever: with how it was come by."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answers.answering import joined, steps
from bot.answers.attribution import attributed, by_team
from bot.answers.likeness import in_context
from bot.answers.questions import LONGEST_QUESTION, trimmed
from bot.answers.steps import Step
from bot.answers.understanding import understand
from bot.core.answering.answers import Answer, Reason
from bot.core.answering.feedback import Trace
from bot.core.roles import Audience, Role
from bot.core.text.asked_language import foreign_question
from bot.core.text.cleaning import has_words
from bot.core.text.look_alikes import without_look_alikes
from bot.core.wording import answering as words
from bot.core.wording import general
from bot.dialogues.questions import asking_team
from bot.ports import Ports
from retrieval.words import words as words_in

_WRITTEN = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with the steps it came from: one a question, none where nothing could be read.

    `repeated` where the team had answered this very question, `phrased` where a model put it.
    """

    answer: Answer
    steps: tuple[Step, ...] = ()
    repeated: bool = False
    phrased: bool = False


def answered(
    ports: Ports, role: Role, question: str, history: tuple[str, ...], audience: Audience
) -> Answer:
    """The answer of the brief or of the team, rewritten by a model where there is one."""
    return told(ports, role, question, history, audience).answer


def told(
    ports: Ports, role: Role, question: str, history: tuple[str, ...], audience: Audience
) -> Told:
    """That answer, with how it was come by.

    The rewritten sentence has passed the check; what a person of the team said is not rewritten.
    """
    found = _found(ports, role, question, history, audience)
    if found.answer.for_person and not found.answer.answered:
        wanted, known = in_context(question, history), ports.questions.of(role.id)
        before = asking_team.answered_before(known, wanted, audience)
        found = replace(found, answer=before, repeated=True) if before else found
    ports.heard(found.answer)
    ports.traced(_trace(role, found))
    if by_team(found.answer):
        return replace(found, answer=attributed(found.answer))
    if ports.phraser is None or not found.answer.answered or found.answer.items:
        return found
    quotes = tuple(citation.quote for citation in found.answer.citations)
    phrased = ports.phraser.phrase(question, found.answer.text, quotes)
    if not phrased:
        return found
    return replace(found, answer=replace(found.answer, text=phrased), phrased=True)


def _trace(role: Role, found: Told) -> Trace:
    """How an answer came about, without a word of the question."""
    ways = dict.fromkeys(step.route.value for step in found.steps)
    route = "the team's answer to this question" if found.repeated else "; ".join(ways)
    lines = sorted({one.line for one in found.answer.citations if one.line})
    return Trace(role.id, role.version, route or "not read", found.answer.answered, tuple(lines))


def unread(question: str) -> str:
    """Says why a message cannot be read as a question; "" where it can."""
    if not has_words(question):
        return general.EMPTY
    if len(question) > LONGEST_QUESTION:
        return general.question_too_long(LONGEST_QUESTION)
    return ""


def _found(
    ports: Ports, role: Role, question: str, history: tuple[str, ...], audience: Audience
) -> Told:
    why_not = unread(question)
    if why_not:
        return Told(Answer(False, why_not, reason=Reason.UNCLEAR))
    read = as_it_looks(question)
    if foreign_question(trimmed(read), _held(role, audience)):
        return Told(Answer(False, words.ENGLISH_ONLY, reason=Reason.UNCLEAR, unread=True))
    before = tuple(as_it_looks(turn) for turn in history)
    if not history and _asks_nothing(read):
        return Told(Answer(False, words.UNCLEAR, reason=Reason.UNCLEAR))
    found = steps(role, read, before, audience, ports.ranker)
    return Told(joined(found), found)


def _asks_nothing(question: str) -> bool:
    """Whether there is nothing to go by: “1.00”, “then”, “A:”. “Pay?” and “C4?” say enough."""
    asked = understand(trimmed(question), ())
    if asked.slot or asked.whole or any(map(str.isalpha, "".join(asked.words))):
        return False
    return len(_WRITTEN.findall(question)) <= 1


def as_it_looks(question: str) -> str:
    """The question in plain letters: “𝐬𝐚𝐥𝐚𝐫𝐲”, or with a Cyrillic “а”, is a salary."""
    return without_look_alikes(unicodedata.normalize("NFKC", question))


@lru_cache(maxsize=1024)
def _held(role: Role, audience: Audience) -> frozenset[str]:
    """The words of the brief that this audience may see: they are of no other language."""
    return frozenset(
        word.text.casefold()
        for passage in role.seen_by(audience)
        for word in words_in(f"{passage.section} {passage.text}")
    )
