"""Replies as the bot gives them, about invented roles and people, drawn in the snapshots."""

from datetime import UTC, datetime

from bot.core.answering.answers import Answer
from bot.core.fit import cards
from bot.core.fit.summary import Assessment, FitSummary, GateResult
from bot.core.kits.kit import make_kit
from bot.core.messages import Aside, Block, Citation, Heading, Link, Pairs, Quote, Text
from bot.core.ratings import Evidence, Level, Outcome, Part, Rating, not_rated
from bot.core.roles import Criterion, CriterionKind, Role, Years
from bot.core.screening import dialogue
from bot.core.screening.events import (
    Consented,
    GateAnswered,
    GateOutcome,
    Invited,
)
from bot.core.screening.screening import replayed

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
NASTY = (
    "<!channel> <@U0RIA> <!subteam^S1|@hr> *bold* _it_ `code` ~no~ :tada: @here\n"
    "> quote & <https://phish.example|a harmless link> https://phish.example \u202eback"
)

PIPELINES = Criterion(
    "pipelines", CriterionKind.ESSENTIAL, "Experience building data pipelines", "Required", 12
)
SQL = Criterion("sql", CriterionKind.ESSENTIAL, "Strong SQL & data modelling", "Required", 13)
COACHING = Criterion("coaching", CriterionKind.DESIRABLE, "Coaching of juniors", "Preferred", 17)
ROLE = Role(
    id="data-engineer",
    title="Data Engineer (invented)",
    version="0123456789ab",
    source="data-engineer.md",
    sections=(),
    criteria=(PIPELINES, SQL, COACHING),
    pay=(),
    years=Years(5, None, 11),
)


def answer() -> tuple[Block, ...]:
    """An answer whose words are rewritten, with the two lines it comes from."""
    version = ROLE.version
    return Answer(
        answered=True,
        text="You need five years of experience, and strong SQL.",
        citations=(
            Citation("Required", 11, "5+ years of experience", version),
            Citation("Required", 13, "Strong SQL & data modelling", version),
        ),
    ).blocks


def question() -> tuple[Block, ...]:
    """The first question of a screening, with its buttons."""
    log = (
        Invited(AT, ROLE.id, "k1", ROLE.version, "Candidate 7F3", trial=False),
        Consented(AT, "yes"),
        GateAnswered(AT, "years", "six", GateOutcome.PASS),
    )
    return dialogue.next_blocks(make_kit(ROLE), replayed("s1", log))


def card(
    words: str = "I built the nightly load of 40 tables and cut it from 6 h to 50 min.",
) -> tuple[Block, ...]:
    """A fit card with evidence, a declined question and one the kit does not ask about."""
    shown = Rating(
        Outcome.RATED,
        Level.IMPACT,
        (Evidence(0, len(words), words),),
        ("Names one case, the own part and a result.",),
        None,
        "lexical 1",
    )
    declined = not_rated(Outcome.DECLINED, "The candidate chose not to answer.", "lexical 1")
    unasked = not_rated(Outcome.NOT_ASKED, "The kit does not ask about this.", "lexical 1")
    summary = FitSummary(
        screening="s1",
        role=ROLE.id,
        role_title=ROLE.title,
        brief_version=ROLE.version,
        kit_version="k1",
        pseudonym="Candidate 7F3",
        trial=False,
        gates=(GateResult("5+ years of experience", GateOutcome.PASS, "six", 11),),
        assessments=(
            Assessment(PIPELINES, "Think of one pipeline.", words, shown),
            Assessment(SQL, "Think of one model.", "", declined),
            Assessment(COACHING, "", "", unasked),
        ),
        ask_next=("Not covered so far: SQL. Which piece of work comes closest?",),
        notes=(),
        raters=("lexical 1",),
        minutes=9,
        finished_at=AT,
    )
    return cards.fit_card(summary)


def nasty() -> tuple[Block, ...]:
    """Words of a candidate who tries to ping, to format and to link, in every place for words."""
    rating = Rating(Outcome.RATED, Level.CLAIMED, (), (NASTY,), Part.WORK, "lexical 1")
    assert rating.reasons == (NASTY,)
    return (
        Heading(NASTY),
        Text(NASTY),
        Pairs((("5+ years", f"unknown: “{NASTY}”"),)),
        Quote(NASTY, "Candidate 7F3"),
        Aside(NASTY),
        *card(NASTY)[2:3],
        Link(NASTY, "javascript:alert(1)"),
        Link("The invitation", "https://rolecall.example/s/invented-token"),
    )
