"""What the brief does not say and people asked the hiring team: questions, and the team's answers.

One question can be asked by several people. Its answer has revisions; the newest one counts. A
published answer is a passage of the role, cited with its author and date instead of a brief's line.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.messages import Citation, Incoming, Origin
from bot.core.roles import Audience, Passage, PassageKind, Role, Section, SectionKind
from bot.core.text.contact import without_contact
from bot.core.wording import questions as words

QUESTION_LENGTH = 300
"""The most characters of a question that is passed on."""

ANSWER_LENGTH = 2_000
"""The most characters of the team's answer: it is read as one line of the brief."""

OPEN_AT_ONCE = 5
"""How many questions of one chat may wait for the team at the same time."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One person's wish to know: in which chat, and in which words (without contact data).

    `pseudonym` and `screening` are "" for somebody who is in no screening. `origin` says where the
    answer is sent; None where it is told when the chat goes on.
    """

    conversation: str
    audience: Audience
    text: str
    at: datetime
    screening: str = ""
    pseudonym: str = ""
    origin: Origin | None = None

    @property
    def who(self) -> str:
        """Who asks, as the team reads it: never a candidate's name."""
        if self.pseudonym:
            return self.pseudonym
        return words.A_RECRUITER if self.audience is Audience.TEAM else words.SOMEBODY


@dataclass(frozen=True, slots=True)
class TeamAnswer:
    """What the team says. `author` is the name that is shown, `by` who it was in the channel."""

    text: str
    audience: Audience
    author: str
    by: str
    at: datetime

    @property
    def signed(self) -> str:
        """Author and date, as a citation shows them."""
        return words.signed(self.author, self.at)


@dataclass(frozen=True, slots=True)
class Question:
    """A question for the team. `asks` are oldest first; erased people's are not among them."""

    number: int
    role: str
    asked_at: datetime
    asks: tuple[Ask, ...]
    answers: tuple[TeamAnswer, ...] = ()
    withdrawn_at: datetime | None = None

    @property
    def text(self) -> str:
        """The words of whoever asked first; "" where all who asked were erased."""
        return self.asks[0].text if self.asks else ""

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return not self.answers and self.withdrawn_at is None

    @property
    def answer(self) -> TeamAnswer | None:
        """The answer that counts; None where there is none or it was withdrawn."""
        return self.answers[-1] if self.answers and self.withdrawn_at is None else None

    def answer_for(self, audience: Audience) -> TeamAnswer | None:
        """The answer, where this audience may see it."""
        known = self.answer
        if known is None or audience is Audience.TEAM or known.audience is Audience.CANDIDATE:
            return known
        return None


def asked_in(incoming: Incoming, text: str, screening: str = "", pseudonym: str = "") -> Ask:
    """The wish to know `text`, said in this message; cut to `QUESTION_LENGTH`."""
    asked = without_contact(text)
    if len(asked) > QUESTION_LENGTH:
        asked = asked[: QUESTION_LENGTH - 1].rsplit(" ", 1)[0] + "…"
    return Ask(
        conversation=incoming.conversation,
        audience=incoming.audience,
        text=asked,
        at=incoming.at,
        screening=screening,
        pseudonym=pseudonym,
        origin=incoming.origin,
    )


def author_of(person: str) -> str:
    """The name a person is shown by: their own where it reads as one, else the team."""
    reads = person[:1].isupper() and all(letter.isalpha() or letter in " .'’-" for letter in person)
    return person if reads else words.THE_TEAM


def informed(role: Role, questions: Iterable[Question]) -> Role:
    """The role with the team's answers as passages, behind those of its brief."""
    told = [(question.number, question.answer) for question in questions if question.answer]
    sections = tuple(
        section
        for audience, title in ((Audience.CANDIDATE, words.SECTION), (Audience.TEAM, words.TEAM))
        if (section := _section(title, audience, told)).passages
    )
    return replace(role, sections=(*role.sections, *sections)) if sections else role


def _section(title: str, audience: Audience, told: list[tuple[int, TeamAnswer]]) -> Section:
    passages = tuple(
        Passage(
            id=f"answer-{number}",
            text=answer.text,
            section=title,
            line=0,
            audience=audience,
            kind=PassageKind.PARAGRAPH,
            section_kind=SectionKind.OTHER,
            author=answer.signed,
        )
        for number, answer in told
        if answer.audience is audience
    )
    return Section(title, title, 0, SectionKind.OTHER, audience, passages)


def cited(answer: TeamAnswer) -> Citation:
    """The team's answer as a citation."""
    section = words.SECTION if answer.audience is Audience.CANDIDATE else words.TEAM
    return Citation(section, 0, answer.text, "", answer.signed)
