"""Gathers how people decided among the groups that a role's candidates put themselves into.

It is for whoever runs the program; nothing in a chat or on a page reads it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.roles import Role
from bot.core.screening.events import Decided
from bot.core.screening.screening import Screening, Stage
from bot.core.screening.self_identification import Told, name_of, quarter
from bot.core.team.impact import Impact, Person, compared
from bot.ports import Ports


@dataclass(frozen=True, slots=True)
class _Person:
    mark: str
    screening: Screening
    person: Person


def impact_of(ports: Ports, role: Role, told: Iterable[Told], since: str = "") -> Impact:
    """The report for those who sent their answers in or after a quarter (`2027-Q1`), or ever.

    `told` is all that the role's candidates told. Raises BrokenLog.
    """
    by_mark: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in told:
        by_mark[one.mark][one.category] = one.answer
    everybody = list(_people(ports, role, by_mark))
    invited = [one for one in everybody if _in_time(ports, one.screening, since)]
    sent = [one for one in invited if one.screening.stage is Stage.FINISHED]
    people = [one.person for one in sent]
    asked = ports.self_identification(role.id).categories
    return Impact(
        invited=len(invited),
        finished=len(sent),
        decided=sum(person.verdict is not None for person in people),
        compared=tuple(compared(category, people) for category in asked),
        unmatched=bool(set(by_mark) - {one.mark for one in everybody}),
    )


def _people(ports: Ports, role: Role, told: dict[str, dict[str, str]]) -> Iterator[_Person]:
    for entry in ports.screenings.entries(role.id):
        screening = ports.screenings.state(entry.id)
        if entry.trial or not screening.number:
            continue
        decision, mark = screening.decision, ports.mark(name_of(entry.id))
        verdict = decision.verdict if isinstance(decision, Decided) else None
        yield _Person(mark, screening, Person(told.get(mark, {}), verdict))


def _in_time(ports: Ports, screening: Screening, since: str) -> bool:
    """Whether it ended (or, where it goes on, began) in or after this quarter."""
    at = screening.ended_at or screening.invited_at
    here = ports.policies(screening.role).here(at).date() if at else None
    return here is not None and quarter(here) >= since
