"""The roles that are hired for, kept as their briefs and read once for each version."""

import logging
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.core.answering.questions import Question, informed
from bot.core.brief_changes import TakeBrief
from bot.core.errors import BriefUnreadable, LostRace
from bot.core.roles import Role
from bot.storage.codec import clean
from bot.storage.database import Database
from bot.storage.questions import published
from bot.storage.stamps import ROLES, grow, stamp
from bot.storage.tables import briefs, roles

Parse = Callable[[str, str, str], Role]
"""Reads a brief: a role's id, the source's name and the Markdown; raises BriefUnreadable."""

_Key = tuple[str, str, str]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Told:
    """The team's answers by role, and the roles that were given theirs: (as read, with them).

    Briefs and answers were as they are since `stamp`.
    """

    stamp: int
    answers: Mapping[str, tuple[Question, ...]]
    roles: dict[str, tuple[Role, Role]] = field(default_factory=dict)

    def informed(self, role: Role) -> Role:
        """The role with its answers, made once for each version of its brief."""
        known = self.roles.get(role.id)
        if known is None or known[0] is not role:
            known = self.roles[role.id] = (role, informed(role, self.answers.get(role.id, ())))
        return known[1]

    def after(self, stamp: int, answers: Mapping[str, tuple[Question, ...]]) -> "_Told":
        """The same with newer answers: a role whose own are the same stays the same object."""
        same = {
            role: known
            for role, known in self.roles.items()
            if answers.get(role) == self.answers.get(role)
        }
        return _Told(stamp, answers, same)


class StoredRoles:
    """The roles, with the team's answers. What a removed role's screenings said is kept."""

    def __init__(self, database: Database, parse: Parse) -> None:
        self._database = database
        self._parse = parse
        self._read: dict[str, tuple[_Key, Role]] = {}
        self._told = _Told(-1, {})
        self._every: tuple[int, tuple[Role, ...]] = (-1, ())
        self._earlier: dict[tuple[str, str], Role] = {}

    def get(self, role: str) -> Role | None:
        """The role with this id, at its present version; raises BriefUnreadable."""
        with self._database.reading() as connection:
            told = self._told_now(connection)
            key = connection.execute(_keys().where(roles.c.id == clean(role))).one_or_none()
        found = self._role((key.id, key.version, key.source)) if key else None
        return told.informed(found) if found else None

    def all(self) -> tuple[Role, ...]:
        """Every role, by title; one whose brief can no longer be read is left out and logged."""
        with self._database.reading() as connection:
            told = self._told_now(connection)
            if self._every[0] == told.stamp:
                return self._every[1]
            keys = connection.execute(_keys()).all()
        found = [self._readable((key.id, key.version, key.source)) for key in keys]
        known = [told.informed(role) for role in found if role]
        every = tuple(sorted(known, key=lambda role: (role.title.casefold(), role.id)))
        self._every = (told.stamp, every)
        return every

    def at(self, role: str, version: str) -> Role | None:
        """The role as its brief's version `version` gave it; None where that cannot be read now."""
        key = (role, version)
        if key not in self._earlier:
            query = select(briefs.c.source, briefs.c.markdown).where(
                briefs.c.role == clean(role), briefs.c.version == version
            )
            with self._database.reading() as connection:
                kept = connection.execute(query).one_or_none()
            if kept is None:
                return None
            try:
                self._earlier[key] = self._parse(role, kept.source, kept.markdown)
            except BriefUnreadable:
                return None
        return self._earlier[key]

    def put(self, role: str, source: str, markdown: str, at: datetime) -> Role:
        """Add a role, or give it a new brief; raises BriefUnreadable, and changes nothing then."""
        written = clean(markdown)
        parsed = self._parse(role, source, written)
        with self._database.writing() as connection:
            _write(connection, role, _values(parsed, written, at))
        return parsed

    def remove(self, role: str, at: datetime) -> bool:
        """Hide a role; False where there is none."""
        with self._database.writing() as connection:
            shown = (roles.c.id == role) & roles.c.removed_at.is_(None)
            gone = connection.execute(update(roles).where(shown).values(removed_at=at)).rowcount > 0
            grow(connection, ROLES)
        return gone

    def removed(self, role: str) -> bool:
        """Whether there was a role with this id that was taken out."""
        with self._database.reading() as connection:
            found = connection.scalar(select(roles.c.removed_at).where(roles.c.id == clean(role)))
        return found is not None

    def markdown(self, role: str) -> str | None:
        """The brief's text; None where there is no such role."""
        with self._database.reading() as connection:
            shown = (roles.c.id == role) & roles.c.removed_at.is_(None)
            return connection.execute(select(roles.c.markdown).where(shown)).scalar()

    def _told_now(self, connection: Connection) -> "_Told":
        """The team's answers, read again only where briefs or answers changed."""
        current = stamp(connection, ROLES)
        told = self._told
        if told.stamp != current:
            told = self._told = told.after(current, published(connection))
        return told

    def _readable(self, key: _Key) -> Role | None:
        try:
            return self._role(key)
        except BriefUnreadable as error:
            _log.warning("role %s is left out: %s", key[0], error)
            return None

    def _role(self, key: _Key) -> Role | None:
        known = self._read.get(key[0])
        if known and known[0] == key:
            return known[1]
        markdown = self.markdown(key[0])
        if markdown is None:
            return None
        role = self._parse(key[0], key[2], markdown)
        self._read[key[0]] = ((key[0], role.version, key[2]), role)
        return role


def _keys() -> Select[str, str, str]:
    return select(roles.c.id, roles.c.version, roles.c.source).where(roles.c.removed_at.is_(None))


def take_brief(connection: Connection, change: TakeBrief) -> None:
    """Give a role its brief; raises LostRace where it has another one than was read."""
    role = change.role
    shown = (roles.c.id == role.id) & roles.c.removed_at.is_(None)
    if (connection.scalar(select(roles.c.version).where(shown)) or "") != change.before:
        raise LostRace(f"Role {role.id} got another brief.")
    _write(connection, role.id, _values(role, change.draft.markdown, change.at))


def _values(role: Role, markdown: str, at: datetime) -> dict[str, object]:
    return {
        "title": role.title,
        "source": role.source,
        "version": role.version,
        "markdown": markdown,
        "added_at": at,
        "removed_at": None,
    }


def _write(connection: Connection, role: str, values: dict[str, object]) -> None:
    changed = connection.execute(update(roles).where(roles.c.id == role).values(values))
    if not changed.rowcount:
        connection.execute(insert(roles).values(id=role, **values))
    _keep_brief(connection, role, values)
    grow(connection, ROLES)


def _keep_brief(connection: Connection, role: str, values: dict[str, object]) -> None:
    """Keep this version of the brief, unless it is kept already."""
    kept = {name: values[name] for name in ("version", "source", "markdown", "added_at")}
    # Whoever keeps the same version in the same moment has kept it for us too.
    with suppress(IntegrityError), connection.begin_nested():
        connection.execute(insert(briefs).values(role=role, **kept))
