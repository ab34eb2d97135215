"""What is asked of the journal's tables directly, where DBOS has no quick question for it."""

import json
from typing import Any

from bot.turns import place

LANE, POSITION = "lane", "position"
"""What is noted beside each piece of work: its lane, and its place among its program's own."""

_EXECUTORS_ON_SERVER = """
SELECT DISTINCT executor_id FROM dbos.workflow_status WHERE status = 'PENDING'
"""
_EXECUTORS_IN_FILE = "SELECT DISTINCT executor_id FROM workflow_status WHERE status = 'PENDING'"
_BEFORE_ON_SERVER = """
SELECT other.workflow_uuid
FROM dbos.workflow_status AS other
JOIN dbos.workflow_status AS this ON this.workflow_uuid = %(name)s
WHERE other.attributes @> %(lane)s::jsonb AND other.status IN ('PENDING', 'ENQUEUED', 'DELAYED')
  AND (other.created_at, (other.attributes ->> 'position')::bigint, other.workflow_uuid)
    < (this.created_at, (this.attributes ->> 'position')::bigint, this.workflow_uuid)
"""
"""By the server's clock when the writing began, so what was written down when another piece came
in is before it; in one thousandth of a second, by the place its program gave it."""
_BEFORE_IN_FILE = """
SELECT workflow_uuid FROM workflow_status
WHERE rowid < (SELECT rowid FROM workflow_status WHERE workflow_uuid = :name)
  AND status IN ('PENDING', 'ENQUEUED', 'DELAYED') AND json_extract(attributes, '$.lane') = :lane
"""
"""By the order of writing: a file has one writer at a time."""


class Asking:
    """Questions to the journal's database at `url`, over DBOS' own connections (its `engine`).

    They raise what the database's driver raises.
    """

    def __init__(self, url: str, engine: Any) -> None:
        self._in_file = place.file_of(url) is not None
        self._engine = engine

    def before(self, lane: str, name: str) -> frozenset[str]:
        """The unfinished work of a lane that was written down before this piece."""
        if self._in_file:
            return self._column(_BEFORE_IN_FILE, {"lane": lane, "name": name})
        wanted = json.dumps({LANE: lane})
        return self._column(_BEFORE_ON_SERVER, {"lane": wanted, "name": name})

    def executors(self) -> frozenset[str]:
        """The names of the programs that have unfinished work."""
        return self._column(_EXECUTORS_IN_FILE if self._in_file else _EXECUTORS_ON_SERVER, {})

    def _column(self, query: str, values: dict[str, str]) -> frozenset[str]:
        with self._engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            return frozenset(row[0] or "" for row in connection.exec_driver_sql(query, values))
