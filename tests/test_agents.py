"""The tool for other agents, called as LangChain calls it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from langchain_core.messages import ToolMessage

from bot.agents import ask_role
from bot.assembly.assemble import App, assemble, now
from bot.core.roles import Audience
from bot.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent
BRIEF = """# Lighthouse Keeper

## Pay
- The salary is 31,400 euros a year.

## Required
- Repairing lamps and lenses

## Hiring Signals
- Speaks of storms without boasting
"""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home = tmp_path_factory.mktemp("agents")
    url = f"sqlite:///{home / 'rolecall.db'}"
    made = assemble(read_settings(home=home, database_url=url, seeds=home / "seeds", model=""))
    made.store.roles.put("lighthouse-keeper", "lighthouse.md", BRIEF, now())
    yield made
    made.close()


def called(app: App, audience: Audience = Audience.CANDIDATE, **words: str) -> ToolMessage:
    """The message that a model's call of the tool gives."""
    call = {"name": "ask_role", "args": words, "id": "call-1", "type": "tool_call"}
    message = ask_role(app.ports, audience).invoke(call)
    assert isinstance(message, ToolMessage)
    return message


def test_a_call_gives_the_cited_answer(app: App) -> None:
    message = called(app, question="What does it pay?", role="Lighthouse Keeper")
    assert message.status == "success"
    assert "31,400 euros" in str(message.content)
    assert "Pay, line 4" in str(message.content)
    assert message.artifact["role"] == "lighthouse-keeper"
    assert message.artifact["answered"] is True
    assert message.artifact["citations"] == [
        {"section": "Pay", "line": 4, "quote": "The salary is 31,400 euros a year."}
    ]


def test_the_only_role_need_not_be_named(app: App) -> None:
    assert called(app, question="Is COBOL required?").artifact["reason"] == "not in the brief"


def test_the_teams_lines_are_for_a_tool_made_for_the_team(app: App) -> None:
    question = "What are the hiring signals?"
    for_candidate = called(app, question=question)
    assert "boasting" not in f"{for_candidate}"
    assert for_candidate.artifact["reason"] == "for the hiring team"
    assert "boasting" in f"{called(app, Audience.TEAM, question=question).content}"


def test_a_role_that_is_not_there_is_the_tools_error(app: App) -> None:
    message = called(app, question="What does it pay?", role="admiral")
    assert message.status == "error"
    assert "lighthouse-keeper" in str(message.content)


def test_the_tool_says_what_it_takes(app: App) -> None:
    schema = ask_role(app.ports).tool_call_schema.model_json_schema()  # type: ignore[union-attr]
    assert set(schema["properties"]) == {"question", "role"}
    assert schema["required"] == ["question"]


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_the_example_in_the_documents_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "agents.md").read_text("utf-8")
    code, says = re.findall(r"```(?:python|text)\n(.*?)```", page, re.DOTALL)
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path))
    monkeypatch.setenv("ROLECALL_SEEDS", str(ROOT / "seeds"))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'r.db'}")
    for name in ("ROLECALL_MODEL", "ROLECALL_CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    names: dict[str, App] = {}
    exec(code, names)  # the page's own
    names["app"].close()
    assert capsys.readouterr().out == says
