"""The application behind a real server: real sockets, real logs, a real long body."""

import http.client
import logging
from urllib.parse import urlsplit

import pytest

from bot.channels.web import words
from tests.loopback import running

from .clients import words_of
from .fakes import World
from .sample import TOKEN


def _asked(
    base: str, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> tuple[int, str]:
    address = urlsplit(base)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)
    try:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def test_a_visit_over_a_real_connection() -> None:
    with running(World(loopback=True).app()) as base:
        status, html = _asked(base, "GET", "/")
        assert (status, "Which role" in words_of(html)) == (200, True)
        assert _asked(base, "GET", "/", headers={"Host": "evil.example"})[0] == 403


def test_a_long_body_is_read_away_so_that_the_reason_arrives() -> None:
    with running(World().app()) as base:
        body = b"text=" + b"a" * (6 * 1024 * 1024)
        status, html = _asked(base, "POST", f"/c/{TOKEN}", body)
        assert status == 413
        assert words.TOO_LONG in words_of(html)


def test_the_link_is_in_no_log_even_when_something_fails(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    world = World()
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    with caplog.at_level(logging.DEBUG), running(world.app()) as base:
        assert _asked(base, "GET", f"/c/{TOKEN}")[0] == 200
        world.turns.failing = RuntimeError("storage is down")
        assert _asked(base, "POST", f"/c/{TOKEN}", b"text=hello", form)[0] == 500
        assert _asked(base, "GET", f"/c/{TOKEN}/")[0] in (307, 404)
    output = "".join(capfd.readouterr()) + caplog.text
    assert "storage is down" in output
    assert TOKEN not in output
