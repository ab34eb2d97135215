"""One more question after the end: a recruiter asks, the candidate answers, the card shows it."""

import re

from bot.answers.questions import asked_in
from bot.core.fit import cards
from bot.core.lint.barred import BARRED
from bot.core.lint.finding import hits
from bot.core.messages import Block, Post, Quote, Text
from bot.core.screening.dialogue import one_more
from bot.core.screening.events import Decided
from bot.core.screening.team_events import MoreAnswered, MoreAsked
from bot.core.screening.utterances import Wish, wishes
from bot.core.wording import deciding
from bot.core.wording import more as words
from bot.dialogues.candidates.case import Case, acted, only_finished, redrawn
from bot.dialogues.candidates.deciding import is_said
from bot.dialogues.candidates.finding import entry_by_id
from bot.dialogues.candidates.waiting import awaiting
from bot.dialogues.recruiting.request import Request
from bot.dialogues.screening.session import Session
from bot.dialogues.turn import Turn, turn
from bot.ports import Append, Remember

_ASK = re.compile(
    r"/?ask one more(?: (?P<whom>(?:candidate )?[\w-]{2,40}))?\s*(?::\s*(?P<question>.*))?",
    re.IGNORECASE | re.DOTALL,
)
LONGEST = 500
"""The most characters of the question."""


def handle(request: Request) -> Turn | None:
    """The turn for “ask one more NAME: …”; None for any other message. Raises UnknownScreening."""
    found = _ASK.fullmatch(request.incoming.text.strip())
    if found is None:
        return None
    return acted(request, found["whom"], lambda case: asked(case, found["question"] or ""))


def asked(case: Case, question: str) -> Turn:
    """Ask the candidate, unless another question waits or this one may not be asked."""
    question = " ".join(question.split())
    closed = refused(case)
    if closed:
        return closed
    if not is_said(question):
        waits = awaiting(case.request.conversation, case.incoming.person, "more", case.entry.id)
        what = words.WHAT.format(pseudonym=case.pseudonym, code=case.code)
        return turn((Text(what),), Remember(waits))
    if len(question) > LONGEST:
        return turn((Text(deciding.too_long(LONGEST)),))
    barred = may_not(question)
    if barred:
        return turn((Text(barred),))
    more = MoreAsked(case.at, question, *case.who)
    posts = case.to_candidate("more", _to_candidate(case, question))
    said = (Text(words.asked(case.pseudonym, case.reachable)), Quote(question))
    return case.keep(said, more, posts=posts)


def may_not(question: str) -> str:
    """Why this may not be asked, and what may be instead; "" where it may."""
    barred = hits(BARRED, question)
    return words.MAY_NOT.format(why=barred[0].why, instead=barred[0].instead) if barred else ""


def refused(case: Case) -> Turn | None:
    """The turn where nothing more can be asked now; None where it can."""
    return only_finished(case) or _closed(case)


def _closed(case: Case) -> Turn | None:
    if isinstance(case.screening.decision, Decided):
        said = words.DECIDED.format(pseudonym=case.pseudonym, code=case.code)
        return turn((Text(said),), case.no_longer())
    waiting = case.screening.more
    if waiting is None:
        return None
    said = words.WAITS.format(pseudonym=case.pseudonym)
    return turn((Text(said), Quote(waiting.question)), case.no_longer())


def _to_candidate(case: Case, question: str) -> tuple[Block, ...]:
    role = case.ports.roles.get(case.entry.role)
    title = role.title if role else case.entry.role
    return (Text(words.INTRO.format(title=title)), *one_more(question))


def answered(session: Session) -> Turn | None:
    """The turn for the candidate's answer; None where none waits or something else was said."""
    more = session.screening.more
    if more is None or session.screening.open:
        return None
    if Wish.SKIP in wishes(session.incoming.text):
        return _kept(session, more, "")
    said = asked_in(session.incoming.text)
    return _kept(session, more, session.incoming.text) if said.statement else None


def _kept(session: Session, more: MoreAsked, answer: str) -> Turn:
    ports, screening, at = session.ports, session.screening, session.incoming.at
    event = MoreAnswered(at, more.question, answer)
    events = ports.screenings.events(screening.id)[: screening.number]
    about = words.ANSWERED if answer else words.SKIPPED
    note = cards.note(screening.pseudonym, session.role.title, about)
    identity = f"{screening.id}:more:{screening.number + 1}"
    post = Post(identity, session.role.id, screening.id, at, note)
    thanks = Text(words.THANKS if answer else words.SKIP_THANKS)
    return turn(
        (thanks,),
        Append(screening.id, screening.number, (event,)),
        redrawn(ports, entry_by_id(ports, screening.id), (*events, event)),
        Remember(session.conversation),
        posts=(post,),
    )
