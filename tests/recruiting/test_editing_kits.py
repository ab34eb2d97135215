"""A recruiter edits the kit in words: what it is now, whether it counts, and what is refused."""

import pytest

from bot.core.messages import Choices
from bot.dialogues.screening.session import present_kit
from tests.kits.hiring import BRIEF, KEEPER
from tests.recruiting.office import BAKER, Office, words

LAMPS = "Repairing lamps and lenses"
RADIO = "Radio traffic with ships in distress"


@pytest.fixture
def keeper(office: Office) -> Office:
    """The office with a keeper's brief that has wishes and gates too."""
    office.add(KEEPER, BRIEF)
    return office


def said(office: Office, text: str) -> str:
    return words(office.team(text, role=KEEPER))


def asked(office: Office) -> list[str]:
    """The questions of the kit in force."""
    role = office.store.roles.get(KEEPER)
    assert role
    return [question.text for question in present_kit(office.ports, role).questions]


def test_a_reworded_question_is_shown_is_no_longer_signed_off_and_can_be_signed(
    keeper: Office,
) -> None:
    said(keeper, "approve the kit")
    reply = keeper.team("change question 2: Which ship did you hear first?", role=KEEPER)
    told = words(reply)
    assert "Question 2 is now:" in told
    assert "Which ship did you hear first?" in told
    assert "Not signed off: U-ria signed version" in told
    assert "Screenings that were opened before keep their questions." in told
    (buttons,) = (block for block in reply.blocks if isinstance(block, Choices))
    assert [one.typed for one in buttons.choices] == ["show the kit", "approve the kit"]
    assert "not signed off yet" in said(keeper, "invite Ada Example")
    assert "Signed off: kit" in said(keeper, "approve the kit")
    assert "is invited" in said(keeper, "invite Ada Example")
    assert "2. Which ship did you hear first?" in said(keeper, "show the kit")


def test_taking_an_edit_back_makes_the_sign_off_count_again(keeper: Office) -> None:
    said(keeper, "approve the kit")
    said(keeper, "change question 1: Which lamp did you repair?")
    assert "Signed off by U-ria." in said(keeper, "reset question 1")


def test_every_part_can_be_edited_and_is_shown(keeper: Office) -> None:
    for text in (
        "change follow-up result of question 1: How many hours of light?",
        "change anchor 3 of question 1: One lamp, and what the keeper did.",
        "add question for birds",
        "move question 3 to 1",
        "add gate: 2 years of rowing",
        "change gate A: 5 years",
        "remove gate B",
    ):
        assert "Not signed off yet." in said(keeper, text), text
    shown = said(keeper, "show the kit")
    assert "Gate A. The job asks for 5 years or more" in shown
    assert "Gate B. The job asks for 2 years or more of work in this: “rowing”" in shown
    assert shown.index("the local birds") < shown.index("repairing lamps")
    assert "Question 2, follow-up “result”: How many hours of light?" in shown
    assert "Question 2, level “demonstrated”: One lamp, and what the keeper did." in shown
    assert "Painting ironwork above the sea" in shown.split("not asked about")[1]
    assert "It takes a candidate about 4 to 6 minutes." in shown
    whole = said(keeper, "show question 2")
    assert "How many hours of light?" in whole
    assert "3 demonstrated: One lamp, and what the keeper did." in whole


def test_who_changed_what_and_when_is_kept_with_every_version(keeper: Office) -> None:
    assert "Nobody has changed this kit" in said(keeper, "kit history")
    said(keeper, "change question 1: Which lamp did you repair?")
    said(keeper, "remove question 2")
    told = said(keeper, "kit history")
    assert told.index("question about “Radio") < told.index("question 1 reworded")
    assert "23 November 2026, 12:00 UTC, U-ria" in told
    assert "Last edited by U-ria, 23 November 2026" in said(keeper, "show the kit")
    first, second = keeper.store.kits.history(KEEPER)
    assert (first.number, second.number) == (1, 2)
    earlier = keeper.store.kits.get(KEEPER, first.version)
    assert earlier
    assert earlier.questions[0].text == "Which lamp did you repair?"
    assert len(earlier.questions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "change question 1: How old are you?",
        "change follow-up result of question 1: And do you have children?",
        "change anchor 4 of question 1: A native speaker who tells it well.",
        "add gate: Are you pregnant?",
        "add gate: no criminal record",
        "change gate B: Have you ever been arrested?",
        "add question for birds: What is your religion?",
    ],
)
def test_what_may_not_be_asked_is_refused_with_its_reason_and_changes_nothing(
    keeper: Office, text: str
) -> None:
    before = said(keeper, "show the kit")
    told = said(keeper, text)
    assert "I cannot ask that, so nothing was changed." in told
    assert len(told.splitlines()) > 1
    assert said(keeper, "show the kit") == before
    assert keeper.store.kits.history(KEEPER) == ()


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("change question 1: What would you do with a broken lamp?", "what somebody would do"),
        ("change question 1: Have you repaired a lamp?", "A yes or no shows no work."),
        ("change question 1: Which lamp? Which lens? Which tool?", "several things at once"),
        ("change question 1: What is your greatest weakness with lamps?", "no requirement"),
        (f"change question 1: {RADIO} and ships in distress?", ""),
        ("add gate: a passionate rower", "a trait"),
        ("add gate: Do you need a visa?", "A yes counts as met here."),
    ],
)
def test_what_may_be_mended_is_kept_and_told_with_another_wording(
    keeper: Office, text: str, advice: str
) -> None:
    told = said(keeper, text)
    assert ("You may want to mend this" in told) is bool(advice)
    assert advice in told
    assert len(keeper.store.kits.history(KEEPER)) == 1


