"""Invented screenings that are over, kept in an office's store without anybody having to chat."""

from datetime import datetime, timedelta

from bot.core.messages import Incoming, Reply
from bot.core.ratings import Evidence, Level, Outcome, Rating
from bot.core.roles import Audience
from bot.core.screening.events import Answered, Consented, Event, Finished, Invited, Skipped
from bot.ports import Append, Erase, Open
from tests.recruiting.office import KEEPER, NOON, Office


def rating(level: Level, answer: str) -> Rating:
    """A rating whose evidence is the whole answer."""
    evidence = (Evidence(0, len(answer), answer),)
    return Rating(Outcome.RATED, level, evidence, ("Because it is invented.",), None, "invented-1")


def screened(
    office: Office,
    code: str,
    answers: tuple[str, ...],
    role: str = KEEPER,
    level: Level = Level.DESCRIBED,
    after: int = 10,
    finished: bool = True,
    name: str = "Ottoline Invented-Quibble",
) -> str:
    """Keep a screening with these answers ("" for a skipped question); its id."""
    kit, identity = office.kit(role), f"{role}-{code.lower()}"
    invited = Invited(NOON, role, kit.version, kit.brief_version, f"Candidate {code}", False)
    told: list[Event] = [Consented(NOON, "yes")]
    for question, answer in zip(kit.questions, answers, strict=False):
        told.append(
            Answered(NOON, question.id, answer, rating(level, answer))
            if answer
            else Skipped(NOON, question.id)
        )
    if finished:
        told.append(Finished(NOON + timedelta(minutes=after)))
    expires = NOON + timedelta(days=14)
    opening = Open(identity, invited, name, f"token-{identity}", expires, kit)
    commit(office, identity, opening, Append(identity, 1, tuple(told)))
    return identity


def erased(office: Office, identity: str) -> None:
    """Erase a screening, as its candidate asked for."""
    commit(office, f"{identity}-erase", Erase(identity, NOON))


def commit(office: Office, identity: str, *changes: Open | Append | Erase) -> None:
    """Keep changes as the turn of an invented message."""
    at: datetime = NOON
    message = Incoming(f"invented-{identity}", "invented", "U-o", Audience.TEAM, "", at)
    office.store.inbox.commit(message, Reply(()), changes)
