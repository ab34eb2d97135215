"""Load from a process of its own: `python -m tests.served.load`, with its orders as JSON on stdin.

It sends signed events to bots on loopback as Slack does, or activities as Teams does: the same one
again, under the same id, until it is acknowledged. It is bounded by a number of messages and by
seconds, and stops by itself. It prints one JSON object: which events were acknowledged, when they
were first sent, and after how many seconds.
"""

import json
import random
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from tests.channels.slack.workspace import signature
from tests.channels.teams.microsoft import APP, TENANT

AGAIN_SECONDS = 0.2
"""How long an event waits that was not acknowledged."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Messages `first` to `first + count - 1`, so many a second (0: as fast as they are taken).

    Each is delivered 1 to `deliveries` times, in any order and to any of the bots. What is said
    is a line of `text`, in turn, with `{n}` as the message's number; `chats` is how many chats they
    are spread over.
    With `teams`, the address of Teams' service, they are its activities, with the `token`; without
    it Slack's events, in a channel where the bot is `mentioned` and otherwise in direct chats.
    """

    bots: tuple[str, ...]
    first: int
    count: int
    rate: float
    seconds: float
    text: str
    chats: int
    deliveries: int = 1
    at_once: int = 8
    teams: str = ""
    token: str = ""
    mentioned: bool = False

    def written(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An event that was acknowledged, so many seconds after its first try (`time.monotonic`)."""

    event: str
    seconds: float
    begun: float


def main() -> None:
    """Carry the orders out and say what came of them."""
    given = json.load(sys.stdin)
    orders = Orders(**{**given, "bots": tuple(given["bots"])})
    for bot in orders.bots:
        if urlsplit(bot).hostname not in ("127.0.0.1", "localhost"):
            raise SystemExit(f"{bot} is not on this machine")
    until = time.monotonic() + orders.seconds
    with ThreadPoolExecutor(orders.at_once) as threads:
        begun = time.monotonic()
        came = list(threads.map(lambda one: _delivered(orders, one, begun, until), _plan(orders)))
    known = [asdict(one) for one in came if one is not None]
    print(json.dumps({"acknowledged": known, "seconds": time.monotonic() - begun}))


def _plan(orders: Orders) -> list[tuple[int, int]]:
    """Which message is delivered when: (its place in time, its number), in a fixed disorder."""
    chance = random.Random(orders.first)
    numbers = [
        number
        for number in range(orders.first, orders.first + orders.count)
        for _ in range(chance.randint(1, orders.deliveries))
    ]
    if orders.deliveries > 1:
        chance.shuffle(numbers)
    return list(enumerate(numbers))


def _delivered(
    orders: Orders, planned: tuple[int, int], begun: float, until: float
) -> Acknowledged | None:
    place, number = planned
    if orders.rate:
        time.sleep(max(begun + place / orders.rate - time.monotonic(), 0))
    body = activity(orders, number) if orders.teams else _event(orders, number)
    first, tried = time.monotonic(), place
    while time.monotonic() < until:
        if _taken(orders, orders.bots[tried % len(orders.bots)], body):
            return Acknowledged(f"Ev{number}", time.monotonic() - first, first)
        tried += 1
        time.sleep(AGAIN_SECONDS)
    return None


def _event(orders: Orders, number: int) -> bytes:
    chat = f"{'C' if orders.mentioned else 'D'}{number % orders.chats:05d}"
    words = said(orders, number)
    event = {
        "type": "app_mention" if orders.mentioned else "message",
        "channel_type": "channel" if orders.mentioned else "im",
        "channel": chat,
        "user": "U0ADA",
        "text": f"<@U0BOT> {words}" if orders.mentioned else words,
        "ts": f"{1_700_000_100 + number}.000100",
    }
    authorized = [{"team_id": "T0", "user_id": "U0BOT", "is_bot": True}]
    whole = {"type": "event_callback", "team_id": "T0", "event_id": f"Ev{number}"}
    return json.dumps({**whole, "authorizations": authorized, "event": event}).encode()


def said(orders: Orders, number: int) -> str:
    """What the message with this number says."""
    lines = orders.text.splitlines()
    return lines[number % len(lines)].replace("{n}", str(number))


def activity(orders: Orders, number: int) -> bytes:
    """A message of a personal chat, as Teams sends it."""
    chat = f"chat-{number % orders.chats:05d}"
    told = {
        "type": "message",
        "id": f"Ev{number}",
        "channelId": "msteams",
        "serviceUrl": orders.teams,
        "from": {"id": f"29:{chat}", "name": "Ada Example", "aadObjectId": chat},
        "conversation": {"conversationType": "personal", "id": chat, "tenantId": TENANT},
        "recipient": {"id": f"28:{APP}", "name": "Rolecall"},
        "text": said(orders, number),
        "channelData": {"tenant": {"id": TENANT}},
    }
    return json.dumps(told).encode()


def _taken(orders: Orders, bot: str, body: bytes) -> bool:
    if orders.teams:
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {orders.token}"}
        return _answered(urllib.request.Request(f"{bot}/teams/messages", body, headers))
    stamp = str(int(time.time()))
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature(stamp, body),
    }
    return _answered(urllib.request.Request(f"{bot}/slack/events", body, headers))


def _answered(request: urllib.request.Request) -> bool:
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return bool(answer.status in (200, 202))
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    main()
