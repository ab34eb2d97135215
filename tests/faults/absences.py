"""What the bot needs goes away while messages come in, and comes back."""

import json
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote_plus

from tests.faults.scene import Scene, scene
from tests.models.openai_server import Says, openai_server
from tests.retrieval.conftest import ChromaServer
from tests.served.counting import Count
from tests.served.programs import ROLE, Program, came_of, free_port, load
from tests.turns.world import soon

MESSAGES = 30
PER_SECOND = 10.0
AWAY_SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class Absence:
    """What was said while it was away, whether it was well again by itself, and the count."""

    said: str
    recovered: bool
    count: Count | None


def database_away(seconds: float = AWAY_SECONDS) -> Absence:
    """The PostgreSQL server stops as by a crash, and starts again."""
    with scene("postgresql") as here:
        assert here.server is not None
        return _under_load(here, here.server.stop, here.server.start, "database", seconds)


def disk_full(seconds: float = AWAY_SECONDS) -> Absence:
    """No file of the program grows any more, as on a full disk; then there is room again."""
    with scene("sqlite") as here:
        program = here.program()

        def fill() -> None:
            _limit(program, 1024)

        def empty() -> None:
            _limit(program, -1)

        return _under_load(here, fill, empty, "disk", seconds, program)


def _limit(program: Program, size: int) -> None:
    assert program.process is not None
    limit = resource.RLIM_INFINITY if size < 0 else size
    resource.prlimit(program.process.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))


def _under_load(
    here: Scene,
    go: Callable[[], None],
    come: Callable[[], None],
    part: str,
    seconds: float,
    program: Program | None = None,
) -> Absence:
    """Take something away while messages come in; nothing acknowledged may be lost."""
    program = program or here.program()
    program.start()
    program.wait_for("/readyz")
    try:
        orders = here.orders(program, first=0, count=MESSAGES, rate=PER_SECOND, seconds=90)
        with load(orders) as given:
            time.sleep(1)
            go()
            said = _said(program, part)
            time.sleep(seconds)
            alive = program.asked("/healthz")[0] == 200
            come()
            ready = program.wait_for("/readyz", seconds=60)
            events = [one["event"] for one in came_of(given, 150)["acknowledged"]]
        count = here.count(events)
        recovered = alive and json.loads(ready)["ready"] and len(set(events)) == MESSAGES
        assert "Example-Person" not in program.log.read_text("utf-8")
        return Absence(said, recovered, count)
    finally:
        program.kill()


def _said(program: Program, part: str) -> str:
    """What /readyz says of a part that is away."""
    said = json.loads(program.wait_for("/readyz", 503, 30))["parts"]
    return str(said[part])


@contextmanager
def _running(program: Program) -> Iterator[Program]:
    program.start()
    try:
        yield program
    finally:
        assert program.process is not None
        program.process.send_signal(signal.SIGKILL)
        program.process.wait()


def chroma_away() -> Absence:
    """The Chroma server is not there when the bot starts, and comes later."""
    with scene("sqlite") as here:
        server = ChromaServer(here.home / "vectors")
        with _running(here.program(ROLECALL_CHROMA_URL=server.url)) as program:
            # On a busy machine the first look may take longer than a look may.
            soon(lambda: "no answer within" not in _said(program, "index"), 30)
            said = _said(program, "index")
            answered = "31,400 euros" in asked(program, "What does it pay?")
            try:
                server.start()
                program.wait_for("/readyz", seconds=60)
            finally:
                server.stop()
            return Absence(said, answered, None)


def model_away() -> Absence:
    """The language model's server is not there at first, and comes later on the same port."""
    port = free_port()
    settings = {
        "ROLECALL_MODEL": "openai:invented",
        "ROLECALL_MODEL_KEY": "invented",
        "ROLECALL_MODEL_URL": f"http://127.0.0.1:{port}/v1",
    }
    with scene("sqlite", **settings) as here, _running(here.program()) as program:
        answered = "31,400 euros" in asked(program, "What does it pay?")
        figures = program.asked("/metrics")[1]
        fell_back = 'rolecall_model_uses_total{use="phrasing",outcome="fell back"} 1' in figures
        with openai_server(Says("The pay is 31,400 euros a year."), port=port):
            asked(program, "And what is the pay, please?")
            figures = program.asked("/metrics")[1]
        back = 'rolecall_model_calls_total{outcome="answered"} 1' in figures
        said = "the answer stands without it" if answered and fell_back else ""
        return Absence(said, back, None)


def asked(program: Program, question: str) -> str:
    """The page that answers a question about the role."""
    return program.asked(f"/?role={ROLE}", f"text={quote_plus(question)}".encode())[1]
