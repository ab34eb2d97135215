"""The notice before a screening: given, waited for, given up; and another way than the chat."""

from collections.abc import Callable
from dataclasses import replace

from bot.core.clock.due import decision_late
from bot.core.messages import Text
from bot.core.screening import dialogue, waiting
from bot.core.screening.commands import ChooseAnotherWay, WaiveNotice
from bot.core.screening.consent import consents
from bot.core.screening.evolution import evolve
from bot.core.screening.notice_events import NoticeGiven
from bot.core.screening.screening import Stage
from bot.core.screening.utterances import Wish
from bot.core.wording import notice as words
from bot.dialogues.by_the_clock.daily import reminds_team
from bot.dialogues.screening import resumes
from bot.dialogues.screening.session import Session, said
from bot.dialogues.screening.waits import notice_due
from bot.dialogues.turn import Turn
from bot.ports import Append, Change

WAIVE = "waive"
"""The step that waits for a yes to giving up the rest of the notice."""
ANOTHER_WAY = "another way"
"""The step that waits for a second “another way”."""


def given(session: Session, act: Callable[[Session], Turn]) -> Turn:
    """The turn that `act` takes, with the notice given by it where one is due.

    It counts as given only where the reply tells it.
    """
    policy = session.ports.policies(session.role.id)
    notice = notice_due(policy, session.incoming, session.screening)
    if notice is None:
        return act(session)
    told = replace(session, screening=evolve(session.screening, notice))
    taken = act(told)
    wait = told.wait
    if wait is None or waiting.still(wait)[0] not in taken.reply.blocks:
        return act(session)
    return replace(taken, changes=_with_notice(session, notice, taken.changes))


def _with_notice(
    session: Session, notice: NoticeGiven, changes: tuple[Change, ...]
) -> tuple[Change, ...]:
    """The changes with the notice as the first event."""
    first = Append(session.screening.id, session.screening.number, (notice,))
    appended = [change for change in changes if isinstance(change, Append)]
    if not appended:
        return (first, *changes)
    return tuple(
        replace(first, events=(notice, *change.events)) if change in appended else change
        for change in changes
    )


def too_early(session: Session) -> Turn:
    """The turn for a yes that comes before the notice is over."""
    wait = session.wait
    return session.say(Text(words.TOO_EARLY), *(waiting.still(wait) if wait else ()))


def sooner(session: Session) -> Turn | None:
    """The turn for somebody who does not want to wait: asked back, where the policy lets them."""
    wait = session.wait
    if wait is None:
        return None
    if not wait.waivable:
        return session.say(Text(words.CANNOT_WAIVE), *waiting.still(wait))
    return session.say(*waiting.waive(wait), pending=WAIVE)


def waived(session: Session, wished: frozenset[Wish]) -> Turn | None:
    """The turn for the answer to that; None for any other words."""
    wait = session.wait
    if session.conversation.pending != WAIVE or wait is None:
        return None
    if wished & {Wish.NO, Wish.RESUME}:
        return session.say(Text(words.STILL_WAITING), *waiting.still(wait))
    if not consents(session.incoming.text) or not wait.waivable:
        return None
    sentence = words.waive(wait.days, wait.begins_on)
    command = WaiveNotice(session.incoming.at, session.incoming.text, sentence)
    return session.act(said(words.WAIVED), command)


def another_way(session: Session) -> Turn:
    """The turn for “another way”: asked back once, since it ends the chat's questions."""
    sure = dialogue.sure(ANOTHER_WAY, dialogue.PERSON)
    return session.say(Text(words.ANOTHER_WAY_SURE), *sure, pending=ANOTHER_WAY)


def chosen(session: Session, wished: frozenset[Wish]) -> Turn | None:
    """The turn that closes the chat's questions and tells the team; None for any other words."""
    if session.conversation.pending != ANOTHER_WAY or not session.screening.open:
        return None
    if Wish.ANOTHER_WAY not in wished and not consents(session.incoming.text):
        return None
    chose = ChooseAnotherWay(session.incoming.at, session.incoming.text)
    events, after = session.stay(chose)
    ended = session.keep((Text(words.ANOTHER_WAY), *dialogue.ended_choices()), events, after)
    return resumes.forgotten(session, ended)


def how_it_stands(session: Session) -> Turn:
    """What somebody is told who chose another way."""
    return session.say(Text(_standing(session)), *dialogue.ended_choices())


def _standing(session: Session) -> str:
    screening, policy = session.screening, session.ports.policies(session.role.id)
    if screening.arranged:
        return words.arranged(policy.here(screening.arranged.at).date())
    asked_at = screening.ended_at or session.incoming.at
    on = policy.here(asked_at).date()
    if not decision_late(session.incoming.at, asked_at, policy):
        return words.asked(on)
    return words.asked_late(on, reminds_team(session.ports, session.role.id))


def chose(session: Session) -> bool:
    """Whether the candidate chose another way than the chat."""
    return session.screening.stage is Stage.ANOTHER_WAY
