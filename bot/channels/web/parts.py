"""What the web channel is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.routing import BaseRoute

from bot.core.comparing import Comparison
from bot.core.messages import Block
from bot.core.screened import Screened
from bot.delivery import Turns
from bot.ports import Questions, Records, Roles, Screenings, SignIns


@dataclass(frozen=True, slots=True)
class WebParts:
    """Everything the pages need from outside.

    `screened` gives what is known of a screening by its id and raises UnknownScreening; `ask`
    answers a question about it, and raises the same. `compare` puts the screenings of a role with
    these ids side by side (all that are finished where there are none), by the requirements about
    some words; None where there is nothing to compare. The last argument of each is who reads it:
    where a role is rated blind, levels are left out for whoever has not rated yet. `clock` tells
    the time in UTC and `new_id` makes unguessable names. `loopback` is true only where the server
    is bound to a loopback address: then whoever sits at this machine needs no sign-in.
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
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    loopback: bool
    extra_routes: Sequence[BaseRoute] = ()
