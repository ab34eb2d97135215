"""Thumbs under an answer in Slack, and a press on one as a message about that answer: pure."""

from collections.abc import Sequence

from bot.channels.slack.elements import plain_text
from bot.channels.slack.payload import Payload, first, moment, string
from bot.channels.slack.pieces import BLOCKS, SIZE, BlockKit, Message, Piece, size
from bot.channels.slack.place import Place, Rules
from bot.core.messages import Assessed, Block, Incoming, Sources
from bot.core.wording import feedback as words

THUMB = "thumb"
"""The action id of the thumbs; the value is what pressing says, a blank, and the answered message's
id."""
VALUE = 2_000


def thumbs(message: str) -> BlockKit:
    """The block with the two thumbs, for the answer to this message."""
    good = {"text": plain_text(words.THUMB_UP), "value": f"{words.GOOD} {message}"}
    bad = {"text": plain_text(words.THUMB_DOWN), "value": f"{words.BAD} {message}"}
    pressed = {
        "type": "feedback_buttons",
        "action_id": THUMB,
        "positive_button": good,
        "negative_button": bad,
    }
    return {"type": "context_actions", "elements": [pressed]}


def with_thumbs(
    messages: tuple[Message, ...], key: str, blocks: Sequence[Block]
) -> tuple[Message, ...]:
    """The messages, with thumbs under the last where they cite the brief and there is room."""
    cites = any(isinstance(block, Sources) for block in blocks)
    if not messages or not cites or any(isinstance(block, Assessed) for block in blocks):
        return messages
    *before, last = messages
    drawn = thumbs(key)
    full = sum(size(block) for block in last.blocks) + size(drawn) > SIZE
    if full or len(last.pieces) == BLOCKS or len(key) > VALUE // 2:
        return messages
    return (*before, Message((*last.pieces, Piece(drawn, ""))))


def without_thumbs(message: Message) -> Message | None:
    """The message as an older workspace takes it; None where it had no thumbs."""
    left = tuple(piece for piece in message.pieces if piece.block["type"] != "context_actions")
    return Message(left) if left and len(left) < len(message.pieces) else None


def thumbed(body: Payload, where: Place, rules: Rules) -> Incoming | None:
    """A pressed thumb. Each press is a message of its own, since the last one counts."""
    action = first(body, "actions")
    if string(action, "action_id") != THUMB:
        return None
    said, pressed_at = string(action, "value"), string(action, "action_ts")
    text = next((one for one in (words.GOOD, words.BAD) if said.startswith(f"{one} ")), "")
    at = moment(pressed_at)
    if not text or at is None:
        return None
    about = said.removeprefix(f"{text} ")
    return Incoming(
        id=f"slack:{where.channel}:{where.user}:{pressed_at}:thumb",
        conversation=where.conversation,
        person=where.person,
        audience=where.audience(rules),
        text=text,
        at=at,
        private=where.direct,
        about=about,
    )
