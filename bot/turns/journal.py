"""The durable journal of work, kept by DBOS: the only file that knows DBOS.

One journal can be open in a process at a time (DBOS is a singleton). Arguments, results and steps
are plain JSON: nothing is pickled. DBOS gets no network, no server port and no console here.
"""

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor, Future
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from threading import local
from typing import TYPE_CHECKING, Any

from bot.turns import place
from bot.turns.asking import LANE, POSITION, Asking

if TYPE_CHECKING:
    from dbos import DBOS, WorkflowStatus

SHAPE = "1"
"""The version of the work's shape: its arguments and the order of its steps.

Work is only taken up again by a program of the same shape, so it changes only with the shape.
"""
RECOVERIES = 20
"""How often work is taken up again; work that brings the program down would do so for ever."""
UNFINISHED = ["PENDING", "ENQUEUED", "DELAYED"]
FINISHED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
RUNNING, BROKEN = "running", "broken"
"""How work stands that has no result: not yet, and never."""


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work: its kind, its lane, its name (never given twice) and what it needs."""

    kind: str
    lane: str
    name: str
    content: str


Body = Callable[[str, str], str]
"""Does the work with this id and argument; gives its result."""
Begin = Callable[[], None]
"""Begins a piece of work in a thread of its own."""


class Journal:
    """Work that is written down before it begins, and taken up again after a crash.

    `url` is the product's own database (see `place`); `executor` names this program among those
    that share it. Two that run at the same time need two names: the one that starts takes up what
    its name left unfinished. Without a connection DBOS waits and tries again, whoever is asking.
    """

    def __init__(self, url: str, executor: str) -> None:
        self._url = place.beside(url)
        self._executor = executor
        self._dbos: type[DBOS] | None = None
        self._begun: dict[str, Callable[[str], str]] = {}
        self._fresh: set[str] = set()
        self._held = local()
        self._asking: Asking | None = None

    def open(self, bodies: Mapping[str, Body]) -> None:
        """Open the journal; unfinished work begins again in threads of its own, in any order.

        Raises NoPlace.
        """
        # Before DBOS is imported: where it finds no handler, it writes to the console itself.
        logging.getLogger("dbos").addHandler(logging.NullHandler())
        from dbos import DBOS, DBOSPortableJSONSerializer

        place.prepare(self._url)
        dbos = DBOS(
            config={
                "name": "rolecall",
                "system_database_url": self._url,
                "application_version": SHAPE,
                "executor_id": self._executor,
                "log_level": "ERROR",
                "serializer": DBOSPortableJSONSerializer(),
                "use_listen_notify": False,
                # Nobody waits for notifications; this is how long closing may take.
                "notification_listener_polling_interval_sec": 0.05,
                "db_engine_kwargs": place.engine_options(self._url),
            }
        )
        self._dbos = DBOS
        self._begun = {kind: self._workflow(kind, body) for kind, body in bodies.items()}
        try:
            DBOS.launch()
        except Exception as error:
            self.close()
            # Without the error's words, which can hold the address with its password.
            why = f"their database cannot be used ({type(error).__name__})"
            raise place.NoPlace(why, "Start its server, or check its address and rights.") from None
        self._asking = Asking(self._url, dbos._sys_db.engine)
        self._hold_back(dbos._executor)

    def begin(self, work: Work, position: int) -> Begin | None:
        """Write work down; what begins it in a thread, or None where the journal knows its name.

        Without that it is begun by the next run. `position` is its place among this program's own.
        """
        from dbos import DBOS, SetWorkflowAttributes, SetWorkflowID, error

        argument = {"lane": work.lane, "position": position, "content": work.content}
        self._fresh.add(work.name)
        self._held.begin = None
        try:
            with (
                SetWorkflowID(work.name, workflow_id_reuse_policy="reject"),
                SetWorkflowAttributes({LANE: work.lane, POSITION: position}),
            ):
                DBOS.start_workflow(self._begun[work.kind], json.dumps(argument))
        except (error.DBOSWorkflowIDInUseError, error.DBOSConflictingWorkflowError):
            self._fresh.discard(work.name)
            return None
        finally:
            begin: Begin | None = self._held.__dict__.pop("begin")
        assert begin, "DBOS starts work through its pool of threads"
        return begin

    def taken_up(self) -> bool:
        """Within work: whether a run that was cut off began it, so that parts may be done already.

        It may also have waited only, where that run ended in order.
        """
        from dbos import DBOS

        return DBOS.workflow_id not in self._fresh

    def step(self, act: Callable[[], str]) -> str:
        """Within work: act once and write the result down; after a crash, the result as written.

        A crash between the act and the writing repeats the act.
        """
        from dbos import DBOS

        return DBOS.run_step({"name": "step"}, act)

    def mine(self) -> frozenset[str]:
        """The names of the unfinished work of this executor."""
        found = self._listed(status=UNFINISHED, executor_id=self._executor)
        return frozenset(one.workflow_id for one in found)

    def before(self, lane: str, name: str) -> frozenset[str]:
        """The unfinished work of a lane, of all programs, written down before this piece."""
        assert self._asking
        return self._asking.before(lane, name)

    def executors(self) -> frozenset[str]:
        """The names of the programs that have unfinished work, this one among them."""
        assert self._asking
        return self._asking.executors()

    def take_over(self, executor: str) -> int:
        """Give the unfinished work of a program that is no more back to those that are alive.

        How much there was. It is begun again, here or in another program, each piece once: DBOS
        gives it back only while it still carries the name of the one that is gone.
        """
        from dbos import DBOS

        return len(DBOS._recover_pending_workflows([executor]))

    def results(self, names: Iterable[str]) -> Mapping[str, str]:
        """The result, RUNNING or BROKEN, of each of these that the journal knows."""
        wanted = list(names)
        found = self._listed(workflow_ids=wanted, load_output=True) if wanted else []
        return {one.workflow_id: _result(one) for one in found}

    def finished(self, kind: str, before: datetime) -> Mapping[str, str]:
        """The result or BROKEN of work of a kind that finished before a moment."""
        found = self._listed(
            name=kind,
            status=FINISHED,
            completed_before=before.isoformat(),
            load_output=True,
        )
        return {one.workflow_id: _result(one) for one in found}

    def forget(self, names: Iterable[str]) -> None:
        """Delete work with all that was written down about it."""
        from dbos import DBOS

        if gone := list(names):
            DBOS.delete_workflows(gone)

    def scour(self) -> None:
        """Take deleted words out of SQLite's files too, as far as other programs let us now.

        SQLite leaves copies behind when it moves rows; the file is small, since finished work does
        not stay. A PostgreSQL server does the like by itself.
        """
        file = place.file_of(self._url)
        if file is None:
            return
        with closing(sqlite3.connect(file, timeout=1, isolation_level=None)) as connection:
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the journal; what is unfinished stays written down."""
        if self._dbos is not None:
            self._dbos.destroy(destroy_registry=True)
            self._dbos = None

    def _hold_back(self, pool: Executor) -> None:
        """DBOS would begin work at once, in a thread that then waits for its lane.

        So what is written down by `begin` is handed back instead; all else it does as ever.
        """
        submit = pool.submit

        def held(act: Callable[..., Any], *given: Any, **named: Any) -> Future[Any]:
            if "begin" not in self._held.__dict__:
                return submit(act, *given, **named)
            self._held.begin = lambda: submit(act, *given, **named) and None
            return Future()

        pool.submit = held  # type: ignore[assignment, method-assign]

    def _workflow(self, kind: str, body: Body) -> Callable[[str], str]:
        from dbos import DBOS

        def work(argument: str) -> str:
            name = DBOS.workflow_id or ""
            try:
                return body(name, argument)
            finally:
                self._fresh.discard(name)

        return DBOS.workflow(name=kind, max_recovery_attempts=RECOVERIES)(work)

    def _listed(self, **wanted: Any) -> "list[WorkflowStatus]":
        from dbos import DBOS

        return DBOS.list_workflows(**{"load_input": False, "load_output": False} | wanted)


def _result(status: "WorkflowStatus") -> str:
    if status.status == "SUCCESS":
        return str(status.output)
    return RUNNING if status.status in UNFINISHED else BROKEN
