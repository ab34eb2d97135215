"""R12: a brief is changed: kit and screenings say so, and name the requirements that changed."""

import json

import pytest

from bot.core.fit.data import fit_bytes
from bot.dialogues.candidates.finding import summary_of
from bot.dialogues.screening.replaying import replay
from tests.kits.hiring import BRIEF, KEEPER
from tests.recruiting.office import Office, words

CHANGED = (
    BRIEF.replace("Repairing lamps and lenses", "Sounding horns")
    .replace("ships in distress", "ships in fog")
    .replace("3 years", "4 years")
)  # fmt: skip


@pytest.fixture
def keeper(office: Office) -> Office:
    """The office with a keeper's brief that has wishes and gates too."""
    office.add(KEEPER, BRIEF)
    return office


def said(office: Office, text: str) -> str:
    return words(office.team(text, role=KEEPER))


def screened(office: Office) -> str:
    """A finished screening's pseudonym."""
    office.candidate(office.invited())
    for text in ("yes", "7", "yes", "Lamps I repaired.", "Radio I heard.", "send"):
        office.candidate(text)
    (entry,) = office.store.screenings.entries(KEEPER)
    return entry.pseudonym


def test_the_kit_says_what_changed_since_it_was_signed(keeper: Office) -> None:
    said(keeper, "approve the kit")
    keeper.add(KEEPER, CHANGED)
    told = said(keeper, "show the kit")
    assert "Not signed off: U-ria signed version" in told
    assert "The brief was changed since the sign-off:" in told
    assert "“3+ years of experience” now reads “4+ years of experience”" in told
    assert (
        "“Radio traffic with ships in distress” now reads “Radio traffic with ships in fog”" in told
    )
    assert "“Repairing lamps and lenses” is gone" in told
    assert "“Sounding horns” is new" in told


def test_an_edit_alone_is_no_change_of_the_brief(keeper: Office) -> None:
    said(keeper, "approve the kit")
    said(keeper, "remove question 1")
    told = said(keeper, "show the kit")
    assert "Not signed off" in told
    assert "brief was changed" not in told


def test_edits_stay_where_the_requirement_stayed_and_the_rest_is_named(keeper: Office) -> None:
    said(keeper, "change question 1: Which lamp did you repair?")
    said(keeper, "change question 2: Which ship did you hear?")
    keeper.add(KEEPER, BRIEF.replace("Repairing lamps and lenses", "Sounding horns"))
    told = said(keeper, "show the kit")
    assert "Which ship did you hear?" in told
    assert "Which lamp did you repair?" not in told
    assert "Your wording for “Repairing lamps and lenses” is not used" in told
    keeper.add(KEEPER, BRIEF)
    assert "Which lamp did you repair?" in said(keeper, "show the kit")


def test_a_summary_keeps_to_its_brief_and_names_what_changed_since(keeper: Office) -> None:
    name = screened(keeper)
    before = json.loads(fit_bytes(summary_of(keeper.ports, name)))
    assert before["notes"] == []
    keeper.add(KEEPER, CHANGED)
    after = json.loads(fit_bytes(summary_of(keeper.ports, name)))
    assert after["criteria"] == before["criteria"]
    assert after["gates"] == before["gates"]
    (note,) = after["notes"]
    assert "The brief was changed after this screening:" in note
    assert "“Repairing lamps and lenses” is gone" in note
    assert "“Sounding horns” is new" in note
    assert note in said(keeper, f"summary {name}")
    assert replay(keeper.ports, keeper.store.screenings.entries(KEEPER)[0].id).same is True


def test_a_change_beside_the_requirements_is_told_as_one(keeper: Office) -> None:
    name = screened(keeper)
    keeper.add(KEEPER, BRIEF.replace("## Required", "Two boats a week.\n\n## Required"))
    assert "its requirements are the same" in said(keeper, f"summary {name}")
    assert "earlier brief" not in said(keeper, "screenings")


def test_the_list_says_which_screenings_are_by_an_earlier_brief(keeper: Office) -> None:
    screened(keeper)
    assert "earlier brief" not in said(keeper, "screenings")
    keeper.add(KEEPER, CHANGED)
    assert "finished; by an earlier brief, whose requirements were changed since" in said(
        keeper, "screenings"
    )


def test_where_the_earlier_brief_is_not_kept_the_kit_says_what_is_gone(keeper: Office) -> None:
    from sqlalchemy import delete

    from bot.storage.tables import briefs

    name = screened(keeper)
    keeper.add(KEEPER, CHANGED)
    with keeper.store.database.writing() as connection:
        connection.execute(delete(briefs).where(briefs.c.version != "none"))
    told = said(keeper, f"summary {name}")
    assert "“Repairing lamps and lenses” is gone" in told
    assert "is by the earlier brief" not in told
    assert "Sounding horns" in told
