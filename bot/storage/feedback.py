"""How questions were answered, and what people thought of the answers."""

from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from bot.core.answering.feedback import GiveFeedback, KeepTrace, Opinion, Trace
from bot.storage.codec import texts_from_json, texts_to_json
from bot.storage.database import Database
from bot.storage.tables import answer_places, feedback, messages, traces


class StoredTraces:
    """The traces of answers, and feedback on them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def named(self, about: str) -> str | None:
        """The message whose answer is named: by the message's id, or by where the answer stands."""
        query = select(traces.c.message).where(traces.c.message == about)
        placed = select(answer_places.c.message).where(answer_places.c.place == _hashed(about))
        with self._database.reading() as connection:
            return connection.scalar(query) or connection.scalar(placed)

    def last(self, conversation: str) -> str | None:
        """The newest message of a chat that was answered with a trace."""
        query = (
            select(traces.c.message)
            .join(messages, messages.c.id == traces.c.message)
            .where(messages.c.conversation == conversation)
            .order_by(messages.c.number.desc())
        )
        with self._database.reading() as connection:
            return connection.scalar(query.limit(1))

    def stands(self, place: str, message: str) -> None:
        """Note where the answer to a message stands, as nobody but `named` can tell."""
        hashed = _hashed(place)
        with self._database.writing() as connection:
            connection.execute(delete(answer_places).where(answer_places.c.place == hashed))
            connection.execute(insert(answer_places).values(place=hashed, message=message))

    def opinions(self, role: str = "") -> tuple[Opinion, ...]:
        """What people thought of answers about a role (about any with ""), oldest first."""
        query = select(feedback.c.good, feedback.c.at.label("given"), traces).join(
            traces, traces.c.message == feedback.c.message
        )
        if role:
            query = query.where(traces.c.role == role)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(feedback.c.at)).all()
        return tuple(
            Opinion(
                Trace(
                    row.role,
                    row.version,
                    row.route,
                    row.answered,
                    tuple(map(int, texts_from_json(row.lines))),
                ),
                row.good,
                row.given,
            )
            for row in rows
        )


def keep_feedback(connection: Connection, change: KeepTrace | GiveFeedback) -> None:
    """Keep a trace, or what somebody thinks now; one who erased in between has no effect."""
    if isinstance(change, KeepTrace):
        trace = change.trace
        values = {
            "message": change.message,
            "role": trace.role,
            "version": trace.version,
            "route": trace.route,
            "answered": trace.answered,
            "lines": texts_to_json(tuple(map(str, trace.lines))),
            "at": change.at,
        }
        connection.execute(insert(traces).values(values))
        return
    told = {"good": change.good, "at": change.at}
    theirs = (feedback.c.message == change.message) & (feedback.c.asker == change.asker)
    if not connection.execute(update(feedback).where(theirs).values(told)).rowcount:
        key = {"message": change.message, "asker": change.asker}
        connection.execute(insert(feedback).values(**key, **told))


def forget_feedback(connection: Connection) -> None:
    """Delete what belongs to messages that were erased."""
    gone = select(messages.c.id).where(messages.c.erased_at.is_not(None))
    for table in (feedback, traces, answer_places):
        connection.execute(delete(table).where(table.c.message.in_(gone)))


def _hashed(place: str) -> str:
    return sha256(place.encode("utf-8", "surrogatepass")).hexdigest()
