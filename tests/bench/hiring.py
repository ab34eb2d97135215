"""What the hiring channel waits for: a summary of 5 to 60 criteria, the card, a question."""

import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event as Signal

from bot.answers.listening import quotable
from bot.channels.slack.render import rendered
from bot.channels.teams.render import activities
from bot.channels.web import render as web
from bot.core.fit.cards import fit_card
from bot.core.fit.data import fit_bytes
from bot.core.fit.sketch import of_card
from bot.core.fit.summary import summarize
from bot.core.kits.kit import Kit, Question, make_kit
from bot.core.messages import Assessed, Block, Incoming
from bot.core.ratings import Evidence, Level, Outcome, Rating
from bot.core.roles import Criterion, CriterionKind, Role
from bot.core.screening.events import Answered, Consented, Event, Finished, Invited
from bot.core.screening.evolution import replayed
from bot.core.screening.screening import Screening
from bot.core.team.record import spoken_in
from bot.dialogues.candidates.asking_candidates import answer_by_id
from bot.dialogues.candidates.finding import entry_by_id, screened
from bot.drawing.png import png
from bot.ports.delivery import Address
from bot.turns.durable import DurableTurns
from bot.turns.parts import Parts, Settings
from retrieval.open import open_encoder
from tests.bench.options import Options
from tests.bench.tables import Aim, Line, Table, Unit
from tests.dialogues.stage import Stage

SIZES = (5, 15, 30, 60)
RUNS = 7
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
ANSWER = (
    "Last winter I took the lamp apart at Harbour Example and wrote down every part of it. "
    "I cleaned the lens by hand for three nights and tested it with two colleagues. "
    "After that it failed once a year and not every week, and the log shows it. "
) * 2
QUESTIONS = (
    "What did they say about the lamp?",
    "Any proof of a result?",
    "Did they work with colleagues?",
    "Have they trained anybody?",
    "How did they test it?",
)


def tables(options: Options) -> list[Table]:
    """Summaries by size; the card and questions with the real bot, without a language model."""
    del options
    with TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        try:
            asked = _at_the_last_question(stage)
            card = _card(stage, asked)
            question = _question(stage)
        finally:
            stage.close()
    return [_summaries(), card, question]


