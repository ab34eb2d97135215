"""A thumb under an answer in Teams as a message about that answer: pure."""

from collections.abc import Mapping
from datetime import datetime

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.invokes import Feedback
from bot.channels.teams.payload import part, string
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.core.wording import feedback as words
from bot.ports.delivery import place_name


def thumbed(
    activity: Mapping[str, object], thumb: Feedback, config: TeamsConfig, at: datetime
) -> Incoming | None:
    """The message; None where Teams does not say whose thumb it is, or under what.

    `at` is when it was received. Each press is a message of its own: the last one counts.
    """
    chat = string(part(activity, "conversation").get("id"))
    sender = part(activity, "from")
    person = string(sender.get("aadObjectId")) or string(sender.get("id"))
    known = activity.get("channelId") == "msteams" or config.loopback_only
    if not (chat and person and thumb.answer and known):
        return None
    press = string(activity.get("id")) or at.isoformat()
    return Incoming(
        id=f"teams:{chat}:{thumb.answer}:{press}:thumb",
        conversation=f"teams:{chat}",
        person=person,
        audience=Audience.CANDIDATE,
        text=words.GOOD if thumb.reaction == "like" else words.BAD,
        at=at,
        about=place_name({"conversation": chat, "activity": thumb.answer}),
    )
