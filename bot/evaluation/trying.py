"""A dry run: whole sample screenings played through a role's kit, and nothing of it kept.

The same decisions, the same rater and the same card as for a real candidate; only the log is in
memory alone, and the clock stands still.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.core.fit.summary import Assessment, FitSummary
from bot.core.kits.kit import Kit, letter
from bot.core.messages import Block, Choices, Incoming
from bot.core.ratings import Level, Outcome
from bot.core.roles import Audience, Role
from bot.core.screening.commands import Command, Finish, Skip
from bot.core.screening.decisions import AtGate, AtQuestion
from bot.core.screening.events import Consented, Event, Invited
from bot.core.screening.screening import replayed
from bot.core.team.card import team_card
from bot.core.team.screened import Screened
from bot.dialogues.screening.session import Session
from bot.kit_files.samples import Sample, SampleAnswer
from bot.ports import Conversation, Ports

_AT = datetime(2000, 1, 1, tzinfo=UTC)
"""When every sample speaks: how long it took is not measured."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One sample, what the kit and the rater made of it, and how many follow-ups were asked."""

    sample: Sample
    summary: FitSummary
    card: tuple[Block, ...]
    probed: frozenset[int]

    def levels(self, number: int) -> tuple[Level | None, Level | None]:
        """What was expected of the answer to a question (from 1), and what was found."""
        said = self.sample.answers.get(number)
        return (said.expected if said else None), self.assessment(number).rating.level

    def assessment(self, number: int) -> Assessment:
        """What became of a question, by its number from 1."""
        return self._asked[number - 1]

    @property
    def _asked(self) -> tuple[Assessment, ...]:
        return tuple(one for one in self.summary.assessments if one.question)


def tried(ports: Ports, role: Role, kit: Kit, samples: Iterable[Sample]) -> tuple[Tried, ...]:
    """Each sample played to its end, in the file's order."""
    return tuple(_played(ports, role, kit, sample) for sample in samples)


def _played(ports: Ports, role: Role, kit: Kit, sample: Sample) -> Tried:
    opened: tuple[Event, ...] = (
        Invited(_AT, role.id, kit.version, kit.brief_version, sample.name, True),
        Consented(_AT, "yes"),
    )
    nobody = Incoming("try", "try", "try", Audience.CANDIDATE, "", _AT, role=role.id)
    session = Session(ports, nobody, Conversation("try"), role, kit, replayed("try", opened))
    while (command := _next(session, sample)) is not None:
        _, after = session.decide(command)
        session = replace(session, screening=after)
    _, after = session.decide(Finish(_AT))
    summary = replace(in_kits_order(session.summary(after), kit), minutes=None)
    card = team_card(Screened(summary, (), ""), ports.gives_orders)
    numbers = {question.id: number for number, question in enumerate(kit.questions, 1)}
    probed = frozenset(numbers[each] for each in after.probed)
    return Tried(sample, summary, _unpressed(card), probed)


def in_kits_order(summary: FitSummary, kit: Kit) -> FitSummary:
    """The summary with what the kit asks about in the kit's order, then the others."""
    order = {question.criterion.id: number for number, question in enumerate(kit.questions)}
    last = len(order)
    ordered = sorted(summary.assessments, key=lambda one: order.get(one.criterion.id, last))
    return replace(summary, assessments=tuple(ordered))


def _next(session: Session, sample: Sample) -> Command | None:
    """What the sample says where the screening stands; None at the review."""
    match session.here:
        case AtGate(gate):
            said = sample.gates.get(letter(session.kit.gates.index(gate)), "")
        case AtQuestion(_, number, probing):
            answer = sample.answers.get(number, SampleAnswer(""))
            said = answer.follow_up if probing else answer.text
        case _:
            return None
    return session.answer(said) if said else Skip(_AT)


def _unpressed(card: Sequence[Block]) -> tuple[Block, ...]:
    """The card without its buttons: there is nobody to decide on."""
    return tuple(block for block in card if not isinstance(block, Choices))


@dataclass(frozen=True, slots=True)
class Counted:
    """One question over all samples: how often what came of it.

    `same`, `beside` and `apart` count expected levels: found, one step beside, and further off.
    """

    number: int
    criterion: str
    samples: int
    levels: tuple[int, ...]
    not_enough: int
    skipped: int
    probed: int
    same: int
    beside: int
    apart: int

    @property
    def expected(self) -> int:
        """For how many samples a level was expected."""
        return self.same + self.beside + self.apart


def counted(kit: Kit, every: Sequence[Tried]) -> tuple[Counted, ...]:
    """The figures of each question, in the kit's order."""
    return tuple(_count(number, every) for number in range(1, len(kit.questions) + 1))


def _count(number: int, every: Sequence[Tried]) -> Counted:
    ratings = [one.assessment(number).rating for one in every]
    levels = [rating.level for rating in ratings]
    outcomes = [rating.outcome for rating in ratings]
    pairs = [one.levels(number) for one in every if one.levels(number)[0] is not None]
    # A level that was expected and not found at all is further off than any step.
    steps = [abs(a - b) if a is not None and b is not None else len(Level) for a, b in pairs]
    return Counted(
        number=number,
        criterion=every[0].assessment(number).criterion.text,
        samples=len(every),
        levels=tuple(levels.count(level) for level in Level),
        not_enough=outcomes.count(Outcome.NOT_ENOUGH),
        skipped=outcomes.count(Outcome.DECLINED) + outcomes.count(Outcome.NOT_ASKED),
        probed=sum(number in one.probed for one in every),
        same=steps.count(0),
        beside=steps.count(1),
        apart=sum(step > 1 for step in steps),
    )
