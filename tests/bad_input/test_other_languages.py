"""Questions in another language get a plain word and a person; English ones never do."""

import pytest

from bot.core.messages import Choices
from bot.core.plain import plain
from bot.core.text.asked_language import foreign_question
from bot.core.wording import answering as words
from bot.core.wording import questions as to_team
from bot.dialogues.questions.role_answers import as_it_looks
from tests.bad_input.office import Office
from tests.bad_input.secrets import texts
from tests.quality.sets import HERE, question_sets

SETS = [one for folder in ("questions", "check") for one in question_sets(HERE / folder)]


@pytest.mark.parametrize("question", texts("other_languages.txt"))
def test_another_language_is_heard_as_one(question: str) -> None:
    assert foreign_question(question)


@pytest.mark.parametrize("question", texts("english.txt"))
def test_names_slips_and_short_questions_are_english(question: str) -> None:
    assert not foreign_question(question)


def test_no_question_of_the_sets_is_called_another_language() -> None:
    asked = [turn for _, _, rows in SETS for row in rows for turn in (row.question, *row.history)]
    assert len(asked) > 1_400
    assert [question for question in asked if foreign_question(as_it_looks(question))] == []


def test_a_word_that_the_brief_holds_says_nothing() -> None:
    assert foreign_question("Gehalt?")
    assert not foreign_question("Gehalt?", {"gehalt"})


def test_the_reply_says_which_language_and_offers_a_person(office: Office) -> None:
    reply = office.say("¿Cuál es el salario?", "spanish")
    assert words.ENGLISH_ONLY in plain(reply.blocks)
    choices = [one for one in reply.blocks if isinstance(one, Choices)]
    assert [one.label for one in choices[0].choices] == [to_team.ASK_BUTTON]
    passed = plain(office.say("yes", "spanish").blocks)
    assert "“¿Cuál es el salario?”" in passed


def test_the_next_question_in_english_is_answered(office: Office) -> None:
    office.say("Wie hoch ist das Gehalt?", "german")
    said = plain(office.say("Do I need to repair lamps?", "german").blocks)
    assert said.startswith("It is among the requirements: “Repairing lamps and lenses”")


def test_a_candidate_in_a_screening_is_brought_back_to_the_question(office: Office) -> None:
    chat, screening = office.standing("question")
    before = office.log(screening)
    said = plain(office.say("Wie hoch ist das Gehalt?", chat, screening).blocks)
    assert "English" in said
    assert "Two winters" in said or "keeping a light" in said
    assert office.log(screening) == before, said
