"""Ready or not: each part by name, with a bound on time, and reasons for those who may know."""

import threading
import time
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.operating.health import KEPT_SECONDS, Health
from bot.operating.meters import Meters
from bot.operating.pages import OperatorPages
from bot.storage.errors import StorageUnavailable


def client(health: Health, peer: str = "127.0.0.1") -> TestClient:
    routes = OperatorPages(health, Meters()).routes()
    return TestClient(Starlette(routes=routes), "http://localhost", client=(peer, 5))


def raising(error: Exception) -> Callable[[], None]:
    def check() -> None:
        raise error

    return check


AWAY = StorageUnavailable("server cannot be reached", "Check that it runs.")


def test_ready_where_every_part_is_well() -> None:
    found = client(Health({"database": lambda: None, "index": lambda: 5})).get("/readyz")
    assert found.status_code == 200
    assert found.json() == {"ready": True, "parts": {"database": "ok", "index": "ok"}}


def test_each_part_says_what_is_wrong_with_it() -> None:
    health = Health({"database": raising(AWAY), "index": raising(KeyError("own words"))})
    found = client(health).get("/readyz")
    assert found.status_code == 503
    parts = found.json()["parts"]
    assert parts["database"] == "The database server cannot be reached. Check that it runs."
    assert parts["index"].startswith("KeyError < ")
    assert "own words" not in found.text


def test_reasons_are_told_on_this_machine_alone() -> None:
    found = client(Health({"database": raising(AWAY)}), "192.0.2.7").get("/readyz")
    assert found.status_code == 503
    assert found.json() == {"ready": False, "parts": {"database": "not ready"}}


def test_a_part_that_hangs_is_named_and_asked_once() -> None:
    free, asked = threading.Event(), []

    def hanging() -> None:
        asked.append(1)
        free.wait(20)

    health = Health({"database": hanging, "index": lambda: None}, seconds=0.1)
    begun = time.monotonic()
    for _ in range(2):
        assert health.said() == {"database": "no answer within 0.1 seconds", "index": "ok"}
        time.sleep(KEPT_SECONDS)
    assert time.monotonic() - begun < 10
    assert len(asked) == 1
    free.set()
    time.sleep(KEPT_SECONDS)
    assert health.said()["database"] == "ok"
    health.close()


def test_many_who_ask_cost_one_question() -> None:
    asked: list[int] = []
    health = Health({"database": lambda: asked.append(1)})
    for _ in range(20):
        health.said()
    assert len(asked) == 1
