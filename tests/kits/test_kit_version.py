"""A kit's version is what a recruiter signs: it changes with that, and with nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.core.kits.kit import Gate, Kit, Question
from bot.core.ratings import Level, Part
from bot.core.roles import Criterion, CriterionKind
from tests.recruiting.office import KEEPER, KEEPER_BRIEF, Office, words

GATE = Gate("years", "How many years?", "3+ years of experience", 3, 7)
CRITERION = Criterion("r1", CriterionKind.ESSENTIAL, "Repairing lamps", "Required", 9)
FIRST = Question(
    "q1",
    CRITERION,
    "Which lamp did you repair?",
    ((Part.RESULT, "What came of it?"),),
    ((Level.CLAIMED, "Says so."), (Level.IMPACT, "Says what came of it.")),
)
SECOND = replace(FIRST, id="q2", text="Which lens did you clean?")
KIT = Kit("lighthouse-keeper", "Lighthouse Keeper", "1a2b3c4d5e6f", (GATE,), (FIRST, SECOND))

Changed = Callable[[Kit], Kit]


def asking(**more: object) -> Changed:
    """A kit whose first question is another."""
    return lambda kit: replace(
        kit,
        questions=(replace(kit.questions[0], **more), *kit.questions[1:]),  # type: ignore[arg-type]
    )


def gated(**more: object) -> Changed:
    """A kit whose gate is another."""
    return lambda kit: replace(
        kit,
        gates=(replace(kit.gates[0], **more),),  # type: ignore[arg-type]
    )


def test_the_version_of_a_kit_is_for_ever() -> None:
    """Sign-offs of earlier versions of Rolecall hold as long as this stays as it is."""
    assert KIT.version == "a8fb46cc7dac"


@pytest.mark.parametrize(
    "changed",
    [
        asking(text="Which lamp did you break?"),
        asking(probes=((Part.RESULT, "And then?"),)),
        asking(anchors=((Level.CLAIMED, "Says so."), (Level.IMPACT, "Gives a number."))),
        asking(criterion=replace(CRITERION, text="Repairing lamps and lenses")),
        gated(text="How many winters?"),
        gated(least=4),
        lambda kit: replace(kit, questions=kit.questions[::-1]),
        lambda kit: replace(kit, questions=kit.questions[:1]),
        lambda kit: replace(kit, gates=()),
        lambda kit: replace(kit, role="lamp-keeper"),
    ],
)
def test_what_a_recruiter_signs_makes_the_version(changed: Changed) -> None:
    assert changed(KIT).version != KIT.version


@pytest.mark.parametrize(
    "changed",
    [
        asking(criterion=replace(CRITERION, id="r2", line=19, section="What you bring")),
        gated(line=17),
        lambda kit: replace(kit, brief_version="0f0f0f0f0f0f", role_title="Keeper of Lights"),
    ],
)
def test_where_it_stands_in_the_brief_does_not(changed: Changed) -> None:
    assert changed(KIT).version == KIT.version


def test_an_edit_elsewhere_in_the_brief_withdraws_no_sign_off(office: Office) -> None:
    office.team("approve the kit", role=KEEPER)
    before = office.kit(KEEPER)
    office.add(KEEPER, KEEPER_BRIEF.replace("## Required", "Two boats a week.\n\n## Required"))
    after = office.kit(KEEPER)
    assert after.brief_version != before.brief_version
    assert after.questions[0].criterion.line == before.questions[0].criterion.line + 2
    assert "Signed off by U-ria." in words(office.team("show the kit", role=KEEPER))
    assert "is invited" in words(office.team("invite Ada Example", role=KEEPER))


def test_a_sign_off_of_other_questions_is_named_and_does_not_count(office: Office) -> None:
    office.team("approve the kit", role=KEEPER)
    signed = office.kit(KEEPER).version
    office.add(KEEPER, KEEPER_BRIEF.replace("lamps and lenses", "fog horns"))
    shown = words(office.team("show the kit", role=KEEPER))
    assert f"Not signed off: U-ria signed version {signed}" in shown
    assert "not signed off yet" in words(office.team("invite Ada Example", role=KEEPER))
    assert "Signed off: kit" in words(office.team("approve the kit", role=KEEPER))


def test_a_screening_goes_on_with_the_kit_it_was_opened_with(office: Office) -> None:
    token = office.invited()
    office.candidate(token)
    office.add(KEEPER, KEEPER_BRIEF.replace("Repairing lamps and lenses", "Sounding fog horns"))
    assert "repairing lamps and lenses" in words(office.candidate("yes"))
