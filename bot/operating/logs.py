"""What the program logs: one line for each event, with the turn's id and nobody's words.

An error is logged as its kind and place: its text could be a candidate's (a database's error
repeats what it was to keep). Of other people's packages only the place of a warning is told, for
the same reason; a web server's own warnings name no message.
"""

import logging
import sys
from collections.abc import MutableMapping
from enum import StrEnum
from typing import Any, TextIO

import structlog

from bot.turns.trouble import where

OURS = ("bot", "retrieval", "uvicorn")
"""The loggers whose words are known to hold nothing that a person wrote."""
LEFT_OUT = "a warning of a package; its words are left out"


class Form(StrEnum):
    """How a line is written."""

    JSON = "json"
    PLAIN = "plain"


Event = MutableMapping[str, Any]


def start_logging(form: Form, to: TextIO | None = None) -> None:
    """Log to `to` (standard error) from now on: our own lines from INFO up, others' warnings."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _without_words,
        _place_of_error,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    drawn: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form is Form.JSON
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    handler = logging.StreamHandler(to or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, drawn],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("bot").setLevel(logging.INFO)


def _without_words(_: Any, __: str, event: Event) -> Event:
    """Leave out what a package of somebody else's says."""
    if str(event["logger"]).partition(".")[0] in OURS:
        return event
    record = event.get("_record")
    event["event"] = LEFT_OUT
    if record is not None:
        event["at"] = f"{record.filename}:{record.lineno}"
        # Read by nobody after this; another handler's formatter must not bring the words back.
        event.pop("positional_args", None)
    return event


def _place_of_error(_: Any, __: str, event: Event) -> Event:
    """An error's kind and the calls that led to it, in the place of its text."""
    told = event.pop("exc_info", None)
    error = told[1] if isinstance(told, tuple) else told
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event["error"] = where(error)
    return event
