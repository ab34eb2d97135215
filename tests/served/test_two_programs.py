"""Two programs on one database: one effect, one truth, and each takes up what the other left."""

import json
from dataclasses import replace

import pytest

from tests.served.conftest import Deployment, on_postgresql
from tests.served.counting import INVITE, counted
from tests.served.load import Orders
from tests.served.programs import BRIEF, ROLE, came_of, command, load, served
from tests.turns.world import soon

pytestmark = pytest.mark.programs


def orders(*bots: str, count: int = 30, deliveries: int = 5) -> Orders:
    return Orders(bots, 0, count, 0, 60, INVITE, chats=10, deliveries=deliveries)


@on_postgresql
def test_events_delivered_again_in_any_order_to_two_programs_have_one_effect(
    deployment: Deployment,
) -> None:
    one, two = deployment.program("one"), deployment.program("two")
    with served(one, two):
        with load(orders(one.address, two.address)) as given:
            came = came_of(given, 90)
        events = {each["event"] for each in came["acknowledged"]}
        assert len(came["acknowledged"]) > len(events) == 30, "some came more than once"
        soon(lambda: len(deployment.platform.posted) >= 30, 20)
        store = deployment.store()
        found = counted(store, deployment.platform, events)
        assert found.clean, found
        store.close()


@on_postgresql
def test_a_brief_changed_by_one_program_is_answered_from_by_all(deployment: Deployment) -> None:
    one, two = deployment.program("one"), deployment.program("two")
    asked = f"/?role={ROLE}"
    with served(one, two):
        for program in (one, two):
            page = program.asked(asked, b"text=What+does+it+pay%3F")
            assert "31,400 euros" in page[1], page
        new = deployment.home / "new.md"
        new.write_text(BRIEF.replace("31,400", "36,200"), "utf-8")
        done = command(deployment.home, deployment.settings, "roles", "add", str(new), "--id", ROLE)
        assert done.returncode == 0, done.stderr
        for program in (two, one):
            page = program.asked(asked, b"text=So+what+does+it+pay+now%3F")
            assert "36,200 euros" in page[1]


@on_postgresql
def test_what_a_killed_program_left_is_finished_by_the_other(deployment: Deployment) -> None:
    one, two = deployment.program("one"), deployment.program("two")
    with served(one, two):
        # While the platform is down, replies wait: each turn is unfinished when the kill comes.
        deployment.platform.down = True
        with load(orders(one.address, count=10, deliveries=1)) as given:
            events = [each["event"] for each in came_of(given, 60)["acknowledged"]]
        assert len(events) == 10
        assert not deployment.platform.posted
        one.kill()
        deployment.platform.down = False
        soon(lambda: len(deployment.platform.posted) >= 10, 40)
        store = deployment.store()
        found = counted(store, deployment.platform, events)
        assert found.clean, found
        store.close()
    assert "which ended, go on here" in two.log.read_text()


@on_postgresql
@pytest.mark.parametrize("ends", [False, True], ids=["goes on", "is killed"])
def test_one_chats_messages_are_answered_in_their_order_by_whichever_program(
    deployment: Deployment, ends: bool
) -> None:
    one, two = deployment.program("one"), deployment.program("two")
    with served(one, two):
        # The first waits for the platform in one program while the other is given the next two.
        deployment.platform.down = True
        for number, program in enumerate((one, two, two)):
            given = replace(orders(program.address, count=1, deliveries=1), first=number, chats=1)
            with load(given) as sending:
                assert came_of(sending, 30)["acknowledged"]
        if ends:
            one.kill()
        deployment.platform.down = False
        soon(lambda: len(deployment.platform.posted) >= 3, 40)
        times = [deployment.platform.at[f"slack:Ev{number}#0"] for number in range(3)]
        assert times == sorted(times)
        store = deployment.store()
        opened = [store.people.name(entry.id) for entry in store.screenings.entries()]
        assert opened == [f"Example-Person-{number}" for number in range(3)]
        store.close()


def test_two_programs_that_start_at_once_take_names_of_their_own(deployment: Deployment) -> None:
    seeds = deployment.home / "seeds"
    seeds.mkdir()
    (seeds / "buoy-tender.md").write_text(BRIEF.replace("Lamp Keeper", "Buoy Tender"), "utf-8")
    one, two = (deployment.program(name, ROLECALL_SEEDS=str(seeds)) for name in ("one", "two"))
    with served(one, two):
        for program in (one, two):
            # Not the index: beside SQLite its files are one program's alone.
            parts = json.loads(program.asked("/readyz")[1])["parts"]
            assert parts["turns"] == parts["database"] == "ok"
        assert {one.name, two.name} == {"rolecall-1", "rolecall-2"}
    three = deployment.program("three", ROLECALL_PROGRAM="north")
    with served(three):
        assert three.name == "north"
