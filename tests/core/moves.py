"""Everything a candidate can do, as commands that hypothesis puts into any order."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from bot.briefs.reading import read_brief
from bot.core.kits.kit import make_kit
from bot.core.ratings import Level, Outcome, Part, Rating
from bot.core.screening.commands import (
    Answer,
    AskPerson,
    ChooseAnotherWay,
    Command,
    Consent,
    Correct,
    CorrectGate,
    Finish,
    KeepResume,
    Overlap,
    Pause,
    Resume,
    Reuse,
    Skip,
    TakeBackResume,
    WaiveNotice,
    Withdraw,
)
from bot.core.screening.decisions import decide
from bot.core.screening.events import Event, Invited
from bot.core.screening.resume import ResumeKept
from bot.core.screening.screening import Screening, evolve, replayed

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
BRIEF = """# Lighthouse Keeper

**Experience:** 3 years or more of looking after machines.

## Required
- Maintenance of the lamp.
- Radio traffic with ships.
- Weather logbooks.
- A marine radio licence.
"""
ROLE = read_brief("lighthouse-keeper", "lighthouse.md", BRIEF)
KIT = make_kit(ROLE)
QUESTIONS = tuple(question.id for question in KIT.questions)
INVITED = Invited(NOON, ROLE.id, KIT.version, ROLE.version, "Candidate 7F3", False)

_words = st.sampled_from(("yes", "no", "9", "maybe nine", "I repaired it in 2024.", "", "…"))
_rating = st.builds(
    lambda level, missing: Rating(Outcome.RATED, level, (), (), missing, "invented-1"),
    st.sampled_from(Level),
    st.none() | st.sampled_from(Part),
)
_known = st.sampled_from((*QUESTIONS, "q9"))
_also = st.lists(st.builds(Overlap, _known, _rating), max_size=3).map(tuple)
_at = st.just(NOON)

COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(Answer, _at, _words, st.none() | _rating, _also),
    st.builds(Answer, _at, _words, _rating),
    st.builds(Consent, _at, _words),
    st.builds(Reuse, _at),
    st.builds(Skip, _at),
    st.builds(Correct, _at, _known, _words, _rating),
    st.builds(CorrectGate, _at, st.sampled_from((*(gate.id for gate in KIT.gates), "x")), _words),
    st.builds(Pause, _at),
    st.builds(Resume, _at),
    st.builds(AskPerson, _at, _words),
    st.builds(Finish, _at),
    st.builds(Withdraw, _at),
    st.builds(ChooseAnotherWay, _at, _words),
    st.builds(WaiveNotice, _at, _words, _words),
    st.builds(KeepResume, _at, st.builds(ResumeKept, _at, st.just("pdf"), _words, st.just("0"))),
    st.builds(TakeBackResume, _at),
)
LOGS = st.lists(COMMANDS, max_size=30)
TALKS = LOGS.map(lambda commands: [Consent(NOON, "yes"), *commands])
"""As LOGS, but with consent given first, so that most of it has an effect."""


def carried_out(commands: Sequence[Command], *first: Event) -> tuple[list[Event], list[Screening]]:
    """The log of an invitation, `first` and these commands, and the state after each event."""
    events: list[Event] = [INVITED, *first]
    states = [replayed("s", events)]
    for number, command in enumerate(commands):
        timed = _timed(command, number)
        for event in decide(KIT, states[-1], timed):
            events.append(event)
            states.append(evolve(states[-1], event))
    return events, states


def _timed(command: Command, number: int) -> Command:
    return replace(command, at=NOON + timedelta(minutes=number))