def _seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median over the runs, after one that does not count."""
    work()
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def _summaries() -> Table:
    lines = [line for size in SIZES for line in _of_size(size)]
    return Table(
        f"A fit summary by its number of criteria, median of {RUNS} runs",
        tuple(lines),
        notes=("Each answer has 450 characters and two quotes. Payloads are JSON in UTF-8.",),
    )


def _of_size(size: int) -> list[Line]:
    role, kit, screening = _screened(size)
    card = fit_card(summarize(role, kit, screening))
    sketch = of_card(card)
    assert sketch is not None

    def made() -> bytes:
        return fit_bytes(summarize(role, kit, screening))

    slack = [message.blocks for message in rendered(card)]
    teams = activities(card)
    of = f"{size} criteria"
    milliseconds = (
        ("the summary from the log's state", made),
        ("drawn for Slack", lambda: rendered(card)),
        ("drawn for Teams, with its picture", lambda: activities(card)),
        ("drawn for the web", lambda: web.blocks(card)),
        ("the picture as PNG", lambda: png(sketch)),
    )
    kilobytes = (
        ("the summary as JSON", len(made())),
        (f"for Slack, {len(slack)} messages", len(json.dumps(slack))),
        (f"for Teams, {len(teams)} messages", len(json.dumps(teams))),
        ("the picture as PNG", len(png(sketch))),
    )
    return [
        *(
            Line(f"{of}: {what}", Unit.MILLISECONDS, _seconds(work) * 1000)
            for what, work in milliseconds
        ),
        *(Line(f"{of}: {what}", Unit.KILOBYTES, count / 1000) for what, count in kilobytes),
    ]


def _screened(size: int) -> tuple[Role, Kit, Screening]:
    criteria = tuple(
        Criterion(f"r{n}", CriterionKind.ESSENTIAL, f"Invented requirement {n}", "Required", n)
        for n in range(1, size + 1)
    )
    role = Role("bench", "Bench Keeper", "1a2b3c4d5e6f", "bench.md", (), criteria, (), None)
    kit = make_kit(role)
    asked = tuple(
        Question(f"q{n}", one, f"Tell me about “{one.text}”.", kit.questions[0].probes, ())
        for n, one in enumerate(criteria, 1)
    )
    kit = Kit(**{**{name: getattr(kit, name) for name in kit.__slots__}, "questions": asked})
    spans = tuple(
        Evidence(at, at + 40, ANSWER[at : at + 40]) for at in (ANSWER.index("I took"), 200)
    )
    rating = Rating(Outcome.RATED, Level.DEMONSTRATED, spans, ("Invented.",), None, "bench-1")
    events: tuple[Event, ...] = (
        Invited(NOON, role.id, kit.version, role.version, "Candidate 7F3", False),
        Consented(NOON, "yes"),
        *(Answered(NOON, question.id, ANSWER, rating) for question in asked),
        Finished(NOON + timedelta(minutes=30)),
    )
    return role, kit, replayed("bench", events)


def _at_the_last_question(stage: Stage) -> int:
    """A screening that waits for its last answer; how many questions it has."""
    stage.hire_for("lighthouse-keeper")
    stage.hiring_channel_in_slack()
    stage.app.index()
    stage.invite("Robin")
    stage.open_link("Robin")
    stage.say("Robin", "yes")
    kit = next(iter(stage.app.store.screenings.entries()))
    role = stage.app.store.roles.get(kit.role)
    assert role is not None
    last = len(make_kit(role).questions)
    stage.answer_until("Robin", lambda here: here == f"question {last}")
    return last


class _Posted:
    """A platform that takes everything at once, and notes when a card came."""

    def __init__(self) -> None:
        self.came = Signal()
        self.at = 0.0

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Note the card."""
        if any(isinstance(block, Assessed) for block in blocks):
            self.at = time.perf_counter()
            self.came.set()
        return ({**address, "ts": key},)

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Nothing is taken back here."""


def _card(stage: Stage, last: int) -> Table:
    """From the last answer to the card: its rating, the review, “send”, and the durable post."""
    store, platform = stage.app.store, _Posted()
    kept = (store.inbox, store.outbox, store.standings)
    parts = Parts(stage.bot, *kept, {"slack": platform}, stage.app.routes)
    turns = DurableTurns(parts, Settings(stage.app.settings.database))
    turns.start()
    try:
        answering = _took(turns, stage, ANSWER, "last")
        while stage.probing("Robin"):
            answering += _took(turns, stage, "That is all I can say.", "probe")
        begun = time.perf_counter()
        sending = _took(turns, stage, "send", "send")
        assert platform.came.wait(30), "no card was posted"
        posted = platform.at - begun
    finally:
        turns.stop()
    return Table(
        f"From the last answer to the posted card, {last} questions, without a model",
        (
            Line("rating the last answer, and asking on", Unit.MILLISECONDS, answering * 1000),
            Line("“send”: the candidate's reply", Unit.MILLISECONDS, sending * 1000),
            Line("“send”: the card is handed to the platform", Unit.MILLISECONDS, posted * 1000),
            Line("all of it", Unit.SECONDS, answering + posted, Aim(1.0)),
        ),
        notes=("One run on SQLite, with the journal; the platform's own time is not in it.",),
    )


def _took(turns: DurableTurns, stage: Stage, text: str, name: str) -> float:
    seat = stage.seat("Robin")
    message = Incoming(
        f"bench-{name}-{time.perf_counter_ns()}",
        seat.conversation,
        seat.person,
        seat.audience,
        text,
        stage.now,
        screening=seat.screening,
    )
    begun = time.perf_counter()
    turns.take(message)
    return time.perf_counter() - begun


def _question(stage: Stage) -> Table:
    """A question about the candidate beside encoding it, and beside encoding what was said too."""
    ports, screening, encoder = stage.app.ports, stage.screening("Robin"), open_encoder()
    said = [
        spoken.answer[start:end]
        for spoken in spoken_in(screened(ports, entry_by_id(ports, screening)).record)
        for start, end in quotable(spoken.answer)
    ]
    encoding = [_seconds(partial(encoder.encode, [question])) for question in QUESTIONS]
    reading = [_seconds(partial(encoder.encode, [question, *said])) for question in QUESTIONS]
    first = _seconds(partial(_asked, stage, QUESTIONS[0], anew=True))
    answering = [_seconds(partial(_asked, stage, one)) for one in QUESTIONS]
    alone, all_said, whole = map(statistics.median, (encoding, reading, answering))
    multiple = statistics.median(a / e for a, e in zip(answering, encoding, strict=True))
    return Table(
        f"A question about a candidate, {len(QUESTIONS)} questions",
        (
            Line("encoding it alone, median", Unit.MILLISECONDS, alone * 1000),
            Line(f"encoding it and the {len(said)} sentences", Unit.MILLISECONDS, all_said * 1000),
            Line("answering the first one", Unit.MILLISECONDS, first * 1000),
            Line("answering a later one, median", Unit.MILLISECONDS, whole * 1000),
            Line("answering a later one as a multiple, median", Unit.TIMES, multiple, Aim(2.0)),
        ),
        notes=(
            "What a candidate wrote is kept nowhere for search: it is encoded for the first "
            "question, and kept in memory for the next ones.",
        ),
    )


def _asked(stage: Stage, question: str, anew: bool = False) -> object:
    """A question that nobody asked before, about a candidate who was asked about or (`anew`) not.

    The library keeps the vectors of the last few texts; without them each one is encoded.
    """
    app, screening = stage.app, stage.screening("Robin")
    assert app.ranker._library is not None
    app.ranker._library._encoded.clear()
    if anew:
        app.store.memories.forget((screening,))
    return answer_by_id(app.ports, screening, question, "")
