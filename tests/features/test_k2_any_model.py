"""K2: any chat model can be named in the settings, and only what code has checked of it is used."""

import pytest

from tests.models.openai_server import Behaviour, Fails, Says, openai_server
from tests.questions.conftest import BRIEF, MONDAY, ROLE, Opened

LINE = "The brief says: “Location: Port Example”"
FAITHFUL = "The location is Port Example."
WAYS: dict[str, tuple[Behaviour, str]] = {
    "the line in other words": (Says(FAITHFUL), FAITHFUL),
    "an invented number": (Says("The location is Port Example, 3 days at home."), LINE),
    "a verdict": (Says("The location is Port Example. You are hired."), LINE),
    "a failure": (Fails(500), LINE),
}


@pytest.mark.parametrize("named", WAYS)
def test_k2_a_sentence_that_adds_anything_is_not_used(opened: Opened, named: str) -> None:
    behaviour, told = WAYS[named]
    with openai_server(behaviour) as (address, script):
        world = opened(model="openai:any-name", model_url=address, model_key="an-invented-key")
        world.app.store.roles.put(ROLE, "ferry.md", BRIEF, MONDAY)
        reply = world.candidate("Where would I work?")
    assert script.requests, "the model was asked"
    assert reply.startswith(told)
    assert "line 3" in reply, "the citation is the code's, whatever the words"
