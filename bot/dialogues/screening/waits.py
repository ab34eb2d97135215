"""Whether a screening waits for its notice, and the notice that is still to be given."""

from datetime import date

from bot.core.clock.policy import Policy
from bot.core.messages import Incoming
from bot.core.screening.notice_events import NoticeGiven
from bot.core.screening.screening import Screening, Stage
from bot.core.screening.waiting import Wait


def wait_of(policy: Policy, incoming: Incoming, screening: Screening) -> Wait | None:
    """What the candidate waits for when this message comes; None where for nothing."""
    notice = screening.notice
    if notice is None or not screening.waits(incoming.at):
        return None
    begins = date.fromisoformat(notice.begins_on)
    reachable = incoming.origin is not None
    return Wait(notice.days, policy.working_days, begins, reachable, policy.notice_waiver)


def notice_due(policy: Policy, incoming: Incoming, screening: Screening) -> NoticeGiven | None:
    """The notice, where the policy wants one before anything is asked and none was given yet.

    A trial waits for nothing: nobody real is screened in it.
    """
    if not policy.notice_days or screening.trial or screening.notice:
        return None
    if screening.stage is not Stage.NOTICE:
        return None
    begins = policy.notice_over(incoming.at)
    at = policy.start_of(begins)
    return NoticeGiven(incoming.at, policy.notice_days, at, begins.isoformat())
