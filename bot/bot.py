"""The one way in: a message comes in, one reply goes out, and what follows from it is kept once."""

from dataclasses import replace

from bot.core.cleaning import LONGEST, cleaned
from bot.core.errors import KitNotApproved, LostRace, UnknownQuestion, UnknownRole, UnknownScreening
from bot.core.messages import Incoming, Reply, Text
from bot.core.roles import Audience
from bot.core.wording import deciding
from bot.core.wording import general as words
from bot.dialogues import news, recruiting, reviewing, revising, role_questions, screening
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Ports

ATTEMPTS = 5
"""How often a turn is decided again after somebody else wrote first."""
NOTED = 200
"""How many characters the chat still shows of a message that was too long to take."""


class Bot:
    """Answers questions about roles, screens candidates, and tells the team what was shown."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def handle(self, incoming: Incoming) -> Reply:
        """The reply to one message.

        The same message id always gets the same reply and has one effect. Raises LostRace only
        where others wrote first each of `ATTEMPTS` times. The words are cleaned here, for every
        channel: what is read, rated, quoted and kept is the same text.
        """
        incoming = replace(incoming, text=cleaned(incoming.text), revises=cleaned(incoming.revises))
        for _ in range(ATTEMPTS):
            known = self._ports.inbox.reply_to(incoming.id)
            if known is not None:
                return known
            taken, said = self._turn(incoming), _noted(incoming)
            try:
                self._ports.inbox.commit(said, taken.reply, taken.changes)
            except LostRace:
                continue
            return taken.reply
        raise LostRace(words.BUSY)

    def _turn(self, incoming: Incoming) -> Turn:
        length = len(incoming.text)
        if length > LONGEST:
            return turn((Text(words.too_long(length, LONGEST)),))
        conversation = self._ports.conversations.get(incoming.conversation)
        try:
            if incoming.revises or incoming.earlier:
                return revising.handle(self._ports, self._recalled(incoming), conversation)
            waiting = self._ports.records.news(incoming.conversation)
            if waiting and not incoming.text.strip():
                return news.told_first(waiting, news.only_news(self._ports, incoming, conversation))
            return news.told_first(waiting, self._route(incoming, conversation))
        # Only what a person can put right is a reply; where storage fails, the turn fails.
        except (KitNotApproved, UnknownQuestion, UnknownRole, UnknownScreening) as error:
            return turn((Text(str(error)),))

    def _recalled(self, incoming: Incoming) -> Incoming:
        """The message with the words that it revises, where the platform told their id alone."""
        if incoming.revises:
            return incoming
        return replace(incoming, revises=self._ports.records.words(incoming.earlier))

    def _left(self, incoming: Incoming, screened: str) -> bool:
        """Whether a recruiter who tried a screening in their own chat is through with it."""
        own = incoming.audience is Audience.TEAM and not incoming.screening
        return own and screening.over(self._ports, screened)

    def _route(self, incoming: Incoming, conversation: Conversation) -> Turn:
        if not incoming.screening:
            invited = screening.invited(self._ports, incoming, conversation)
            if invited:
                return invited
        screened = incoming.screening or conversation.screening
        if screened and not self._left(incoming, screened):
            return screening.handle(self._ports, incoming, conversation, screened)
        if incoming.audience is not Audience.TEAM and reviewing.is_awaited(
            conversation, incoming.person
        ):
            return turn((Text(deciding.NOT_YOURS),))
        if incoming.audience is Audience.TEAM:
            return recruiting.handle(self._ports, incoming, conversation)
        return role_questions.handle(self._ports, incoming, conversation)


def _noted(incoming: Incoming) -> Incoming:
    """The message as the chat shows it: of one that was refused for its length, the beginning."""
    if len(incoming.text) <= LONGEST:
        return incoming
    return replace(incoming, text=f"{incoming.text[:NOTED]} …")
