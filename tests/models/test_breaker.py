"""The rest after failures, told by the clock alone."""

from bot.models.breaker import FAILURES, REST_SECONDS, Breaker

from .conftest import Clock


def test_after_a_rest_one_call_tries_it_and_the_others_wait(clock: Clock) -> None:
    breaker = Breaker(clock)
    assert [breaker.failed() for _ in range(FAILURES)] == [False] * (FAILURES - 1) + [True]
    assert not breaker.allows()
    clock.now += REST_SECONDS
    assert [breaker.allows() for _ in range(3)] == [True, False, False]
    clock.now += REST_SECONDS
    assert breaker.allows(), "a try whose end nobody heard of does not close it for ever"
    breaker.succeeded()
    assert [breaker.allows() for _ in range(3)] == [True] * 3
