"""The servers and models of these tests."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from bot.models.chat import LangChainModel, ModelSettings

from .openai_server import Behaviour, Script, openai_server

Scripted = Callable[..., tuple[LangChainModel, Script]]


class Clock:
    """Seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scripted(clock: Clock) -> Iterator[Scripted]:
    """A real LangChain model whose server follows a script."""
    with ExitStack() as stack:

        def make(
            *behaviours: Behaviour, timeout: float = 5.0, max_retries: int = 0
        ) -> tuple[LangChainModel, Script]:
            address, script = stack.enter_context(openai_server(*behaviours))
            settings = ModelSettings("openai:test", timeout, max_retries, address, "test-key")
            return LangChainModel(settings, clock), script

        yield make


def warnings_in(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged as a warning or worse."""
    return [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
