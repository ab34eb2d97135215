"""Recruiters choose where a role's fit summaries go, in words, in any channel."""

from dataclasses import replace

import pytest

from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.core.team.hiring_changes import ChooseChannels
from bot.ports.delivery import place_of
from bot.settings.hiring_channels import ChannelsInForce
from tests.recruiting.office import BAKER, KEEPER, NOON, Office, words


def channels(office: Office, setting: str = "") -> ChannelsInForce:
    return ChannelsInForce(setting, office.store.hiring_channels.all)


def test_several_channels_are_chosen_for_a_role_by_its_name(office: Office) -> None:
    said = words(
        office.team(
            "Post fit summaries of Lighthouse Keeper to slack:C0HIRING, #C0LAMPS and teams:"
            "19:abc@thread.tacv2."
        )
    )
    assert "slack:C0HIRING and slack:C0LAMPS and teams:19:abc@thread.tacv2" in said
    assert [route for route, _ in channels(office).routes(KEEPER)] == ["slack", "slack", "teams"]
    assert channels(office).of(BAKER) == ()


def test_the_channel_is_told_that_it_is_one(office: Office) -> None:
    reply = office.team("post summaries to slack:C0HIRING", role=KEEPER)
    (post,) = reply.posts
    assert (post.role, post.conversation) == (KEEPER, "")
    assert "fit summaries and questions about Lighthouse Keeper come here" in words(
        replace(reply, blocks=post.blocks)
    )


def test_here_is_the_channel_where_it_is_said(office: Office) -> None:
    office.team("post fit summaries of Night Baker here", "slack:T0:C0HIRING:1700.1")
    assert channels(office).of(BAKER) == ("slack:C0HIRING",)
    told = words(office.team("post fit summaries of Night Baker here", "slack:T0:D0RIA"))
    assert "no channel that a team reads" in told
    assert channels(office).of(BAKER) == ("slack:C0HIRING",)


def test_a_choice_wins_over_the_settings_until_it_is_reset(office: Office) -> None:
    setting = f"{KEEPER}=slack:C0OLD; *=slack:C0ALL"
    assert channels(office, setting).of(KEEPER) == ("slack:C0OLD",)
    office.team("post fit summaries to the web page only", role=KEEPER)
    assert channels(office, setting).of(KEEPER) == ()
    assert channels(office, setting).of(BAKER) == ("slack:C0ALL",)
    office.team("reset the hiring channel", role=KEEPER)
    assert channels(office, setting).of(KEEPER) == ("slack:C0OLD",)


def test_where_they_go_is_told_with_who_chose(office: Office) -> None:
    office.team("post fit summaries of Night Baker to slack:C0HIRING")
    told = words(office.team("Where do fit summaries go?", "another chat"))
    assert "Night Baker: slack:C0HIRING (chosen by U-ria, 23 November 2026)" in told
    assert "Lighthouse Keeper: the role's channel page on the web only (by the settings)" in told
    one = words(office.team("where are summaries of Night Baker posted?"))
    assert "Lighthouse Keeper:" not in one


@pytest.mark.parametrize("place", ["hiring", "slack:", "D0RIA123", "teams:abc", "C0LAMPS; rm"])
def test_what_is_no_channel_changes_nothing_and_says_how(office: Office, place: str) -> None:
    told = words(office.team(f"post fit summaries to {place}", role=KEEPER))
    assert "post fit summaries of ROLE to slack:C0123" in told
    assert office.store.hiring_channels.all() == ()


def test_somebody_outside_the_team_chooses_nothing(office: Office) -> None:
    office.candidate("post fit summaries of Night Baker to slack:C0HIRING")
    assert office.store.hiring_channels.all() == ()


def test_a_place_of_two_roles_is_about_neither(office: Office) -> None:
    kept = (
        ChooseChannels(KEEPER, ("slack:C0LAMPS", "slack:C0BOTH"), "U-ria", NOON),
        ChooseChannels(BAKER, ("slack:C0BOTH",), "U-ria", NOON),
    )
    roles = ChannelsInForce(f"{KEEPER}=slack:C0OLD; c=slack:C0SEA", lambda: kept).roles_of("slack")
    assert dict(roles) == {"C0LAMPS": KEEPER, "C0SEA": "c"}


def test_a_chat_says_where_it_is_held() -> None:
    chats = ("slack:T0:C0A:17.1", "teams:19:x@thread.tacv2;messageid=1", "web:1", "team")
    assert list(map(place_of, chats)) == ["slack:C0A", "teams:19:x@thread.tacv2", "", ""]


def test_the_same_choice_twice_is_one(office: Office) -> None:
    message = Incoming("m-x", "team", "U-ria", Audience.TEAM, "", NOON, role=KEEPER)
    for number in ("1", "2"):
        said = replace(message, id=number, text="post summaries to C0HIRING")
        office.bot.handle(said)
    assert [one.places for one in office.store.hiring_channels.all()] == [("slack:C0HIRING",)]
