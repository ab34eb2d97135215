"""Sending: posts and replies on the fake connector, its limits, refusals and outages."""

import time
from dataclasses import replace

import pytest
from starlette.responses import Response

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.sender import TeamsSender
from bot.core.messages import Text
from bot.ports.delivery import TryAgain, Undeliverable
from tests.channels.teams.microsoft import FakeMicrosoft, error, page
from tests.channels.teams.samples import FIT_CARD
from tests.channels.teams.tenant import HIRING

THREAD = f"{HIRING};messageid=17"
SAID = (Text("Hello."),)
LONG = (Text("many words " * 4000),)


def test_a_channel_needs_no_more_than_its_id(sender: TeamsSender, microsoft: FakeMicrosoft) -> None:
    sender.send({"conversation": HIRING}, "post-1", FIT_CARD)
    posted = microsoft.posts(HIRING)
    assert posted
    assert all(post["attachments"][0]["content"]["version"] == "1.5" for post in posted)
    assert all(call == f"/v3/conversations/{HIRING}/activities" for call in microsoft.calls)


def test_a_reply_goes_to_its_thread(sender: TeamsSender, microsoft: FakeMicrosoft) -> None:
    address = {"conversation": THREAD, "reply_to": "17", "service_url": microsoft.url + "/"}
    sender.send(address, "k", SAID)
    assert microsoft.posts(THREAD)[0]["replied"] == "17"
    assert microsoft.posts(THREAD)[0]["conversation"]["id"] == THREAD


def test_it_signs_in_once(sender: TeamsSender, microsoft: FakeMicrosoft) -> None:
    for number in range(3):
        sender.send({"conversation": HIRING}, f"k{number}", SAID)
    assert microsoft.signed_in == 1
    assert len(microsoft.posts(HIRING)) == 3


@pytest.mark.parametrize(
    ("refusal", "after"),
    [
        (error(429, "TooManyRequests", Retry_After="7"), 7),
        (error(429, "TooManyRequests"), 0),
        (error(429, "TooManyRequests", Retry_After="Mon, 23 Nov 2026 09:00:00 GMT"), 0),
        (error(412, "PreconditionFailed"), 0),
        (error(500, "ServiceError"), 0),
        (error(503, "ServiceUnavailable", Retry_After="3"), 3),
        (page(502), 0),
        (page(504), 0),
    ],
)
def test_what_passes_is_tried_again_and_then_arrives(
    sender: TeamsSender, microsoft: FakeMicrosoft, refusal: Response, after: float
) -> None:
    microsoft.next = [refusal]
    with pytest.raises(TryAgain) as raised:
        sender.send({"conversation": HIRING}, "k", SAID)
    assert raised.value.after == after
    assert len(microsoft.calls) == 1
    sender.send({"conversation": HIRING}, "k", SAID)
    assert len(microsoft.posts(HIRING)) == 1


@pytest.mark.parametrize(
    "refusal",
    [error(403, "Forbidden"), error(404, "NotFound"), error(400, "BadSyntax"), page(403)],
)
def test_what_does_not_pass_is_undeliverable(
    sender: TeamsSender, microsoft: FakeMicrosoft, refusal: Response
) -> None:
    microsoft.next = [refusal]
    with pytest.raises(Undeliverable, match=str(refusal.status_code)):
        sender.send({"conversation": HIRING}, "k", SAID)
    assert len(microsoft.calls) == 1


def test_a_bot_that_was_removed_cannot_post(sender: TeamsSender, microsoft: FakeMicrosoft) -> None:
    microsoft.removed.add(HIRING)
    with pytest.raises(Undeliverable):
        sender.send({"conversation": HIRING}, "k", SAID)


def test_an_address_without_a_conversation_is_undeliverable(sender: TeamsSender) -> None:
    with pytest.raises(Undeliverable):
        sender.send({}, "k", SAID)


def test_a_token_that_ended_early_is_replaced(
    sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    sender.send({"conversation": HIRING}, "k1", SAID)
    microsoft.valid_tokens.clear()
    with pytest.raises(TryAgain):
        sender.send({"conversation": HIRING}, "k2", SAID)
    sender.send({"conversation": HIRING}, "k2", SAID)
    assert microsoft.signed_in == 2


def test_a_sign_in_that_is_refused_says_what_to_check(
    sender: TeamsSender, microsoft: FakeMicrosoft, config: TeamsConfig
) -> None:
    microsoft.sign_in_refused = True
    with pytest.raises(TryAgain, match=r"invalid_client.*ROLECALL_TEAMS_APP_PASSWORD") as raised:
        sender.send({"conversation": HIRING}, "k", SAID)
    assert config.app_password not in str(raised.value)


@pytest.mark.parametrize("away", ["login_url", "service_url"])
def test_a_network_that_is_away_is_tried_again(config: TeamsConfig, away: str) -> None:
    nobody = TeamsSender(replace(config, **{away: "http://127.0.0.1:9"}))  # type: ignore[arg-type]
    started = time.monotonic()
    with pytest.raises(TryAgain):
        nobody.send({"conversation": HIRING}, "k", SAID)
    # The SDK's own three attempts would take about five seconds.
    assert time.monotonic() - started < 3


def test_an_acknowledgement_that_cannot_be_read_is_one(
    sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    microsoft.next = [page(200)]
    sender.send({"conversation": HIRING}, "k", SAID)
    assert len(microsoft.calls) == 1


def test_a_long_text_arrives_whole_in_order_and_once(
    sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    class Slow(list[Response]):
        """Refuses the second message once."""

        def __bool__(self) -> bool:
            return len(microsoft.posts(HIRING)) == 1 and len(self) > 0

    microsoft.next = Slow([error(429, "TooManyRequests", Retry_After="1")])
    with pytest.raises(TryAgain):
        sender.send({"conversation": HIRING}, "k", LONG)
    assert len(microsoft.posts(HIRING)) == 1
    sender.send({"conversation": HIRING}, "k", LONG)
    texts = [post["text"] for post in microsoft.posts(HIRING)]
    assert len(texts) > 2
    assert " ".join(texts).split() == ["many", "words"] * 4000


def test_the_same_key_is_not_sent_twice(sender: TeamsSender, microsoft: FakeMicrosoft) -> None:
    for _ in range(2):
        sender.send({"conversation": HIRING}, "k", SAID)
    assert len(microsoft.posts(HIRING)) == 1
