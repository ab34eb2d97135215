"""Routes are read from a setting, and waits grow as they should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.turns.patience import USUAL, Patience
from bot.turns.routing import RoutesUnreadable, read_routes

PLACES = {"slack": "channel", "teams": "conversation"}


def test_a_role_goes_to_its_own_routes_and_all_others_to_the_star() -> None:
    routes = read_routes(
        "lamp-keeper=slack:C0123; lamp-keeper = teams:19:abc@thread.tacv2 ;; *=slack:C9\n", PLACES
    )
    assert routes("lamp-keeper") == (
        ("slack", {"channel": "C0123"}),
        ("teams", {"conversation": "19:abc@thread.tacv2"}),
    )
    assert routes("another") == (("slack", {"channel": "C9"}),)


def test_the_page_needs_no_sending_and_a_route_counts_once() -> None:
    assert read_routes("", PLACES)("any") == ()
    assert read_routes("*=web", PLACES)("any") == ()
    both = read_routes("a=web; a=slack:C1; a=slack:C1; *=slack:C2", PLACES)
    assert both("a") == (("slack", {"channel": "C1"}),)
    assert read_routes("a=web; *=slack:C2", PLACES)("a") == ()


@pytest.mark.parametrize(
    ("setting", "entry", "why"),
    [
        ("slack:C1", "slack:C1", "it has no “=”"),
        ("*=web; =slack:C1", "=slack:C1", "no role stands before the “=”"),
        ("a=irc:#x", "a=irc:#x", "there is no channel “irc” (there is: slack, teams, web)"),
        ("a=slack:", "a=slack:", "it does not say where in slack"),
        ("a=slack", "a=slack", "it does not say where in slack"),
        ("a=", "a=", "there is no channel “” (there is: slack, teams, web)"),
    ],
)
def test_a_mistake_is_named_with_its_entry(setting: str, entry: str, why: str) -> None:
    with pytest.raises(RoutesUnreadable) as raised:
        read_routes(setting, PLACES)
    assert (raised.value.entry, raised.value.why) == (entry, why)
    assert "Write ROLE=CHANNEL:PLACE" in str(raised.value)


@given(st.integers(1, 10_000), st.floats(0, 1e9), st.floats(0, 1))
def test_waits_stay_in_bounds(tried: int, after: float, chance: float) -> None:
    wait = USUAL.wait(tried, after, chance)
    assert USUAL.first / 2 <= wait <= USUAL.asked
    assert wait >= min(after, USUAL.asked)


def test_waits_double_and_last_about_a_quarter_of_an_hour() -> None:
    patience = Patience(first=1, longest=60)
    assert [patience.wait(tried, 0, 1) for tried in range(1, 9)] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert patience.wait(1, 30, 0) == 30
    assert 10 * 60 < sum(USUAL.wait(tried, 0, 0.5) for tried in range(1, USUAL.tries)) < 15 * 60
