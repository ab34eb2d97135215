"""What waited to be told in a chat: said in front of the next reply there."""

from dataclasses import replace

from bot.core.answering.question_changes import Told
from bot.core.messages import Incoming, Post
from bot.dialogues.screening.session import gathered
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Erase, Ports


def only_news(ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
    """The turn for a wordless message: in a screening, what is asked now is asked again."""
    screened = incoming.screening or conversation.screening
    if not screened:
        return turn(())
    return gathered(ports, incoming, conversation, screened).ask_again()


def told_first(waiting: tuple[Post, ...], taken: Turn) -> Turn:
    """The turn with what waited in front; where somebody has data erased, nothing is told."""
    if not waiting or any(isinstance(change, Erase) for change in taken.changes):
        return taken
    blocks = tuple(block for post in waiting for block in post.blocks)
    told = Told(tuple(post.id for post in waiting))
    reply = replace(taken.reply, blocks=(*blocks, *taken.reply.blocks))
    return Turn(reply, (*taken.changes, told))
