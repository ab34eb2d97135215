"""What Teams asks for and waits for: thumbs under an answer, a pressed card; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.teams import words
from bot.channels.teams.card import NAMED, Json, chosen
from bot.channels.teams.parse import CARD_ACTION, pressed
from bot.channels.teams.payload import part, string
from bot.channels.teams.render import own_card
from bot.core.messages import Block

REACTIONS = ("like", "dislike")


@dataclass(frozen=True, slots=True)
class Feedback:
    """A thumb under an answer: "like" or "dislike", and the answer's id in Teams.

    What somebody writes beside it is not read: it would be kept where no erasure reaches it.
    """

    reaction: str
    answer: str


def answer(activity: Mapping[str, object]) -> Json:
    """What an invoke is answered with, once what it says is kept.

    A pressed card is replaced, for whoever pressed it, by one that says what was chosen; in a
    channel it stays, since others act on it too. An empty answer must be an object: Teams shows an
    empty body as a failure.
    """
    typed = pressed(activity)
    if typed is not None and string(part(activity, "conversation").get("conversationType")) in (
        "channel",
        "groupChat",
    ):
        return _result(
            200, "application/vnd.microsoft.activity.message", words.chosen(typed[:NAMED])
        )
    if typed is not None:
        return _result(200, "application/vnd.microsoft.card.adaptive", chosen(typed))
    if activity.get("name") == CARD_ACTION:
        return _refused(words.UNKNOWN_BUTTON)
    return {}


def looked(blocks: tuple[Block, ...] | None, looker: str) -> Json:
    """What Teams is answered that asks for a card for one person: the card, or that it stays.

    `looker` is their id in Teams.
    """
    card = own_card(blocks, looker) if blocks else None
    if card is None:
        return _refused(words.STAYS)
    return _result(200, "application/vnd.microsoft.card.adaptive", card)


def _refused(why: str) -> Json:
    told: Json = {"code": "BadRequest", "message": why}
    return _result(400, "application/vnd.microsoft.error", told)


def _result(status: int, kind: str, value: Json | str) -> Json:
    return {"statusCode": status, "type": kind, "value": value}


def feedback(activity: Mapping[str, object]) -> Feedback | None:
    """The thumb that an activity tells of; None for any other activity."""
    if activity.get("type") != "invoke" or activity.get("name") != "message/submitAction":
        return None
    value = part(activity, "value")
    reaction = part(value, "actionValue").get("reaction")
    if value.get("actionName") != "feedback" or reaction not in REACTIONS:
        return None
    return Feedback(string(reaction), string(activity.get("replyToId")))
