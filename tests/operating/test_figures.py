"""What is counted, as Prometheus reads it, and who may see it."""

import re
from collections.abc import Sequence

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.core.answering.answers import Answer, Reason
from bot.core.errors import LostRace
from bot.core.messages import Block, Incoming, Reply, Text
from bot.core.ratings import Level, Outcome, Rating
from bot.core.roles import Audience, Criterion, CriterionKind
from bot.models.failures import ModelUnavailable, Why
from bot.models.prompts import PHRASING, Prompt
from bot.operating.counting import Counting
from bot.operating.health import Health
from bot.operating.meters import Meters
from bot.operating.pages import OperatorPages
from bot.ports.delivery import Address, TryAgain, Undeliverable
from tests.turns.world import said

CRITERION = Criterion("lamps", CriterionKind.ESSENTIAL, "Repairing lamps", "Required", 6)
SAMPLE = re.compile(r'[a-z_]+(?:\{[a-z]+="[^"\n]*"(?:,[a-z]+="[^"\n]*")*\})? -?[0-9.e+-]+')


class Half:
    """A bot, sender, rater, phraser and model in one, which fails when it is told to."""

    name = "rules"

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    def _fail(self) -> None:
        if self.error:
            raise self.error

    def handle(self, incoming: Incoming) -> Reply:
        self._fail()
        return Reply((Text("heard"),))

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        self._fail()
        return ()

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        self._fail()

    def rate(
        self, criterion: Criterion, question: str, answer: str, others: Sequence[str] = ()
    ) -> Rating:
        return Rating(Outcome.RATED, Level.CLAIMED, (), (), None, "rules alone")

    def phrase(self, question: str, sentence: str, quotes: object) -> str | None:
        return None

    def complete(self, prompt: Prompt) -> str:
        self._fail()
        return "done"


def passed(meters: Meters) -> None:
    """One of everything that is counted."""
    counting = Counting(meters)
    counting.bot(Half()).handle(said("m-1", "Ottoline’s own words"))
    with pytest.raises(LostRace):
        counting.bot(Half(LostRace("first"))).handle(said("m-2"))
    counting.sender("slack", Half()).send({}, "m-1", ())
    counting.sender("slack", Half()).replace({}, "m-1", ())
    for error in (TryAgain("later"), Undeliverable("never")):
        with pytest.raises(type(error)):
            counting.sender("slack", Half(error)).send({}, "m-1", ())
    counting.given_up("slack")
    counting.rater(Half(), modelled=True).rate(CRITERION, "?", "Ottoline’s own words")
    counting.phraser(Half()).phrase("?", "s", ())
    counting.model(Half()).complete(PHRASING.filled({"question": "?", "line": "s"}))
    with pytest.raises(ModelUnavailable):
        counting.model(Half(ModelUnavailable("m", Why.TIMED_OUT))).complete(
            PHRASING.filled({"question": "?", "line": "s"})
        )
    counting.answered(Answer(True, "Yes."))
    counting.answered(Answer(False, "No.", reason=Reason.NOT_IN_BRIEF))


def test_everything_is_counted_in_the_form_that_prometheus_reads() -> None:
    meters = Meters()
    meters.gauge("rolecall_queue_turns", "What waits.", lambda: 3)
    passed(meters)
    text = meters.text()
    for line in (
        'rolecall_turns_total{audience="team",outcome="handled"} 1',
        'rolecall_turns_total{audience="team",outcome="failed"} 1',
        'rolecall_turn_seconds_bucket{audience="team",le="+Inf"} 2',
        'rolecall_turn_seconds_count{audience="team"} 2',
        'rolecall_sends_total{channel="slack",outcome="sent"} 1',
        'rolecall_sends_total{channel="slack",outcome="replaced"} 1',
        'rolecall_sends_total{channel="slack",outcome="try again"} 1',
        'rolecall_sends_total{channel="slack",outcome="not delivered"} 1',
        'rolecall_replies_given_up_total{channel="slack"} 1',
        'rolecall_ratings_total{level="claimed"} 1',
        'rolecall_model_uses_total{use="rating",outcome="fell back"} 1',
        'rolecall_model_uses_total{use="phrasing",outcome="fell back"} 1',
        'rolecall_model_calls_total{outcome="answered"} 1',
        f'rolecall_model_calls_total{{outcome="{Why.TIMED_OUT}"}} 1',
        'rolecall_answers_total{outcome="answered"} 1',
        'rolecall_answers_total{outcome="not in the brief"} 1',
        "rolecall_queue_turns 3",
    ):
        assert f"{line}\n" in text
    assert "Ottoline" not in text
    assert "m-1" not in text


def test_each_line_is_a_sample_or_says_what_the_next_ones_are() -> None:
    meters = Meters()
    passed(meters)
    lines = meters.text().splitlines()
    named = {line.split()[2] for line in lines if line.startswith("# TYPE ")}
    for line in lines:
        if line.startswith("#"):
            assert re.fullmatch(r"# (HELP|TYPE) rolecall_[a-z_]+ .+", line)
            continue
        assert SAMPLE.fullmatch(line), line
        name = re.split(r"[{ ]", line)[0]
        assert name in named or re.sub(r"_(bucket|sum|count)$", "", name) in named
    buckets = [line for line in lines if line.startswith("rolecall_turn_seconds_bucket")]
    counts = [int(line.rpartition(" ")[2]) for line in buckets]
    assert counts == sorted(counts), "a bucket holds those below it"


def client(peer: str = "127.0.0.1", token: str = "", open_to_all: bool = False) -> TestClient:
    pages = OperatorPages(Health({"database": lambda: None}), Meters(), token, open_to_all)
    return TestClient(Starlette(routes=pages.routes()), "http://localhost", client=(peer, 5))


def test_figures_are_for_this_machine_a_token_or_everybody_where_that_is_set() -> None:
    assert client().get("/metrics").status_code == 200
    assert client("192.0.2.7").get("/metrics").status_code == 403
    assert client().get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"}).status_code == 403
    far = client("192.0.2.7", token="an-invented-token")
    bearer = {"Authorization": "Bearer an-invented-token"}
    assert far.get("/metrics", headers=bearer).status_code == 200
    assert far.get("/metrics", headers={"Authorization": "Bearer other"}).status_code == 403
    assert client("192.0.2.7", open_to_all=True).get("/metrics").status_code == 200
    assert client().get("/metrics").headers["content-type"].startswith("text/plain; version=0.0.4")


def test_an_empty_token_opens_nothing() -> None:
    headers = {"Authorization": "Bearer "}
    assert client("192.0.2.7").get("/metrics", headers=headers).status_code == 403


def test_the_audience_is_the_only_thing_told_of_a_person() -> None:
    meters = Meters()
    Counting(meters).bot(Half()).handle(said("m-1"))
    labels = re.findall(r'(\w+)="([^"]*)"', meters.text())
    assert {name for name, _ in labels} == {"audience", "outcome", "le"}
    assert dict(labels)["audience"] in {audience.value for audience in Audience}
