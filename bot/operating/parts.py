"""What has to be well for the bot to be ready, and what of the turns is shown in figures."""

from bot.delivery import NotRunning
from bot.operating.health import Check
from bot.operating.meters import Meters
from bot.passages import LibraryRanker
from bot.storage.store import Store
from bot.turns.durable import DurableTurns


def parts_of(store: Store, ranker: LibraryRanker, turns: DurableTurns) -> dict[str, Check]:
    """The parts by name, each as something that raises where it is not well."""

    def taking() -> None:
        if not turns.running:
            raise NotRunning

    return {
        "database": store.check,
        "index": ranker.check,
        "model": lambda: ranker.encode(["ready"]),
        "turns": taking,
    }


def watched(turns: DurableTurns, meters: Meters) -> None:
    """Let the turns that wait be seen among the figures."""
    meters.gauge(
        "rolecall_queue_turns",
        "Pieces of work in this program that wait or have their turn.",
        lambda: turns.waiting().count,
    )
    meters.gauge(
        "rolecall_queue_age_seconds",
        "How long ago the oldest of them was taken in.",
        lambda: turns.waiting().seconds,
    )
