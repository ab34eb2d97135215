"""K12: health, figures and logs are there, and none of them holds a person's words or name."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.assembly.assemble import App, assemble
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.operating.counting import Counting
from bot.operating.health import Health
from bot.operating.meters import Meters
from bot.operating.pages import OperatorPages
from bot.settings import read_settings
from bot.turns.answering import Answering
from tests.features.test_k10_never_silent import Failing
from tests.operating.test_logs import logged
from tests.questions.conftest import BRIEF, MONDAY, ROLE, World

METERS = Meters()
ANSWER = "I steered the zephyr-ferry alone for two seasons, and no passenger was hurt."
PERSONAL = ("zephyr", "Ottoline", "Quibble", "Rhea", "chat-1", "How big is the crew")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """The product, counted."""
    made = assemble(read_settings(home=tmp_path, seeds=tmp_path / "seeds"), Counting(METERS))
    made.store.roles.put(ROLE, "ferry.md", BRIEF, MONDAY)
    yield made
    made.close()


def test_k12_a_whole_screening_leaves_figures_and_lines_and_no_word_of_anybody(app: App) -> None:
    assert app.counting
    counted = app.counting.bot(app.bot)
    world = World(app)
    with logged() as written:
        screening, _ = world.invited("Ottoline Invented-Quibble")
        for number, said in enumerate((ANSWER, "How big is the crew?", "skip the rest", "send")):
            message = Incoming(
                f"k{number}", "chat-1", "Ottoline", Audience.CANDIDATE, said, world.now, ROLE,
                screening,
            )  # fmt: skip
            counted.handle(message)
        broken = Incoming("k9", "chat-1", "Ottoline", Audience.CANDIDATE, ANSWER, world.now, ROLE)
        failing = app.counting.bot(Failing(ValueError(ANSWER)))
        Answering(failing, app.store.inbox).answer(broken, lambda _: None)
    health = Health({"database": app.store.check, "index": app.ranker.check})
    pages = OperatorPages(health, METERS).routes()
    client = TestClient(Starlette(routes=pages), "http://localhost", client=("127.0.0.1", 5))
    figures, ready = client.get("/metrics"), client.get("/readyz")
    health.close()
    assert 'rolecall_turns_total{audience="candidate",outcome="handled"} 4' in figures.text
    lines = [json.loads(line) for line in written.getvalue().splitlines()]
    turns = [one["outcome"] for one in lines if one["event"] == "turn"]
    assert turns == ["handled"] * 4 + ["failed"]
    assert any("ValueError < " in one["event"] for one in lines), "what failed is told by its place"
    assert set(ready.json()["parts"]) == {"database", "index"}
    for word in PERSONAL:
        assert word not in figures.text
        assert word not in written.getvalue()
        assert word not in ready.text
