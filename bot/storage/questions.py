"""What people asked the hiring team, and its answers in all their revisions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, true, update

from bot.core.answering.question_changes import AskTeam, Publish, Retract
from bot.core.answering.questions import Ask, Question, TeamAnswer
from bot.core.errors import LostRace
from bot.core.roles import Audience
from bot.storage.codes import blotted
from bot.storage.database import Database
from bot.storage.origins import origin_from_json, origin_to_json
from bot.storage.stamps import ROLES, grow
from bot.storage.tables import asks, questions, team_answers


class StoredQuestions:
    """The questions. A role that is removed or gets a new brief keeps its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, role: str = "") -> tuple[Question, ...]:
        """The questions about a role (about any with ""), by number."""
        with self._database.reading() as connection:
            return read(connection, questions.c.role == role if role else true())

    def get(self, number: int) -> Question | None:
        """The question with this number."""
        with self._database.reading() as connection:
            found = read(connection, questions.c.number == number)
        return found[0] if found else None

    def fresh(self) -> int:
        """A number no question has."""
        with self._database.reading() as connection:
            return (connection.scalar(select(func.max(questions.c.number))) or 0) + 1


def read(connection: Connection, which: ColumnElement[bool]) -> tuple[Question, ...]:
    """These questions with their asks and answers, by number."""
    rows = connection.execute(select(questions).where(which).order_by(questions.c.number)).all()
    if not rows:
        return ()
    asked: defaultdict[int, list[Ask]] = defaultdict(list)
    for row in _owned(connection, asks.c.question, which, asks.c.at, asks.c.conversation):
        asked[row.question].append(_ask(row))
    told: defaultdict[int, list[TeamAnswer]] = defaultdict(list)
    for row in _owned(connection, team_answers.c.question, which, team_answers.c.revision):
        told[row.question].append(_answer(row))
    return tuple(
        Question(
            row.number,
            row.role,
            row.asked_at,
            tuple(asked[row.number]),
            tuple(told[row.number]),
            row.withdrawn_at,
        )
        for row in rows
    )


def published(connection: Connection) -> Mapping[str, tuple[Question, ...]]:
    """The questions with an answer that counts, by role; without those who asked."""
    query = (
        select(questions.c.role, questions.c.asked_at, team_answers)
        .join_from(questions, team_answers)
        .where(questions.c.withdrawn_at.is_(None))
        .order_by(questions.c.number, team_answers.c.revision)
    )
    found: dict[str, dict[int, Question]] = defaultdict(dict)
    for row in connection.execute(query):
        # Of several revisions the last one stays.
        told = Question(row.question, row.role, row.asked_at, (), (_answer(row),))
        found[row.role][row.question] = told
    return {role: tuple(told.values()) for role, told in found.items()}


def _owned(
    connection: Connection,
    owner: ColumnElement[int],
    which: ColumnElement[bool],
    *order: ColumnElement[Any],
) -> Sequence[Row[Any]]:
    """The rows of another table that belong to these questions."""
    numbers = select(questions.c.number).where(which)
    query = select(owner.table).where(owner.in_(numbers)).order_by(*order)
    return connection.execute(query).all()


def _ask(row: Row[Any]) -> Ask:
    return Ask(
        row.conversation,
        Audience(row.audience),
        row.text,
        row.at,
        row.screening,
        row.pseudonym,
        origin_from_json(row.origin),
    )


def _answer(row: Row[Any]) -> TeamAnswer:
    return TeamAnswer(row.text, Audience(row.audience), row.author, row.by, row.at)


def ask_team(connection: Connection, change: AskTeam) -> None:
    """Keep a question, or one more ask of it; raises LostRace where it changed meanwhile."""
    ask = change.ask
    if change.others:
        _check(connection, change.number, after=0, people=change.others)
    else:
        values = {"number": change.number, "role": change.role, "asked_at": ask.at}
        connection.execute(insert(questions).values(values))
    values = {
        "question": change.number,
        "conversation": ask.conversation,
        "audience": ask.audience.value,
        "text": blotted(connection, ask.text),
        "at": ask.at,
        "screening": ask.screening,
        "pseudonym": ask.pseudonym,
        "origin": origin_to_json(ask.origin),
    }
    connection.execute(insert(asks).values(values))


def publish(connection: Connection, change: Publish) -> None:
    """Keep an answer; raises LostRace unless the question stands as it was read."""
    _check(connection, change.number, change.after, change.asks)
    answer = change.answer
    values = {
        "question": change.number,
        "revision": change.after + 1,
        "text": answer.text,
        "audience": answer.audience.value,
        "author": answer.author,
        "by": answer.by,
        "at": answer.at,
    }
    connection.execute(insert(team_answers).values(values))
    known = update(questions).where(questions.c.number == change.number)
    connection.execute(known.values(withdrawn_at=None))
    grow(connection, ROLES)


def retract(connection: Connection, change: Retract) -> None:
    """Withdraw an answer or close a question; raises LostRace unless it stands as it was read."""
    _check(connection, change.number, change.after, change.asks)
    known = update(questions).where(questions.c.number == change.number)
    connection.execute(known.values(withdrawn_at=change.at))
    grow(connection, ROLES)


def _check(connection: Connection, number: int, after: int, people: int) -> None:
    """Lock a question; raises LostRace unless it has so many answers and people who asked."""
    row = select(questions.c.number).where(questions.c.number == number).with_for_update()
    known = connection.execute(row).first() is not None
    answers, asking = (
        connection.scalar(select(func.count()).where(owner == number))
        for owner in (team_answers.c.question, asks.c.question)
    )
    if not known or (answers, asking) != (after, people):
        raise LostRace(f"Question {number} changed in the meantime.")


def texts_of(connection: Connection, screening: str) -> tuple[str, ...]:
    """The words in which a candidate asked."""
    query = select(asks.c.text).where(asks.c.screening == screening)
    return tuple(connection.execute(query).scalars())


def forget(connection: Connection, screening: str, at: datetime) -> None:
    """Take a candidate's words out. What the team published stays; what only they asked closes.

    A number is never given again: in a platform's channel it may still stand.
    """
    theirs = select(asks.c.question).where(asks.c.screening == screening)
    asked = connection.execute(theirs).scalars().all()
    connection.execute(delete(asks).where(asks.c.screening == screening))
    wanted = select(asks.c.question).union(select(team_answers.c.question))
    alone = questions.c.number.in_(asked) & questions.c.number.not_in(wanted)
    connection.execute(update(questions).where(alone).values(withdrawn_at=at))