def test_a_brief_that_asks_what_may_not_be_asked_makes_no_kit_to_sign(keeper: Office) -> None:
    keeper.add(KEEPER, BRIEF.replace("Repairing lamps and lenses", "A native English speaker"))
    told = said(keeper, "approve the kit")
    assert "The kit is not signed off: it asks what may not be asked." in told
    assert "question 1: “native English speaker”" in told
    assert "English at C1" in told
    assert "its requirement" in words(
        keeper.team("change question 1: Which letter did you write?", role=KEEPER)
    ) or "may not" in said(keeper, "approve the kit")
    assert keeper.store.kits.approved(KEEPER) is None
    said(keeper, "remove question 1")
    assert "Signed off: kit" in said(keeper, "approve the kit")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("change question 9: Which lamp?", "There is no question 9. There are 2 questions"),
        ("change question 1: …", "There are no words in that"),
        ("change anchor 7 of question 1: All.", "“7” is no level"),
        ("change follow-up colour of question 1: Which?", "“colour” is no follow-up"),
        ("add question for zebras", "Which requirement do you mean?"),
        ("add question for lamps", "Question 1 is about"),
        ("remove gate F", "There is no gate F. The kit's gates are A, B."),
        ("move question 1 to 9", "There is no question 9"),
        ("change question 3 Which lamp?", "change question 3: YOUR WORDING"),
        ("reset the kit", "That is how it is already."),
        ("show question 7", "There is no question 7."),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    keeper: Office, text: str, told: str
) -> None:
    assert told in said(keeper, text)
    assert keeper.store.kits.history(KEEPER) == ()


def test_the_last_question_stays_and_an_essential_one_goes_with_a_word(keeper: Office) -> None:
    told = said(keeper, "remove question 1")
    assert f"The brief calls “{LAMPS}” essential" in told
    assert "This is the only question" in said(keeper, "remove question 1")


def test_a_title_in_a_wording_does_not_change_the_role(keeper: Office) -> None:
    keeper.team("change question 1: Which night baker did you train?", role=KEEPER)
    assert asked(keeper)[0] == "Which night baker did you train?"
    assert keeper.store.kits.history(BAKER) == ()


def test_without_a_role_it_is_asked_which_one_is_meant(keeper: Office) -> None:
    assert "Which role do you mean?" in words(keeper.team("remove question 1", chat="new"))


def test_a_candidate_cannot_edit(keeper: Office) -> None:
    keeper.candidate("change question 1: Which lamp did you repair?")
    assert keeper.store.kits.history(KEEPER) == ()


def test_the_same_message_changes_once(keeper: Office) -> None:
    for _ in range(2):
        keeper.team("move question 1 to 2", role=KEEPER, message="m-once")
    assert len(keeper.store.kits.history(KEEPER)) == 1


def test_a_running_screening_keeps_its_questions(keeper: Office) -> None:
    token = keeper.invited()
    keeper.candidate(token)
    said(keeper, "change question 1: Which lamp did you repair?")
    said(keeper, "remove gate A")
    said(keeper, "remove gate A")
    assert "3 years or more" in words(keeper.candidate("yes"))
    keeper.candidate("7")
    assert "repairing lamps and lenses" in words(keeper.candidate("yes"))


def test_a_new_screening_asks_the_kit_that_was_signed(keeper: Office) -> None:
    said(keeper, "change question 1: Which lamp did you repair?")
    said(keeper, "remove gate A")
    said(keeper, "remove gate A")
    keeper.candidate(keeper.invited())
    assert "Which lamp did you repair?" in words(keeper.candidate("yes"))
