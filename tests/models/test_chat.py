"""The adapter: each failure has its reason, in time, without a word of what was sent."""

import logging
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from langchain_core.tracers.langchain import wait_for_all_tracers
from langsmith.utils import get_env_var, tracing_is_enabled

from bot.models import chat
from bot.models.breaker import FAILURES, REST_SECONDS
from bot.models.chat import AT_ONCE, LangChainModel, ModelSettings
from bot.models.deadline import Deadline, TooMany
from bot.models.failures import ModelNotSetUp, ModelUnavailable, Why, why
from bot.models.prompts import Template

from .conftest import Clock, Scripted
from .misbehaviour import NO_COMPLETION, SECRET
from .openai_server import Behaviour, Fails, Refuses, Says, Script, Silent, Trickles, openai_server

PROMPT = Template("test", "Say hello.").filled({"answer": f"I am {SECRET}."})


def test_a_completion_comes_back_without_space_around_it(scripted: Scripted) -> None:
    model, script = scripted(Says("\n Hello there. \n"))
    assert model.complete(PROMPT) == "Hello there."
    assert model.name == "openai:test"
    (request,) = script.requests
    assert request["path"] == "/v1/chat/completions"
    assert request["temperature"] == 0
    assert [message["role"] for message in request["messages"]] == ["system", "user"]
    assert request["messages"][0]["content"] == "Say hello."
    assert request["messages"][1]["content"] == PROMPT.data


@pytest.mark.parametrize("named", NO_COMPLETION)
def test_each_failure_has_its_reason(named: str, scripted: Scripted) -> None:
    behaviour, expected = NO_COMPLETION[named]
    slow = expected is Why.TIMED_OUT
    model, script = scripted(behaviour, timeout=0.3 if slow else 5.0)
    started = time.monotonic()
    with pytest.raises(ModelUnavailable) as caught:
        model.complete(PROMPT)
    assert caught.value.why is expected, caught.value.kind
    assert time.monotonic() - started < 2.5
    assert len(script.requests) == 1, "it is asked once, and no second time for a better answer"
    assert SECRET not in f"{caught.value} {caught.value.kind}"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_server_that_is_not_there_is_unreachable(clock: Clock) -> None:
    with openai_server(Says("x")) as (address, _):
        pass
    model = LangChainModel(ModelSettings("openai:test", 2.0, 0, address, "k"), clock)
    with pytest.raises(ModelUnavailable) as caught:
        model.complete(PROMPT)
    assert caught.value.why is Why.UNREACHABLE


def test_a_missing_key_is_told_at_the_start() -> None:
    with pytest.raises(ModelNotSetUp, match="its key is missing"):
        LangChainModel(ModelSettings("openai:test"))


def test_a_retry_shares_the_time_of_the_call(scripted: Scripted) -> None:
    model, script = scripted(Fails(500), Says("Hello."), timeout=8.0, max_retries=1)
    assert model.complete(PROMPT) == "Hello."
    assert len(script.requests) == 2
    slow, _ = scripted(Trickles(), timeout=0.3, max_retries=1)
    started = time.monotonic()
    with pytest.raises(ModelUnavailable):
        slow.complete(PROMPT)
    assert time.monotonic() - started < 2.0


