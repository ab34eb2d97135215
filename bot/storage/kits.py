"""The kits that were signed off or used, and who signed them off."""

from contextlib import suppress

from sqlalchemy import Connection, Select, insert, select
from sqlalchemy.exc import IntegrityError

from bot.core.kits import Kit
from bot.ports import Approval, Approve
from bot.storage.codec import kit_from_json, kit_to_json
from bot.storage.database import Database
from bot.storage.tables import approvals, kits


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
