"""Taking back what was posted to Teams: a notice stands there."""

import pytest

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.sender import TeamsSender
from bot.core.fit.cards import erased
from bot.core.messages import Text
from bot.core.wording.fit import ERASED
from bot.ports.delivery import TryAgain, Undeliverable
from tests.channels.teams.microsoft import FakeMicrosoft, error, page
from tests.channels.teams.samples import FIT_CARD
from tests.channels.teams.tenant import HIRING

THREAD = f"{HIRING};messageid=17"


def test_every_part_of_a_card_is_replaced_by_the_notice(
    config: TeamsConfig, sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    standings = sender.send({"conversation": HIRING}, "post-1", (*FIT_CARD, Text("word " * 9000)))
    posted = microsoft.posts(HIRING)
    assert len(standings) == len(posted) > 1
    for standing in standings:
        TeamsSender(config).replace(standing, "retract", erased())
    assert {post["text"] for post in posted} == {ERASED}
    assert not any(post.get("attachments") for post in posted)


def test_a_reply_in_a_thread_is_replaced_where_it_stands(
    sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    address = {"conversation": THREAD, "reply_to": "17", "service_url": microsoft.url + "/"}
    (standing,) = sender.send(address, "k", (Text("one"),))
    assert sender.send(address, "k", (Text("one"),)) == (standing,)
    assert "reply_to" not in standing
    sender.replace(standing, "retract", erased())
    assert [post["text"] for post in microsoft.posts(THREAD)] == [ERASED]


def test_what_somebody_deleted_needs_no_notice(
    sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    (standing,) = sender.send({"conversation": HIRING}, "k", (Text("one"),))
    microsoft.rooms.clear()
    sender.replace(standing, "retract", erased())
    assert microsoft.posts(HIRING) == []


def test_a_failure_says_whether_to_try_again(sender: TeamsSender, microsoft: FakeMicrosoft) -> None:
    (standing,) = sender.send({"conversation": HIRING}, "k", (Text("one"),))
    for failure in (error(429, "TooManyRequests", Retry_After="7"), page(502)):
        microsoft.next = [failure]
        with pytest.raises(TryAgain):
            sender.replace(standing, "retract", erased())
    microsoft.removed = {HIRING}
    with pytest.raises(Undeliverable):
        sender.replace(standing, "retract", erased())
    assert [post["text"] for post in microsoft.posts(HIRING)] == ["one"]
