"""H7: a role's posts go to all of its channels, each once."""

import pytest

from bot.ports.delivery import PLACES
from bot.turns.routing import RoutesUnreadable, one_role, read_routes


def test_a_role_has_several_channels() -> None:
    setting = "keeper=slack:C1, slack:C2, teams:19:x@thread.tacv2, slack:C1; keeper=slack:C3; *=web"
    assert read_routes(setting, PLACES)("keeper") == (
        ("slack", {"channel": "C1"}),
        ("slack", {"channel": "C2"}),
        ("teams", {"conversation": "19:x@thread.tacv2"}),
        ("slack", {"channel": "C3"}),
    )
    assert read_routes(setting, PLACES)("nurse") == ()


def test_a_channel_still_tells_its_one_role() -> None:
    setting = "keeper=slack:C1, slack:C2; nurse=slack:C2, slack:C3"
    assert one_role(setting, PLACES, "slack") == {"C1": "keeper", "C3": "nurse"}


@pytest.mark.parametrize("setting", ["keeper=slack:C1,", "keeper=slack:C1, C2", "keeper=, web"])
def test_a_place_that_is_none_is_named(setting: str) -> None:
    with pytest.raises(RoutesUnreadable, match="keeper="):
        read_routes(setting, PLACES)
