"""What came of a load: nothing lost, nothing twice. Counted from what is kept and what was sent."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.storage.store import Store
from tests.served.platform import Platform

INVITE = "invite Example-Person-{n}"
"""What the load says: a command with an effect that can be counted, a screening of its own."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many messages were acknowledged, and what became of them."""

    acknowledged: int
    lost: int
    effects_twice: int
    replies_missing: int
    replies_twice: int

    @property
    def whole(self) -> bool:
        """Whether nothing was lost and nothing was kept twice."""
        return not (self.lost or self.effects_twice or self.replies_missing)

    @property
    def clean(self) -> bool:
        """Whether nothing was lost and nothing happened twice."""
        return not (self.lost or self.effects_twice or self.replies_missing or self.replies_twice)


def counted(store: Store, platform: Platform, events: Iterable[str]) -> Count:
    """The count for these acknowledged events (`Ev17` and the like)."""
    known = set(events)
    names = Counter(store.people.name(entry.id) for entry in store.screenings.entries())
    replies = {event: platform.posted[f"slack:{event}#0"] for event in known}
    return Count(
        acknowledged=len(known),
        lost=sum(not names[_person(event)] for event in known),
        effects_twice=sum(count > 1 for count in names.values()),
        replies_missing=sum(not count for count in replies.values()),
        replies_twice=sum(count > 1 for count in replies.values()),
    )


def _person(event: str) -> str:
    return INVITE.replace("{n}", event.removeprefix("Ev")).removeprefix("invite ")
