"""What a candidate is told who asks how things stand, or what is kept and for how long."""

from datetime import datetime

from bot.core.clock.due import decision_late
from bot.core.messages import Aside, Block, Quote, Text
from bot.core.screening import dialogue, waiting
from bot.core.screening.events import Decided, PutOnHold
from bot.core.screening.screening import Stage
from bot.core.team.review import review
from bot.core.wording import clock, more
from bot.core.wording import screening as words
from bot.dialogues.by_the_clock.daily import reminds_team
from bot.dialogues.questions import asking_team
from bot.dialogues.screening import identifying, noticing, own_files, resumes
from bot.dialogues.screening.session import Session
from bot.dialogues.turn import Turn


def status(session: Session) -> Turn:
    """How far the screening is; after the end, what it waits for, and questions that wait."""
    asked = asking_team.waiting(session.ports, session.role, session.conversation.id)
    if session.wait:
        return session.say(*waiting.still(session.wait), *asked)
    if noticing.chose(session):
        return noticing.how_it_stands(session)
    if session.screening.open:
        done = Text(words.status(_done(session), len(session.kit.questions)))
        return session.ask_again(done, *asked)
    if session.screening.stage is not Stage.FINISHED:
        return session.ask_again(*asked)
    return session.say(Text(_waits(session)), *asked, *dialogue.ended_choices())


def data(session: Session) -> Turn:
    """All that is kept of the candidate, and until when."""
    return session.say(*_kept(session), *dialogue.erase_choices(session.screening))


def data_as_files(session: Session) -> Turn:
    """The same, and files with all of it to take along."""
    shown = _kept(session)
    files = own_files.files(session, shown)
    return session.say(*shown, *files, *dialogue.erase_choices(session.screening))


def _kept(session: Session) -> tuple[Block, ...]:
    kept = dialogue.everything_kept(session.kit, session.screening, session.conversation.draft)
    asked = asking_team.asked_by(session.ports, session.role, session.screening.id)
    since = _since_the_end(session)
    apart = identifying.in_data(session)
    until = _kept_until(session)
    return (*kept, *resumes.data(session), *since, *apart, *until, *asked)


def _since_the_end(session: Session) -> tuple[Block, ...]:
    """What the team asked and told after the end, and what the candidate answered."""
    found = review(session.ports.screenings.events(session.screening.id))
    blocks: list[Block] = [Text(more.DATA)] if found.more else []
    for one in found.more:
        blocks.append(Quote(one.asked.question, more.THE_TEAM))
        blocks += [Quote(one.answer.answer)] if one.answer and one.answer.answer else []
    if found.told:
        blocks += [Text(more.DATA_TOLD), Quote(found.told.words, more.THE_TEAM)]
    return tuple(blocks)


def _done(session: Session) -> int:
    """How many questions need nothing more."""
    screening = session.screening
    return sum(
        question.id in screening.given and question.id not in screening.awaiting
        for question in session.kit.questions
    )


def _waits(session: Session) -> str:
    """What the team has done with the answers so far."""
    screening, policy = session.screening, session.ports.policies(session.role.id)
    match screening.decision:
        case _ if screening.told:
            return clock.told(policy.here(screening.told.at).date(), screening.told.words)
        case Decided(at):
            return clock.decided(policy.here(at).date())
        case PutOnHold(at):
            return clock.on_hold(policy.here(at).date())
    sent, now = screening.ended_at or session.incoming.at, session.incoming.at
    on = policy.here(sent).date()
    if not decision_late(now, sent, policy):
        return clock.waiting(on)
    return clock.delayed(session.role.title, on, reminds_team(session.ports, session.role.id))


def _kept_until(session: Session) -> tuple[Block, ...]:
    """When the policy erases it all; a role that keeps everything says nothing of it."""
    policy = session.ports.policies(session.role.id)
    if not policy.retention_days:
        return ()
    ended = _ended(session)
    at = policy.erased_at(ended) if ended else None
    if at is None:
        return (Aside(clock.kept_for(policy.retention_days)),)
    return (Aside(clock.kept_until(policy.here(at).date())),)


def _ended(session: Session) -> datetime | None:
    """When it was over: the end, or the decision where that came later."""
    screening = session.screening
    decided = (screening.decision.at,) if isinstance(screening.decision, Decided) else ()
    return max((screening.ended_at, *decided)) if screening.ended_at else None
