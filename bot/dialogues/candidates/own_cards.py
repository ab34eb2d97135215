"""The card of a hiring channel as one person alone reads it there. Nothing is kept of who looks.

The candidate's name is on nobody's card, also where that person has been shown it: a platform keeps
such a card in ways that an erasure from here cannot reach.
"""

from dataclasses import dataclass

from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.fit.cards import erased
from bot.core.messages import Block, Incoming
from bot.core.roles import Audience
from bot.dialogues.candidates.channel_card import card_for
from bot.dialogues.candidates.finding import entry_by_id, screened
from bot.dialogues.recruiting.allowed import works_on
from bot.ports import Ports


@dataclass(frozen=True, slots=True)
class OwnCards:
    """Reads cards for people, and changes nothing."""

    ports: Ports

    def of(self, incoming: Incoming) -> tuple[Block, ...] | None:
        """The card in whose thread the chat is, or a notice where it was erased; None for none.

        Who works on the role gets its buttons, and levels once they have rated; others get neither.
        """
        above = self.ports.thread_of(incoming.conversation)
        if above is None:
            return None
        if not above:
            return erased()
        try:
            one = screened(self.ports, entry_by_id(self.ports, above))
        except (UnknownRole, UnknownScreening):
            return None
        works = works_on(self.ports.role_teams, incoming.person)
        may_act = incoming.audience is Audience.TEAM and works(one.summary.role)
        return card_for(self.ports, one, incoming.person if may_act else "", may_act=may_act)
