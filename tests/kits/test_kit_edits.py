"""Edits over a kit: what they make, and that they outlive a changed brief."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.errors import KitNotChanged
from bot.core.kits import changes as change
from bot.core.kits.drift import Drift, drift, kit_drift
from bot.core.kits.edits import NO_EDITS, dormant, edited, edits_for
from bot.core.kits.kit import Kit, made_question, make_kit
from bot.core.ratings import Level, Part
from bot.core.roles import Role
from bot.core.text.cleaning import cleaned
from bot.kit_files.reading import read_kit
from bot.kit_files.writing import written_kit
from bot.storage.codec import edits_from_json, edits_to_json
from tests.kits.hiring import BIRDS, BRIEF, LAMPS, RADIO, role

ROLE = role()
MADE = make_kit(ROLE)
BIRD = next(one for one in ROLE.criteria if one.id == BIRDS)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=80)
WORDS = TEXTS.map(cleaned).filter(lambda text: any(one.isalnum() for one in text))


def ids(kit: Kit) -> list[str]:
    return [question.criterion.id for question in kit.questions]


def test_a_kit_nobody_edited_has_no_edits() -> None:
    assert edits_for(ROLE, MADE) == NO_EDITS
    assert edited(ROLE, NO_EDITS) == MADE


def moves() -> st.SearchStrategy[Callable[[Kit], Kit]]:
    """Any one change, with any words."""
    numbers = st.integers(1, 4)
    return st.one_of(
        st.builds(lambda n, t: lambda kit: change.reworded(kit, n, t), numbers, WORDS),
        st.builds(
            lambda n, p, t: lambda kit: change.probed(kit, n, p, t),
            numbers, st.sampled_from(Part), WORDS,
        ),
        st.builds(
            lambda n, at, t: lambda kit: change.anchored(kit, n, at, t),
            numbers, st.sampled_from(Level), WORDS,
        ),
        st.builds(lambda n: lambda kit: change.without_question(kit, n), numbers),
        st.builds(lambda n, to: lambda kit: change.moved(kit, n, to), numbers, numbers),
        st.builds(lambda n: lambda kit: change.as_made(kit, n), numbers),
        st.sampled_from([one for one in ROLE.criteria if one.kind.value == "desirable"]).map(
            lambda criterion: lambda kit: change.with_question(kit, criterion)
        ),
        st.builds(lambda t: lambda kit: change.with_gate(kit, t), WORDS),
        st.builds(
            lambda name, t: lambda kit: change.with_other_gate(ROLE, kit, name, t),
            st.sampled_from("ABC"), WORDS,
        ),
        st.sampled_from("ABC").map(lambda name: lambda kit: change.without_gate(kit, name)),
    )  # fmt: skip


@settings(max_examples=60)
@given(st.lists(moves(), max_size=6))
def test_any_row_of_changes_is_kept_read_back_and_written_as_a_file(
    changes: list[Callable[[Kit], Kit]],
) -> None:
    kit = MADE
    for one in changes:
        try:
            kit = one(kit)
        except KitNotChanged:
            continue
    edits = edits_for(ROLE, kit)
    assert edited(ROLE, edits) == kit
    assert edits_from_json(edits_to_json(edits)) == edits
    again = read_kit(ROLE, "kit.yaml", written_kit(ROLE, kit))
    assert again == kit


def test_edits_outlive_a_changed_brief_where_the_requirement_stayed() -> None:
    kit = change.reworded(MADE, 1, "Which lamp did you repair last?")
    kit = change.reworded(kit, 2, "Which ship did you hear?")
    kit = change.with_question(kit, BIRD)
    edits = edits_for(ROLE, change.moved(kit, 3, 1))
    changed = role(
        BRIEF.replace("- Repairing", "- Sounding horns\n- Repairing")
        .replace("Radio traffic with ships in distress", "Morse code")
    )  # fmt: skip
    after = edited(changed, edits)
    assert [question.text for question in after.questions if question.criterion.id == LAMPS] == [
        "Which lamp did you repair last?"
    ]
    assert ids(after) == [BIRDS, LAMPS, "sounding-horns", "morse-code"]
    assert "Which ship did you hear?" not in [question.text for question in after.questions]
    assert dormant(changed, edits) == ("Radio traffic with ships in distress",)
    kept = edits_for(changed, change.reworded(after, 3, "Which horn?"), edits)
    back = edited(role(), kept)
    assert "Which ship did you hear?" in [question.text for question in back.questions]


def test_a_kit_asks_something_even_where_all_that_was_asked_is_gone() -> None:
    only_birds = change.with_question(MADE, BIRD)
    for _ in range(len(only_birds.questions) - 1):
        only_birds = change.without_question(only_birds, 1)
    assert ids(only_birds) == [BIRDS]
    without = role(BRIEF.replace("- Knowing the local birds\n", ""))
    assert ids(edited(without, edits_for(ROLE, only_birds))) == ids(make_kit(without))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda kit: change.reworded(kit, 9, "Which?"), "There is no question 9. There are 2"),
        (lambda kit: change.reworded(kit, 1, "…"), "no words"),
        (lambda kit: change.reworded(kit, 1, "x" * 601), "601 characters, and 600 is the most"),
        (lambda kit: change.moved(kit, 1, 3), "There is no question 3"),
        (lambda kit: change.without_gate(kit, "D"), "There is no gate D. The kit's gates are A, B"),
        (lambda kit: change.with_question(kit, kit.questions[1].criterion), "Question 2 is about"),
        (
            lambda kit: change.without_question(change.without_question(kit, 1), 1),
            "the only question",
        ),
    ],
)
def test_what_cannot_be_changed_is_told(changed: Callable[[Kit], Kit], said: str) -> None:
    with pytest.raises(KitNotChanged) as told:
        changed(MADE)
    assert said in str(told.value)


def test_a_kit_has_no_more_gates_than_letters() -> None:
    kit = MADE
    for number in range(4):
        kit = change.with_gate(kit, f"Certificate {number}")
    with pytest.raises(KitNotChanged, match="at most 6 gates"):
        change.with_gate(kit, "One more")


@pytest.mark.parametrize(
    ("said", "least", "criterion", "asked"),
    [
        ("5 years of baking", 5, "5+ years of baking", "5 years or more of work in this: “baking”"),
        ("at least 1 year", 1, "1+ years of experience", "1 year or more of relevant work"),
        ("A boat licence.", None, "A boat licence", "“A boat licence”. Do you have it?"),
        ("Can you row?", None, "Can you row?", "Can you row?"),
    ],
)
def test_a_gate_is_made_of_its_question_or_of_what_is_needed(
    said: str, least: int | None, criterion: str, asked: str
) -> None:
    gate = change.gate_of(said, set())
    assert (gate.least, gate.criterion, gate.line) == (least, criterion, 0)
    assert asked in gate.text


def test_other_words_for_the_years_keep_the_number_and_other_years_the_words_true() -> None:
    reworded = change.with_other_gate(ROLE, MADE, "A", "How long have you kept a light?").gates[0]
    assert (reworded.least, reworded.criterion) == (3, "3+ years of experience")
    longer = change.with_other_gate(ROLE, MADE, "A", "5 years").gates[0]
    assert (longer.least, longer.criterion) == (5, "5+ years of experience")
    assert "The brief asks" not in longer.text


def drifted(old: str, new: str) -> Drift:
    return drift(ROLE, role(BRIEF.replace(old, new)))


def test_the_requirements_that_changed_are_named() -> None:
    assert drifted("Two", "Three") == Drift()
    assert not drifted("# Lighthouse Keeper", "# Keeper of Lights")
    assert drifted("3 years or more", "5 years or more").reworded == (
        ("3+ years of experience", "5+ years of experience"),
    )
    assert drifted("- Knowing the local birds\n", "").gone == ("Knowing the local birds",)
    assert drifted("## Preferred\n", "## Preferred\n- Rowing\n").new == ("Rowing",)
    assert drifted("ships in distress", "ships in fog") == Drift(
        reworded=(("Radio traffic with ships in distress", "Radio traffic with ships in fog"),)
    )


def test_of_a_kit_alone_what_is_gone_is_known() -> None:
    other = role(BRIEF.replace("Repairing lamps and lenses", "Sounding horns"))
    assert kit_drift(MADE, other) == Drift(gone=("Repairing lamps and lenses",))


def test_a_new_question_is_as_the_brief_gives_it() -> None:
    more = change.with_question(MADE, BIRD)
    assert more.questions[2] == made_question(3, BIRD)
    assert ids(more) == [LAMPS, RADIO, BIRDS]


def test_minutes_grow_with_questions_and_gates() -> None:
    def minutes(questions: int, gates: int) -> tuple[int, int]:
        required = "\n".join(f"- Tending lamp number {number}" for number in range(questions))
        kit = make_kit(_of(f"# Keeper\n\n## Required\n{required}\n"))
        for number in range(gates):
            kit = change.with_gate(kit, f"Certificate {number}")
        return kit.minutes

    assert minutes(8, 1) == (10, 15)
    assert minutes(1, 0) == (3, 5)
    assert minutes(8, 6) > minutes(8, 0)
    assert minutes(12, 1) == (15, 23)


def _of(brief: str) -> Role:
    return role(brief)
