"""What Teams asks for and waits for: thumbs under an answer, a pressed card; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.channels.teams.parse import part, string

REACTIONS = ("like", "dislike")


@dataclass(frozen=True, slots=True)
class Feedback:
    """A thumb under an answer: "like" or "dislike", and the answer's id in Teams.

    What somebody writes beside it is not read: it would be kept where no erasure reaches it.
    """

    reaction: str
    answer: str


def feedback(activity: Mapping[str, object]) -> Feedback | None:
    """The thumb that an activity tells of; None for any other activity."""
    if activity.get("type") != "invoke" or activity.get("name") != "message/submitAction":
        return None
    value = part(activity, "value")
    reaction = part(value, "actionValue").get("reaction")
    if value.get("actionName") != "feedback" or reaction not in REACTIONS:
        return None
    return Feedback(string(reaction), string(activity.get("replyToId")))
