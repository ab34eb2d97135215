"""Logs: a line for each event, with the turn's id, and none of anybody's words."""

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog

from bot.operating.logs import LEFT_OUT, Form, start_logging

WORDS = "I mended the zephyr-lamp at Farflung Rock"


@contextmanager
def logged(form: Form = Form.JSON) -> Iterator[io.StringIO]:
    """Where the lines go meanwhile; everything is as before afterwards."""
    root = logging.getLogger()
    before, level, ours = list(root.handlers), root.level, logging.getLogger("bot").level
    written = io.StringIO()
    start_logging(form, written)
    try:
        yield written
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        logging.getLogger("bot").setLevel(ours)
        structlog.reset_defaults()


def lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def failing() -> None:
    raise ValueError(WORDS)


def test_a_line_has_the_turns_id_whoever_logs_it() -> None:
    with logged() as written:
        with structlog.contextvars.bound_contextvars(turn="Ev1"):
            structlog.get_logger("bot.operating").info("turn", ms=3.5)
            logging.getLogger("bot.turns").warning("%s is tried again", "Ev1")
        logging.getLogger("bot.turns").info("started")
    first, second, third = lines(written)
    assert (first["event"], first["turn"], first["ms"]) == ("turn", "Ev1", 3.5)
    assert (second["event"], second["turn"]) == ("Ev1 is tried again", "Ev1")
    assert "turn" not in third
    assert all(line["timestamp"].endswith("Z") for line in lines(written))


def test_an_error_is_its_kind_and_place_without_its_words() -> None:
    with logged() as written:
        for log in (logging.getLogger("bot.channels"), structlog.get_logger("bot.channels")):
            try:
                failing()
            except ValueError as error:
                log.exception("not handled")
                log.error("not taken in", exc_info=error)
    assert len(lines(written)) == 4
    for line in lines(written):
        assert line["error"].startswith("ValueError < test_logs.py:")
    assert "zephyr" not in written.getvalue()


def test_what_other_packages_say_is_left_out_but_for_its_place() -> None:
    with logged() as written:
        logging.getLogger("sqlalchemy.engine").warning("INSERT %s", WORDS)
        logging.getLogger("dbos").error(WORDS, exc_info=ValueError(WORDS))
        logging.getLogger("httpx").info(WORDS)
    assert [line["event"] for line in lines(written)] == [LEFT_OUT, LEFT_OUT]
    assert all(line["at"].startswith("test_logs.py:") for line in lines(written))
    assert "zephyr" not in written.getvalue()


def test_a_plain_line_says_the_same() -> None:
    with logged(Form.PLAIN) as written:
        try:
            failing()
        except ValueError:
            logging.getLogger("bot.turns").exception("not handled")
    assert "not handled" in written.getvalue()
    assert "ValueError < test_logs.py" in written.getvalue()
    assert "zephyr" not in written.getvalue()
