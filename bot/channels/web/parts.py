"""What the web channel is given."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.routing import BaseRoute

from bot.core.fit import FitSummary
from bot.delivery import Turns
from bot.ports import Questions, Records, Roles, Screenings, SignIns


@dataclass(frozen=True, slots=True)
class WebParts:
    """Everything the pages need from outside.

    `summary` gives the fit summary of a screening's id and raises UnknownScreening. `clock` tells
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
    summary: Callable[[str], FitSummary]
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    loopback: bool
    extra_routes: Sequence[BaseRoute] = ()
