"""The words that edit a kit, and those that mean something else."""

import pytest

from bot.dialogues.kits.kit_words import Edit, read


@pytest.mark.parametrize(
    ("text", "edit", "number", "name", "rest"),
    [
        ("change question 3: Which lamp?", Edit.REWORD, 3, "", "Which lamp?"),
        ("Please reword question #2 to: “Which lamp?”", Edit.REWORD, 2, "", "Which lamp?"),
        ("change question 3: a\nb: c", Edit.REWORD, 3, "", "a b: c"),
        ("change probe result of question 3: How many?", Edit.PROBE, 3, "result", "How many?"),
        ("change the follow-up “own part” of question 1: Yours?", Edit.PROBE, 1, "own part",
         "Yours?"),
        ("change anchor 3 of question 2: One case.", Edit.ANCHOR, 2, "3", "One case."),
        ("set level no evidence for question 2: Nothing", Edit.ANCHOR, 2, "no evidence", "Nothing"),
        ("add a question about local birds", Edit.ADD, 0, "", "local birds"),
        ("remove question 4?", Edit.REMOVE, 4, "", ""),
        ("take out question 4", Edit.REMOVE, 4, "", ""),
        ("move question 4 to 1", Edit.MOVE, 4, "", ""),
        ("reset question 2", Edit.RESET, 2, "", ""),
        ("reset the kit", Edit.RESET_ALL, 0, "", ""),
        ("add gate: Can you row?", Edit.ADD_GATE, 0, "", "Can you row?"),
        ("change gate b: Can you row?", Edit.CHANGE_GATE, 0, "b", "Can you row?"),
        ("remove gate B.", Edit.REMOVE_GATE, 0, "B", ""),
        ("question 2", Edit.SHOW, 2, "", ""),
        ("show me question 2", Edit.SHOW, 2, "", ""),
        ("kit history", Edit.HISTORY, 0, "", ""),
        ("edit the kit", Edit.HELP, 0, "", ""),
        ("how do I change the questions?", Edit.HELP, 0, "", ""),
        ("remove question four", Edit.HELP, 0, "", ""),
        ("add gate", Edit.HELP, 0, "", ""),
    ],
)  # fmt: skip
def test_an_edit_is_understood(text: str, edit: Edit, number: int, name: str, rest: str) -> None:
    found = read(text)
    assert found
    assert (found.edit, found.number, found.name, found.text) == (edit, number, name, rest)


@pytest.mark.parametrize(
    "text",
    [
        "What does it pay?",
        "questions",
        "answer question 3 The team is eight.",
        "withdraw question 3",
        "Is there a gate at the lighthouse?",
        "show the kit",
        "approve the kit",
        "Does the role involve change management?",
        "Can I add an anchor to the boat?",
    ],
)
def test_what_is_no_edit_is_left_alone(text: str) -> None:
    assert read(text) is None
