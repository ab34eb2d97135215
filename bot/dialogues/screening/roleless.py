"""A candidate whose role was taken out: nothing more is asked, but their data can be erased."""

from dataclasses import replace

from bot.core.messages import Choice, Choices, Incoming, Text
from bot.core.screening import dialogue
from bot.core.screening.self_identification import name_of
from bot.core.screening.utterances import Wish, wishes
from bot.core.wording import screening as words
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Erase, Ports, Remember


def handle(ports: Ports, incoming: Incoming, conversation: Conversation, screened: str) -> Turn:
    """The turn for any message of theirs."""
    wished, pending = wishes(incoming.text), conversation.pending
    if pending == "erase" and wished & {Wish.ERASE, Wish.YES}:
        return erased(ports, incoming, screened)
    kept = replace(conversation, screening=screened, pending="")
    if Wish.ERASE in wished:
        sure = dialogue.sure("erase my data")
        return turn((Text(words.ERASE_SURE), *sure), Remember(replace(kept, pending="erase")))
    erase = Choice(dialogue.ERASE.label, dialogue.ERASE.typed)
    return turn((Text(words.ROLE_GONE), Choices((erase,))), Remember(kept))


def erased(ports: Ports, incoming: Incoming, screened: str) -> Turn:
    """The turn that erases all of somebody's data, also what is kept apart."""
    apart = ports.mark(name_of(screened))
    return turn((Text(words.ERASED),), Erase(screened, incoming.at, apart=apart))
