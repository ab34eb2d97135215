"""R13: a signed webhook, told once per id through durable turns, and the receiver in the docs."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import HTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.core.errors import RolecallError
from bot.core.screening.events import Decided, Verdict
from bot.dialogues.candidates.handing_over import HandingOver
from bot.dialogues.candidates.notices import NoticeBodies
from bot.ports import Append
from bot.ports.delivery import TryAgain, Undeliverable
from bot.settings import read_settings
from bot.turns.durable import DurableTurns
from bot.turns.notifying import Telling
from bot.turns.parts import Parts, Settings
from bot.turns.patience import Patience
from bot.webhooks.hook import Webhook
from bot.webhooks.signing import headers, key_of
from tests.recruiting.candidates import commit, erased, screened
from tests.recruiting.office import NOON, Office
from tests.turns.world import soon

DOCS = Path(__file__).parents[2] / "docs/hand-over.md"
SECRET = "whsec_" + "aW52ZW50ZWQga2V5IG9mIHRoaXJ0eS10d28gYnl0ZXM="
QUICK = Patience(tries=3, first=0.01, longest=0.02, asked=0.05)


@dataclass
class Receiving:
    """The receiver in the docs, with what it took; `refusing` are statuses to answer first."""

    url: str
    namespace: dict[str, Any]
    taken: list[dict[str, Any]] = field(default_factory=list)
    refusing: list[int] = field(default_factory=list)


@pytest.fixture
def receiver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiving]:
    monkeypatch.setenv("ROLECALL_WEBHOOK_SECRET", SECRET)
    (code,) = re.findall(r"```python\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    namespace: dict[str, Any] = {"__name__": "receiver"}
    exec(compile(code, "receiver.py", "exec"), namespace)
    taking = Receiving("", namespace)
    namespace["take"] = taking.taken.append
    handler = namespace["Receiver"]

    class Moody(handler):  # type: ignore[misc, valid-type]
        def answer(self, status: int) -> None:
            if status == 204 and taking.refusing:
                status = taking.refusing.pop(0)
            super().answer(status)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Moody)
    taking.url = f"http://127.0.0.1:{server.server_port}/hook?of=invented"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield taking
    server.shutdown()
    server.server_close()


@pytest.fixture
def begin(office: Office, url: str) -> Iterator[Callable[[str], DurableTurns]]:
    begun: list[DurableTurns] = []

    def start(hook: str) -> DurableTurns:
        for turns in begun:
            turns.stop()
        bodies = NoticeBodies(HandingOver(office.ports, office.store.screenings.chain))
        telling = Telling(office.store.notices, bodies.of, Webhook(hook, SECRET))
        store = office.store
        kept = (store.inbox, store.outbox, store.standings)
        parts = Parts(office.bot, *kept, {}, lambda role: (), telling=telling)
        begun.append(DurableTurns(parts, Settings(url, patience=QUICK, every=0.05)))
        begun[-1].start()
        return begun[-1]

    yield start
    begun[-1].stop()


def told(receiver: Receiving) -> list[str]:
    return [notice["type"] for notice in receiver.taken]


def test_finished_decided_and_erased_are_told_once_and_in_order(
    office: Office, receiver: Receiving, begin: Callable[[str], DurableTurns]
) -> None:
    receiver.refusing += [503]  # Taken, but answered late: the second try has the same id.
    identity = screened(office, "7F3", ("I rebuilt lamps.",))
    begin(receiver.url)
    soon(lambda: told(receiver) == ["screening.finished"])
    (criterion,) = receiver.taken[0]["data"]["criteria"]
    assert criterion["evidence"][0]["quote"] == "I rebuilt lamps."
    length = len(office.store.screenings.events(identity))
    decided = Decided(NOON, Verdict.ADVANCE, "two rebuilds", "U-ria")
    commit(office, "decided", Append(identity, length, (decided,)))
    soon(lambda: len(receiver.taken) == 2)
    assert receiver.taken[1]["data"]["decisions"][0]["reason"] == "two rebuilds"
    soon(lambda: not office.store.notices.waiting())
    erased(office, identity)
    soon(lambda: len(receiver.taken) == 3)
    assert receiver.taken[2]["data"] is None
    begin(receiver.url)
    soon(lambda: not office.store.notices.waiting())
    assert told(receiver) == ["screening.finished", "screening.decided", "screening.erased"]


def test_what_a_receiver_refuses_is_told_after_the_next_start(
    office: Office, receiver: Receiving, begin: Callable[[str], DurableTurns]
) -> None:
    screened(office, "7F3", ("I rebuilt lamps.",))
    begin("http://127.0.0.1:1/nobody-listens")
    soon(lambda: bool(office.store.notices.waiting()))
    begin(receiver.url)
    soon(lambda: told(receiver) == ["screening.finished"])
    soon(lambda: not office.store.notices.waiting())


def test_the_receiver_takes_no_forged_old_or_repeated_notice(receiver: Receiving) -> None:
    body = json.dumps({"id": "s.1", "type": "screening.finished", "screening": "s"}).encode()
    now = int(time.time())
    Webhook(receiver.url, SECRET).tell("s.1", body)
    Webhook(receiver.url, SECRET).tell("s.1", body)
    assert len(receiver.taken) == 1
    for hook in (
        Webhook(receiver.url, SECRET, clock=lambda: now - 301),
        Webhook(receiver.url, SECRET, clock=lambda: now + 400),
        Webhook(receiver.url, "whsec_" + "b3RoZXIga2V5IG9mIHRoaXJ0eS10d28gYnl0ZXMhISE="),
    ):
        with pytest.raises(Undeliverable, match="401"):
            hook.tell("s.2", body)
    assert len(receiver.taken) == 1
    genuine = receiver.namespace["is_genuine"]
    right = headers(key_of(SECRET), "s.3", now, body)
    assert genuine(right, body, now)
    assert not genuine(right, body + b" ", now)
    assert not genuine({**right, "webhook-id": "s.4"}, body, now)


@pytest.mark.parametrize(
    ("status", "raised"), [(503, TryAgain), (429, TryAgain), (302, Undeliverable)]
)
def test_what_an_answer_means(
    receiver: Receiving, status: int, raised: type[RolecallError]
) -> None:
    receiver.refusing += [status]
    with pytest.raises(raised, match=str(status)):
        Webhook(receiver.url, SECRET).tell("s.1", b'{"id": "s.1"}')


@pytest.mark.parametrize(
    ("url", "secret", "said"),
    [
        ("http://ats.example/hook", SECRET, "https://"),
        ("https://ats.example/hook", "", "WEBHOOK_SECRET"),
        ("https://ats.example/hook", "password", "whsec_"),
    ],
)
def test_settings_that_would_not_be_safe_are_refused(url: str, secret: str, said: str) -> None:
    with pytest.raises(RolecallError, match=said):
        read_settings(webhook_url=url, webhook_secret=secret)
