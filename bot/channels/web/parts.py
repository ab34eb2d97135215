"""What the web channel is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.routing import BaseRoute

from bot.channels.web.uploads import Uploads
from bot.core.messages import Block
from bot.core.roles import Role
from bot.core.team.comparing import Comparison
from bot.core.team.funnel import Funnel
from bot.core.team.hand_over import HandOver
from bot.core.team.screened import Screened
from bot.ports import Questions, Records, Roles, Screenings, SignIns
from bot.ports.delivery import Turns


@dataclass(frozen=True, slots=True)
class WebParts:
    """Everything the pages need from outside.

    `screened` gives what is known of a screening by its id and raises UnknownScreening; `ask`
    answers a question about it, and raises the same. `compare` puts the screenings of a role with
    these ids side by side (all that are finished where there are none), by the requirements about
    some words; None where there is nothing to compare. The last argument of each is who reads it:
    where a role is rated blind, levels are left out for whoever has not rated yet. `funnel` counts
    how a role's screenings go; `hand_over` gives all that is handed over of a screening, with every
    level, and raises as `screened`. `clock` tells the time in UTC and `new_id` makes unguessable
    names. `loopback` is true only where the server is bound to a loopback address: then whoever
    sits at this machine needs no sign-in.
    `uploads` holds the files that came with a form while their messages are handled.
    `extra_routes` are other channels' HTTP endpoints, served beside the pages.
    """

    turns: Turns
    roles: Roles
    screenings: Screenings
    records: Records
    questions: Questions
    sign_ins: SignIns
    screened: Callable[[str, str], Screened]
    ask: Callable[[str, str, str], tuple[Block, ...]]
    compare: Callable[[str, Sequence[str], str, str], Comparison | None]
    funnel: Callable[[Role], Funnel]
    hand_over: Callable[[str], HandOver]
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    loopback: bool
    uploads: Uploads
    extra_routes: Sequence[BaseRoute] = ()
