"""The kits that were signed off, edited or used, who signed them off, and who edited them."""

from contextlib import suppress
from typing import Any

from sqlalchemy import Column, Connection, Select, func, insert, select
from sqlalchemy.exc import IntegrityError

from bot.core.errors import LostRace
from bot.core.kits.edits import NO_EDITS, Edits
from bot.core.kits.kit import Kit
from bot.ports import Approval, Approve, EditKit, KitEdit
from bot.storage.codec import edits_from_json, edits_to_json, kit_from_json, kit_to_json
from bot.storage.database import Database
from bot.storage.tables import approvals, kit_edits, kits


class StoredKits:
    """The kits, by role and version."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, role: str, version: str) -> Kit | None:
        """The kit with this version; raises Unreadable."""
        with self._database.reading() as connection:
            body = connection.execute(_body(role, version)).scalar()
        return None if body is None else kit_from_json(body)

    def approved(self, role: str) -> Approval | None:
        """The newest sign-off for a role."""
        query = (
            select(approvals)
            .where(approvals.c.role == role)
            .order_by(approvals.c.number.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return Approval(row.role, row.version, row.by, row.at, row.name) if row else None

    def edits(self, role: str) -> Edits:
        """What was written over the role's kit and is in force now; raises Unreadable."""
        query = _edits(role, kit_edits.c.body).order_by(kit_edits.c.number.desc()).limit(1)
        with self._database.reading() as connection:
            body = connection.execute(query).scalar()
        return NO_EDITS if body is None else edits_from_json(body)

    def history(self, role: str) -> tuple[KitEdit, ...]:
        """The changes to a role's kit, oldest first."""
        c = kit_edits.c
        query = _edits(role, c.number, c.version, c.what, c.by, c.at, c.name, c.source)
        with self._database.reading() as connection:
            return tuple(KitEdit(*row) for row in connection.execute(query.order_by(c.number)))

    def edit(self, change: EditKit) -> None:
        """Keep a change that comes from a file; raises LostRace."""
        with self._database.writing() as connection:
            edit_kit(connection, change)


def edit_kit(connection: Connection, change: EditKit) -> None:
    """Keep a change to a kit, and the kit that comes of it; raises LostRace."""
    role, c = change.kit.role, kit_edits.c
    known = connection.execute(select(func.count()).where(c.role == role)).scalar()
    if known != change.after:
        raise LostRace(f"The kit of {role} was changed in the meantime.")
    keep_kit(connection, change.kit)
    values = {
        "role": role,
        "number": change.after + 1,
        "version": change.kit.version,
        "body": edits_to_json(change.edits),
        "what": change.what,
        "source": change.source,
    }
    try:
        with connection.begin_nested():
            signed = {"by": change.by, "name": change.name, "at": change.at}
            connection.execute(insert(kit_edits).values({**values, **signed}))
    except IntegrityError as error:
        raise LostRace(f"The kit of {role} was changed in the meantime.") from error


def _edits(role: str, *columns: Column[Any]) -> Select[*tuple[Any, ...]]:
    return select(*columns).where(kit_edits.c.role == role)


def keep_kit(connection: Connection, kit: Kit) -> None:
    """Keep a kit, unless it is kept already."""
    if connection.execute(_body(kit.role, kit.version)).first() is not None:
        return
    values = {"role": kit.role, "version": kit.version, "body": kit_to_json(kit)}
    # Whoever keeps the same kit in the same moment has kept it for us too.
    with suppress(IntegrityError), connection.begin_nested():
        connection.execute(insert(kits).values(values))


def approve(connection: Connection, change: Approve) -> None:
    """Sign a kit off."""
    keep_kit(connection, change.kit)
    version = change.kit.version
    values = {"role": change.kit.role, "version": version, "by": change.by, "at": change.at}
    connection.execute(insert(approvals).values(name=change.name, **values))


def _body(role: str, version: str) -> Select[str]:
    return select(kits.c.body).where((kits.c.role == role) & (kits.c.version == version))
