"""The card of a screening as its hiring channel reads it, and as one person of it does."""

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
    return card_for(ports, one, "", may_act=True)


def card_for(ports: Ports, one: Screened, person: str, *, may_act: bool) -> tuple[Block, ...]:
    """The card as this person reads it, with levels where they have rated; "" for nobody's own."""
    blind = ports.policies(one.summary.role).blind_first
    rated = person and one.review.rated_by(person)
    hidden = blind and not rated and not isinstance(one.review.decision, Decided)
    return team_card(unshown(one) if hidden else one, ports.gives_orders, may_act=may_act)
