"""The one way in: a message comes in, one reply goes out, and what follows from it is kept once."""

from bot.core.errors import KitNotApproved, LostRace, UnknownQuestion, UnknownRole, UnknownScreening
from bot.core.messages import Incoming, Reply, Text
from bot.core.roles import Audience
from bot.core.wording import general as words
from bot.dialogues import news, recruiting, role_questions, screening
from bot.dialogues.turn import Turn, turn
from bot.ports import Conversation, Ports

ATTEMPTS = 5
"""How often a turn is decided again after somebody else wrote first."""


class Bot:
    """Answers questions about roles, screens candidates, and tells the team what was shown."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def handle(self, incoming: Incoming) -> Reply:
        """The reply to one message.

        The same message id always gets the same reply and has one effect. Raises LostRace only
        where others wrote first each of `ATTEMPTS` times.
        """
        for _ in range(ATTEMPTS):
            known = self._ports.inbox.reply_to(incoming.id)
            if known is not None:
                return known
            taken = self._turn(incoming)
            try:
                self._ports.inbox.commit(incoming, taken.reply, taken.changes)
            except LostRace:
                continue
            return taken.reply
        raise LostRace(words.BUSY)

    def _turn(self, incoming: Incoming) -> Turn:
        conversation = self._ports.conversations.get(incoming.conversation)
        try:
            waiting = self._ports.records.news(incoming.conversation)
            if waiting and not incoming.text.strip():
                return news.told_first(waiting, news.only_news(self._ports, incoming, conversation))
            return news.told_first(waiting, self._route(incoming, conversation))
        # Only what a person can put right is a reply; where storage fails, the turn fails.
        except (KitNotApproved, UnknownQuestion, UnknownRole, UnknownScreening) as error:
            return turn((Text(str(error)),))

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
        if incoming.audience is Audience.TEAM:
            return recruiting.handle(self._ports, incoming, conversation)
        return role_questions.handle(self._ports, incoming, conversation)
