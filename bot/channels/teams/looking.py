"""A card that Teams asks for anew for each person who looks at it: its “refresh”, and the asking.

Teams asks by itself, whenever one of the named people sees the card. So it is no message of theirs:
it is not written down, and changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.channels.teams.card import CARD_BYTES, Json, size
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.parse import CARD_ACTION, hearing
from bot.channels.teams.payload import part, string
from bot.channels.teams.references import base
from bot.core.messages import Incoming

LOOK = "look"
"""What the asking is called among a card's actions."""


def asked_anew(card: Json, people: Sequence[str]) -> Json | None:
    """The card, asked for anew for these people; None where there is no room for that on it.

    Where there is room but for their ids, which are long, nobody is named: then Teams asks for all
    who are in the chat, up to the number for which it does.
    """
    action = {"type": "Action.Execute", "title": "Refresh", "verb": LOOK}
    for named in ({"userIds": list(people)}, {}):
        asked: Json = {**card, "refresh": {"action": action, **named}}
        if size(asked) <= CARD_BYTES:
            return asked
    return None


def is_look(activity: Mapping[str, object]) -> bool:
    """Whether Teams asks for a card as one person is to see it."""
    action = part(part(activity, "value"), "action")
    is_action = activity.get("type") == "invoke" and activity.get("name") == CARD_ACTION
    return is_action and action.get("verb") == LOOK


def looker(
    activity: Mapping[str, object], config: TeamsConfig, at: datetime
) -> tuple[Incoming, str] | None:
    """Who looks, in the thread of the card they look at, and their id in Teams; None for nobody.

    Raises nothing, whatever the activity holds.
    """
    heard = hearing(activity, config, at, "")
    person = string(part(activity, "from").get("id"))
    card = string(activity.get("replyToId"))
    if heard is None or not person or not card:
        return None
    place = base(string(part(activity, "conversation").get("id")))
    return replace(heard[0], conversation=f"teams:{place};messageid={card}"), person
