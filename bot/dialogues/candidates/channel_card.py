"""The card of a screening as its whole hiring channel reads it."""

from bot.core.messages import Block
from bot.core.screening.events import Decided
from bot.core.team.blind import unshown
from bot.core.team.card import team_card
from bot.core.team.screened import Screened
from bot.ports import Ports


def channel_card(ports: Ports, one: Screened) -> tuple[Block, ...]:
    """The card as a whole channel reads it.

    Where the role is rated blind it holds no levels before the decision.
    """
    blind = ports.policies(one.summary.role).blind_first
    decided = isinstance(one.review.decision, Decided)
    shown = unshown(one) if blind and not decided else one
    return team_card(shown, ports.gives_orders)
