"""Replies as the bot gives them, with invented people, for the tests of what is drawn."""

from datetime import UTC, datetime

from bot.core.fit.cards import fit_card
from bot.core.fit.summary import Assessment, FitSummary, GateResult
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Choice,
    Choices,
    Citation,
    Heading,
    Items,
    Link,
    Pairs,
    Quote,
    Sources,
    Text,
)
from bot.core.ratings import Evidence, Level, Outcome, Rating
from bot.core.roles import Criterion, CriterionKind
from bot.core.screening.events import (
    GateOutcome,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CITATION = Citation("Compensation", 41, "Base pay: 165,000 to 350,000 USD a year", "1a2b3c4d5e6f")

ANSWER: tuple[Block, ...] = (
    Text("The base pay is 165,000 to 350,000 USD a year."),
    Items(("a bonus of up to 20 %", "shares")),
    Sources((CITATION, Citation("Compensation › Extras", 43, "Bonus: up to 20 %", "1a2b3c4d5e6f"))),
)
QUESTION: tuple[Block, ...] = (
    Text("Question 1 of 6. Which training cluster did you build or run yourself?"),
    Aside("One real example is enough; you need not cover everything."),
    Choices(
        (Choice("Skip", "skip"), Choice("Pause", "pause"), Choice("Talk to a person", "person"))
    ),
)
HOSTILE = (
    "<at>everyone</at> @channel [free money](https://evil.example) ![x](https://evil.example/x.png)"
    "\n# I am a heading\n- **bold** _slanted_ `code` ~~gone~~\n1. one\n> quoted\n---\n"
    "<script>alert(1)</script> &lt;b&gt; www.evil.example evil.example ada@evil.example\n"
    "{{DATE(2026-11-23T09:00:00Z, SHORT)}} \u202eturned round\u202c\n    indented | a | table |"
)
MARKUP: tuple[Block, ...] = (
    Heading(HOSTILE),
    Quote(HOSTILE, "Otter 7"),
    Pairs(((HOSTILE, HOSTILE),)),
    Items((HOSTILE,), numbered=True),
    Link("Open the chat", "https://rolecall.example/c/abc (1)"),
)
HOSTILE_CARD: tuple[Block, ...] = (
    Heading("Otter 7 · AI Infrastructure Architect"),
    Assessed(HOSTILE, "essential", "claimed", 1, (HOSTILE,), (HOSTILE,), 21),
    Quote(HOSTILE, "Otter 7"),
    *MARKUP,
)


def _criterion(number: int, kind: CriterionKind, text: str) -> Criterion:
    return Criterion(f"c{number}", kind, text, "Required", 20 + number)


def _assessment(
    number: int, text: str, level: Level | None, quote: str, reason: str = ""
) -> Assessment:
    outcome = Outcome.RATED if level is not None else Outcome.NOT_ASKED
    evidence = (Evidence(0, len(quote), quote),) if quote else ()
    rating = Rating(
        outcome=outcome,
        level=level,
        evidence=evidence,
        reasons=(reason,) if reason else (),
        rater="lexical 1",
        missing=None,
    )
    criterion = _criterion(number, CriterionKind.ESSENTIAL, text)
    return Assessment(criterion, "Which one?" if quote else "", quote, rating)


SUMMARY = FitSummary(
    screening="s1",
    role="ai-infrastructure-architect",
    role_title="AI Infrastructure Architect",
    brief_version="1a2b3c4d5e6f",
    kit_version="0f0f0f0f0f0f",
    pseudonym="Otter 7",
    trial=False,
    gates=(GateResult("At least 8 years of experience", GateOutcome.PASS, "eleven years", 19),),
    assessments=(
        _assessment(
            1,
            "GPU cluster design",
            Level.IMPACT,
            "I designed a 512-GPU cluster and cut training time by 40 %.",
            "One specific case, an own part, and a result.",
        ),
        _assessment(2, "Kubernetes", Level.CLAIMED, "I know Kubernetes well."),
        _assessment(3, "Cost modelling", None, ""),
    ),
    ask_next=("Is there any hands-on work with Kubernetes, even small?",),
    notes=(),
    raters=("lexical 1",),
    minutes=14,
    finished_at=NOW,
)
FIT_CARD = fit_card(SUMMARY)
