"""The one way in: a message comes in, one reply goes out, and what follows from it is kept once."""

from dataclasses import replace

from bot.core.answering.feedback import KeepTrace, Trace
from bot.core.errors import KitNotApproved, LostRace, UnknownQuestion, UnknownRole, UnknownScreening
from bot.core.messages import Incoming, Reply, Text
from bot.core.roles import Audience
from bot.core.text.cleaning import LONGEST, cleaned
from bot.core.wording import deciding
from bot.core.wording import general as words
from bot.dialogues import news
from bot.dialogues.candidates import noting, reviewing
from bot.dialogues.candidates.waiting import keeping, others
from bot.dialogues.questions import feedback, role_questions
from bot.dialogues.recruiting import commands as recruiting
from bot.dialogues.recruiting.allowed import allowed, refused
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening import messages as screening
from bot.dialogues.screening import revising
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
            taken, said = self._traced_turn(incoming), _noted(incoming)
            try:
                self._ports.inbox.commit(said, taken.reply, taken.changes)
            except LostRace:
                continue
            return taken.reply
        raise LostRace(words.BUSY)

    def _traced_turn(self, incoming: Incoming) -> Turn:
        """The turn, with how the question in it was answered."""
        traces: list[Trace] = []
        taken = self._turn(replace(self._ports, traced=traces.append), incoming)
        if not traces:
            return taken
        return replace(
            taken, changes=(*taken.changes, KeepTrace(incoming.id, traces[-1], incoming.at))
        )

    def _turn(self, ports: Ports, incoming: Incoming) -> Turn:
        length = len(incoming.text)
        if length > LONGEST:
            return turn((Text(words.too_long(length, LONGEST)),))
        if incoming.about:
            return feedback.thumb(ports, incoming)
        conversation = ports.conversations.get(incoming.conversation)
        try:
            if incoming.author:
                seen = allowed(ports, incoming.audience, incoming.person)
                return noting.marked(Request(seen, incoming, conversation, ""))
            if incoming.revises or incoming.earlier:
                return revising.handle(ports, self._recalled(ports, incoming), conversation)
            waiting = ports.records.news(incoming.conversation)
            if waiting and not incoming.text.strip() and not incoming.attachment:
                return news.told_first(waiting, news.only_news(ports, incoming, conversation))
            return news.told_first(waiting, self._route(ports, incoming, conversation))
        # Only what a person can put right is a reply; where storage fails, the turn fails.
        except (KitNotApproved, UnknownQuestion, UnknownRole, UnknownScreening) as error:
            return turn((Text(str(error)),))

    def _recalled(self, ports: Ports, incoming: Incoming) -> Incoming:
        """The message with the words that it revises, where the platform told their id alone."""
        if incoming.revises:
            return incoming
        return replace(incoming, revises=ports.records.words(incoming.earlier))

    def _left(self, ports: Ports, incoming: Incoming, screened: str) -> bool:
        """Whether a recruiter who tried a screening in their own chat is through with it."""
        own = incoming.audience is Audience.TEAM and not incoming.screening
        return own and screening.over(ports, screened)

    def _route(self, ports: Ports, incoming: Incoming, conversation: Conversation) -> Turn:
        if not incoming.screening:
            invited = screening.invited(ports, incoming, conversation)
            if invited:
                return invited
        screened = incoming.screening or conversation.screening
        if screened and not self._left(ports, incoming, screened):
            return screening.handle(ports, incoming, conversation, screened)
        given = feedback.handle(ports, incoming) or refused(ports, incoming)
        if given:
            return given
        if incoming.audience is not Audience.TEAM and reviewing.is_awaited(
            conversation, incoming.person
        ):
            return turn((Text(deciding.NOT_YOURS),))
        ports = allowed(ports, incoming.audience, incoming.person)
        if incoming.audience is Audience.TEAM:
            return recruiting.handle(ports, incoming, conversation)
        asked = role_questions.handle(ports, incoming, others(conversation))
        return keeping(conversation, asked)


def _noted(incoming: Incoming) -> Incoming:
    """The message as the chat shows it: of one that was refused for its length, the beginning."""
    if len(incoming.text) <= LONGEST:
        return incoming
    return replace(incoming, text=f"{incoming.text[:NOTED]} …")
