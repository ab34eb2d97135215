"""What is written down of a turn, a post's delivery and its retraction, as JSON and back."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from bot.core.messages import Attachment, Incoming, Origin
from bot.core.roles import Audience
from bot.ports.delivery import Address, Redrawn, Standing
from bot.turns.routing import Route


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that came in, and where its reply goes."""

    channel: str
    address: Address
    incoming: Incoming

    def written(self) -> str:
        """As JSON; ASCII only, so that every database can hold what a person wrote."""
        incoming = asdict(replace(self.incoming, origin=None))
        incoming["audience"] = self.incoming.audience.value
        incoming["at"] = self.incoming.at.astimezone(UTC).isoformat()
        address = dict(self.address)
        return json.dumps({"channel": self.channel, "address": address, "incoming": incoming})

    @property
    def incoming_here(self) -> Incoming:
        """The message, knowing where its chat is reached later."""
        origin = Origin(self.channel, tuple(sorted(self.address.items())))
        return replace(self.incoming, origin=origin)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A post on one of its routes. `name` is the same for the same post and route."""

    post: str
    channel: str
    address: Address

    @property
    def name(self) -> str:
        """The delivery's name in the journal, and the sender's key."""
        where = sha256(self.lane.encode()).hexdigest()[:16]
        return f"post {self.post} {self.channel} {where}"

    @property
    def lane(self) -> str:
        """One place gets one post at a time, in order."""
        return f"post {self.channel} {json.dumps(dict(self.address), sort_keys=True)}"

    def written(self) -> str:
        """As JSON."""
        address = dict(self.address)
        return json.dumps({"post": self.post, "channel": self.channel, "address": address})


def written(standing: Standing) -> str:
    """A standing as JSON."""
    address = dict(standing.address)
    return json.dumps({"origin": standing.origin, "channel": standing.channel, "address": address})


def standing_of(content: str) -> Standing:
    """The standing; raises ValueError, TypeError or KeyError for another shape."""
    return Standing(**json.loads(content))


def written_redrawn(one: Redrawn) -> str:
    """A place whose post was redrawn, as JSON."""
    place = json.loads(written(one.standing))
    return json.dumps({"standing": place, "revision": one.revision, "first": one.first})


def redrawn_of(content: str) -> Redrawn:
    """The place and the revision; raises ValueError, TypeError or KeyError for another shape."""
    raw: dict[str, Any] = json.loads(content)
    return Redrawn(Standing(**raw["standing"]), raw["revision"], raw["first"])


def letter(written: str) -> Letter:
    """The letter; raises ValueError, TypeError or KeyError for another shape."""
    raw: dict[str, Any] = json.loads(written)
    incoming = raw["incoming"]
    incoming["audience"] = Audience(incoming["audience"])
    incoming["at"] = datetime.fromisoformat(incoming["at"])
    if incoming.get("attachment"):
        incoming["attachment"] = _attachment(incoming["attachment"])
    return Letter(raw["channel"], raw["address"], Incoming(**incoming))


def _attachment(raw: dict[str, Any]) -> Attachment:
    place = raw["place"]
    address = tuple((name, value) for name, value in place["address"])
    return Attachment(**{**raw, "place": Origin(place["channel"], address)})


def parcel(written: str) -> Parcel:
    """The parcel; raises ValueError, TypeError or KeyError for another shape."""
    return Parcel(**json.loads(written))


def parcels(post: str, routes: tuple[Route, ...]) -> tuple[Parcel, ...]:
    """A post on each of its routes."""
    return tuple(Parcel(post, channel, dict(address)) for channel, address in routes)