def test_after_three_failures_the_model_is_left_alone_for_a_minute(
    scripted: Scripted, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    model, script = scripted(*[Fails(500)] * (FAILURES + 1), Says("Back."))
    reasons = [_reason(model) for _ in range(FAILURES + 2)]
    assert reasons == [Why.FAILED] * FAILURES + [Why.RESTING] * 2
    assert len(script.requests) == FAILURES
    clock.now += REST_SECONDS - 0.1
    assert _reason(model) is Why.RESTING
    clock.now += 0.2
    assert _reason(model) is Why.FAILED, "after the minute it is tried once"
    assert _reason(model) is Why.RESTING, "and rests again"
    clock.now += REST_SECONDS
    assert model.complete(PROMPT) == "Back."
    assert model.complete(PROMPT) == "Back."
    assert "left alone" in caplog.text


def test_failures_that_are_not_in_a_row_do_not_count(scripted: Scripted) -> None:
    broken: list[Behaviour] = [Fails(500), Fails(500)]
    model, script = scripted(*broken, Says("Hi."), *broken, Refuses(), *broken, Says("Hi."))
    for _ in range(8):
        assert _reason(model) is not Why.RESTING
    assert model.complete(PROMPT) == "Hi."
    assert len(script.requests) == 9


def test_calls_that_were_given_up_are_bounded() -> None:
    """They go on until they end by themselves, however long that takes."""
    deadline, ending = Deadline(0.01, AT_ONCE), threading.Event()
    for _ in range(AT_ONCE):
        with pytest.raises(TimeoutError):
            deadline.within(ending.wait)
    with pytest.raises(TooMany):
        deadline.within(lambda: True)
    ending.set()
    _soon(lambda: _taken(deadline))


def _taken(deadline: Deadline) -> bool:
    """Whether a call finds a place; one that is late had one all the same."""
    try:
        return deadline.within(lambda: True)
    except TimeoutError:
        return True
    except TooMany:
        return False


def test_a_model_with_as_many_calls_as_may_be_says_that_it_is_busy(
    scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chat, "AT_ONCE", 1)
    model, script = scripted(Silent(), timeout=60.0)
    first = threading.Thread(target=_reason, args=(model,))
    first.start()
    _soon(lambda: len(script.requests) == 1)
    assert _reason(model) is Why.BUSY
    script.stopped.set()
    first.join()
    assert len(script.requests) == 1


@pytest.fixture
def tracing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Script]:
    """A tracing service that the environment asks for."""
    with openai_server(Says("x")) as (address, script):
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", address)
        monkeypatch.setenv("LANGSMITH_API_KEY", "k")
        get_env_var.cache_clear()  # type: ignore[attr-defined]
        yield script
        get_env_var.cache_clear()  # type: ignore[attr-defined]


def test_nothing_goes_to_a_tracing_service(scripted: Scripted, tracing: Script) -> None:
    assert tracing_is_enabled(), "without the adapter's own care it would be on"
    model, _ = scripted(Says("Hello."))
    assert model.complete(PROMPT) == "Hello."
    wait_for_all_tracers()
    time.sleep(0.2)
    assert tracing.connections == 0


def test_no_log_holds_what_was_sent(scripted: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        model, _ = scripted(Fails(400))
        for _ in range(FAILURES):
            _reason(model)
    assert caplog.records
    assert SECRET not in caplog.text


def test_the_key_is_not_in_what_is_printed() -> None:
    assert "sk-1" not in repr(ModelSettings("openai:test", api_key="sk-1"))


@pytest.mark.parametrize("name", ["", "nonsense", "openai:", "nowhere:model", "anthropic:model"])
def test_an_unknown_model_is_told_at_the_start(name: str) -> None:
    with pytest.raises(ModelNotSetUp, match="works without a model"):
        LangChainModel(ModelSettings(name, api_key="k"))


def test_more_than_one_retry_is_not_taken() -> None:
    with pytest.raises(ModelNotSetUp, match="once at most"):
        LangChainModel(ModelSettings("openai:test", max_retries=2, api_key="k"))


class _Status(Exception):
    def __init__(self, status_code: int) -> None:
        super().__init__("an error of another vendor")
        self.status_code = status_code


class ConnectTimeout(Exception):
    """Named as HTTP clients name theirs."""


class ConnectError(Exception):
    """Named as HTTP clients name theirs."""


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (_Status(401), Why.KEY),
        (_Status(404), Why.NOT_FOUND),
        (_Status(408), Why.TIMED_OUT),
        (_Status(422), Why.NOT_TAKEN),
        (_Status(429), Why.RATE_LIMITED),
        (_Status(503), Why.FAILED),
        (_Status(504), Why.TIMED_OUT),
        (_Status(200), Why.FAILED),
        (TimeoutError(), Why.TIMED_OUT),
        (ConnectionResetError(), Why.UNREACHABLE),
        (ConnectTimeout(), Why.TIMED_OUT),
        (ConnectError(), Why.UNREACHABLE),
        (KeyError("choices"), Why.UNREADABLE),
        (RuntimeError("?"), Why.FAILED),
    ],
)
def test_errors_of_any_vendor_are_told_apart(error: Exception, expected: Why) -> None:
    assert why(error) is expected


def _reason(model: LangChainModel) -> Why | None:
    try:
        model.complete(PROMPT)
    except ModelUnavailable as error:
        return error.why
    return None


def _soon(true: Callable[[], bool]) -> None:
    """Wait until something is true, as long as a busy machine may need."""
    until = time.monotonic() + 30
    while not true():
        assert time.monotonic() < until, "it did not come true"
        time.sleep(0.005)
