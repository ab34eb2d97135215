"""An invented role, an invented candidate, and what the bot's core makes of them."""

from datetime import UTC, datetime, timedelta

from bot.core.fit.cards import fit_card, kit_blocks
from bot.core.fit.summary import FitSummary, summarize
from bot.core.kits.kit import make_kit
from bot.core.messages import Aside, Block, Citation, Link, Post, Sources, Text
from bot.core.ratings import Evidence, Level, Outcome, Part, Rating
from bot.core.roles import Criterion, CriterionKind, Role, Years
from bot.core.screening.events import (
    Answered,
    Consented,
    Event,
    Finished,
    GateAnswered,
    GateOutcome,
    Invited,
    PersonAsked,
    Skipped,
)
from bot.core.screening.screening import replayed
from bot.core.team.record import record
from bot.core.team.screened import Screened

NOW = datetime(2027, 3, 1, 9, 30, tzinfo=UTC)
TOKEN = "tok_Zq8vN3xkP0aLr5mW7uYb2cD9eFgHjKiS4nQtVx1w"
SCREENING = "scr7f3a9k2"
PSEUDONYM = "Candidate 7F3"
CANDIDATE = "Ottoline Invented-Quibble"

_REQUIRED = (
    "Experience with sourdough and long cold fermentation",
    "Running a night shift of four or more bakers",
    "Food safety planning (HACCP)",
    "Costing of recipes",
)
_PREFERRED = ("Knowledge of laminated doughs", "A driving licence for the delivery van")


def _criteria() -> tuple[Criterion, ...]:
    required = tuple(
        Criterion(f"r{n}", CriterionKind.ESSENTIAL, text, "What you bring › Required", 20 + n)
        for n, text in enumerate(_REQUIRED, 1)
    )
    preferred = tuple(
        Criterion(f"p{n}", CriterionKind.DESIRABLE, text, "What you bring › Preferred", 30 + n)
        for n, text in enumerate(_PREFERRED, 1)
    )
    return (*required, *preferred)


ROLE = Role(
    id="head-night-baker",
    title="Head Night Baker",
    version="1a2b3c4d5e6f",
    source="head-night-baker.md",
    sections=(),
    criteria=_criteria(),
    pay=(),
    years=Years(5, None, 12),
)
OTHER = Role("beekeeper", "Travelling Beekeeper", "9f8e7d6c5b4a", "bee.md", (), (), (), None)
KIT = make_kit(ROLE)

SOURDOUGH = (
    "At Mossbank Bakery our rye kept collapsing in the summer of 2024. I moved the whole line to "
    "a 16-hour cold proof, wrote the temperature log by hand for three weeks and retrained the "
    "two juniors. Waste went from 11 % to 3 % of the loaves, and it has stayed there.\n\n"
    "What I liked most was that nobody had to start before two in the morning any more."
)
SHIFT = "We had a team of five at night. We mostly worked from a list, and it went well."
SAFETY = "I would first read up on it, but I know the terms: HACCP, CCP, critical limits."


def _quoted(answer: str, *quotes: str) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(answer.index(quote), answer.index(quote) + len(quote), quote) for quote in quotes
    )


def _rating(level: Level, evidence: tuple[Evidence, ...], reason: str) -> Rating:
    missing = None if level is Level.IMPACT else Part.RESULT
    return Rating(Outcome.RATED, level, evidence, (reason,), missing, "lexical 1")


def events() -> tuple[Event, ...]:
    """One finished screening."""
    impact = _rating(
        Level.IMPACT,
        _quoted(
            SOURDOUGH,
            "I moved the whole line to a 16-hour cold proof",
            "Waste went from 11 % to 3 % of the loaves",
        ),
        "One situation, the candidate's own actions, and a measured result.",
    )
    described = _rating(
        Level.DESCRIBED,
        _quoted(SHIFT, "We had a team of five at night."),
        "Real work in general terms; the candidate's own part is not clear.",
    )
    claimed = _rating(
        Level.CLAIMED,
        _quoted(SAFETY, "I know the terms: HACCP, CCP, critical limits"),
        "Terms are listed; no work is described.",
    )
    later = NOW + timedelta(minutes=14)
    return (
        Invited(NOW, ROLE.id, KIT.version, ROLE.version, PSEUDONYM, trial=False),
        Consented(NOW, "yes"),
        GateAnswered(NOW, "years", "six, maybe seven", GateOutcome.PASS),
        Answered(NOW, "q1", SOURDOUGH, impact),
        Answered(NOW, "q2", SHIFT, described),
        Answered(NOW, "q3", SAFETY, claimed),
        Skipped(NOW, "q4"),
        PersonAsked(NOW, "Could I talk with someone about the shifts?"),
        Finished(later),
    )


def summary() -> FitSummary:
    """The fit summary of that screening."""
    return summarize(ROLE, KIT, replayed(SCREENING, events()))


def other_screened() -> Screened:
    """Somebody else, who finished the screening earlier and skipped most of it."""
    told = (
        Invited(NOW, ROLE.id, KIT.version, ROLE.version, "Candidate 2B1", trial=False),
        Consented(NOW, "yes"),
        Answered(NOW, "q1", SHIFT, _rating(Level.NO_EVIDENCE, (), "Nothing about it was said.")),
        Answered(NOW, "q2", SHIFT, _rating(Level.DESCRIBED, _quoted(SHIFT, SHIFT), "In general.")),
        Skipped(NOW, "q3"),
        Finished(NOW + timedelta(minutes=9)),
    )
    made = summarize(ROLE, KIT, replayed("scr2b1", told))
    return Screened(made, record(KIT, told), "")


OTHER_SCREENED = other_screened()


def card_post() -> Post:
    """Its fit card in the hiring channel."""
    return Post("post-1", ROLE.id, SCREENING, NOW + timedelta(minutes=14), fit_card(summary()))


ANSWER: tuple[Block, ...] = (
    Text("The pay is £38,400 to £43,000 a year, with a night supplement of 22 %."),
    Sources(
        (
            Citation("Pay and hours", 14, "Salary: £38,400 to £43,000 a year", ROLE.version),
            Citation("Pay and hours", 15, "Nights: a supplement of 22 %", ROLE.version),
        )
    ),
)
INVITED: tuple[Block, ...] = (
    Text("Ada Example is invited. Send them this private link; it is theirs alone:"),
    Link("Screening link", "http://127.0.0.1:8000/c/INVENTED-INVITATION-CODE"),
    Aside("In Slack or Teams they can also write to me directly: start INVENTED"),
)
SHOWN_KIT = kit_blocks(KIT)
