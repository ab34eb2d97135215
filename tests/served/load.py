"""Load from a process of its own: `python -m tests.served.load`, with its orders as JSON on stdin.

It sends signed events to bots on loopback as Slack does: the same event again, under the same id,
until it is acknowledged. It is bounded by a number of messages and by seconds, and stops by itself.
It prints one JSON object: which events were acknowledged, and after how many seconds.
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

AGAIN_SECONDS = 0.2
"""How long an event waits that was not acknowledged."""


@dataclass(frozen=True, slots=True)
class Orders:
    """Messages `first` to `first + count - 1`, so many a second (0: as fast as they are taken).

    Each is delivered 1 to `deliveries` times, in any order and to any of the bots. What is said
    is `text` with `{n}` as the message's number; `chats` is how many chats they are spread over.
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

    def written(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An event that was acknowledged, so many seconds after its first try."""

    event: str
    seconds: float


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
    body, first, tried = _event(orders, number), time.monotonic(), place
    while time.monotonic() < until:
        if _taken(orders.bots[tried % len(orders.bots)], body):
            return Acknowledged(f"Ev{number}", time.monotonic() - first)
        tried += 1
        time.sleep(AGAIN_SECONDS)
    return None


def _event(orders: Orders, number: int) -> bytes:
    chat = f"D{number % orders.chats:05d}"
    event = {
        "type": "message",
        "channel_type": "im",
        "channel": chat,
        "user": "U0ADA",
        "text": orders.text.replace("{n}", str(number)),
        "ts": f"{1_700_000_100 + number}.000100",
    }
    authorized = [{"team_id": "T0", "user_id": "U0BOT", "is_bot": True}]
    whole = {"type": "event_callback", "team_id": "T0", "event_id": f"Ev{number}"}
    return json.dumps({**whole, "authorizations": authorized, "event": event}).encode()


def _taken(bot: str, body: bytes) -> bool:
    stamp = str(int(time.time()))
    headers = {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature(stamp, body),
    }
    request = urllib.request.Request(f"{bot}/slack/events", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    main()
