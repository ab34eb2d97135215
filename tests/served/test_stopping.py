"""A program that is asked to end finishes what it has in hand, loses nothing, and is quick."""

import signal
import time

import pytest

from tests.served.conftest import Deployment, on_sqlite
from tests.served.counting import INVITE, counted
from tests.served.load import Orders
from tests.served.programs import came_of, load, served
from tests.turns.world import soon

pytestmark = pytest.mark.programs


def test_nothing_is_lost_where_it_stops_under_load(deployment: Deployment) -> None:
    program = deployment.program()
    with served(program):
        with load(Orders((program.address,), 0, 40, 40, 90, INVITE, chats=8)) as given:
            soon(lambda: len(deployment.platform.posted) >= 5, 20)
            begun = time.monotonic()
            assert program.stop() == 0
            assert time.monotonic() - begun < 15
            # The platform sends again what was refused, as long as it is refused.
            program.start()
            events = [each["event"] for each in came_of(given, 90)["acknowledged"]]
        assert len(events) == 40
        soon(lambda: len(deployment.platform.posted) >= 40, 20)
        store = deployment.store()
        found = counted(store, deployment.platform, events)
        assert found.clean, found
        store.close()


@on_sqlite
def test_while_it_stops_it_says_so_and_takes_nothing(deployment: Deployment) -> None:
    program = deployment.program(ROLECALL_STOP_SECONDS="4")
    with served(program):
        program.wait_for("/readyz")
        deployment.platform.hang = 3.0
        order = Orders((program.address,), 0, 1, 0, 20, INVITE, chats=1)
        with load(order) as given:
            assert len(came_of(given, 30)["acknowledged"]) == 1
        soon(lambda: deployment.platform.hanging > 0)
        assert program.process is not None
        program.process.send_signal(signal.SIGTERM)
        said = program.wait_for("/readyz", 503)
        assert "starting or stopping" in said
        status, page = program.asked("/", b"text=hello")
        assert status == 503
        assert "Please send it again in a moment" in page
        assert program.process.wait(20) == 0
    # The turn in hand was finished before the end.
    assert list(deployment.platform.posted.values()) == [1]


@on_sqlite
def test_it_ends_in_time_whatever_hangs(deployment: Deployment) -> None:
    program = deployment.program(ROLECALL_STOP_SECONDS="1")
    with served(program):
        program.wait_for("/readyz")
        deployment.platform.hang = 60.0
        order = Orders((program.address,), 0, 1, 0, 20, INVITE, chats=1)
        with load(order) as given:
            came_of(given, 30)
        soon(lambda: deployment.platform.hanging > 0)
        begun = time.monotonic()
        program.stop()
        assert time.monotonic() - begun < 8
    # What was in hand goes on at the next start.
    deployment.platform.hang = 0
    with served(program):
        soon(lambda: deployment.platform.posted["slack:Ev0#0"] >= 1, 30)
