"""What is heard in a message beside an answer: consent, distress, anger, another language."""

import json
from pathlib import Path

import pytest

from bot.core.answering.about import Topic, topic_in
from bot.core.ratings import Level, Outcome, Rating
from bot.core.screening.concerns import Concern, hostile, pasted, same_as, urgent
from bot.core.screening.consent import consents
from bot.core.screening.coverage import may_cover
from bot.core.screening.events import Answered
from bot.core.screening.screening import Screening, replayed
from bot.core.screening.utterances import Wish, wishes
from bot.core.text.language import foreign
from tests.core.moves import INVITED, KIT, NOON, ROLE

ANSWERS = tuple(
    json.loads(line)["answer"]
    for file in sorted((Path(__file__).parents[1] / "quality" / "answers").glob("*.jsonl"))
    for line in file.read_text("utf-8").splitlines()
)


@pytest.mark.parametrize(
    "words",
    [
        "yes",
        "Yes!",
        "ok",
        "OK 👍",
        "yes please",
        "Yes, I agree. Let's start!",
        "sure, go ahead",
        "hi, yes",
        "I consent to this",
        "yes and thank you",
    ],
)
def test_a_clear_yes_is_consent(words: str) -> None:
    assert consents(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "maybe",
        "ok I guess",
        "um, ok",
        "yes?",
        "yes, but who reads it",
        "Yes. What for?",
        "yeah whatever",
        "if I have to, ok",
        "of course not",
        "not yes",
        "I said yes to another job",
        "no",
    ],
)
def test_anything_less_is_not(words: str) -> None:
    assert not consents(words)


@pytest.mark.parametrize(
    ("words", "concern"),
    [
        ("I want to die", Concern.SELF_HARM),
        ("honestly I'm suicidal since the layoff", Concern.SELF_HARM),
        ("I don’t want to live any more", Concern.SELF_HARM),
        ("I am thinking about ending it all", Concern.SELF_HARM),
        ("I was harassed at my last job", Concern.MISTREATMENT),
        ("Your recruiter made a racist remark about my accent", Concern.MISTREATMENT),
        ("She asked if I am pregnant", Concern.MISTREATMENT),
        ("They rejected me because of my age", Concern.MISTREATMENT),
        ("A patient said “I want to die” and I sat with her", None),
        ("My patient told me I want to kill myself, so I stayed", None),
        ("I assessed suicidal patients for two years", None),
        ("I want to die laughing", None),
        ("I'm dying to work with lamps", None),
        ("I don't want to live in a city", None),
        ("I wrote the anti-harassment policy for 300 people", None),
        ("I investigated a case where a colleague was harassed", None),
    ],
)
def test_what_stops_a_screening(words: str, concern: Concern | None) -> None:
    assert urgent(words) is concern


@pytest.mark.parametrize(
    ("words", "is_hostile"),
    [
        ("fuck you", True),
        ("what a stupid bot", True),
        ("this is bullshit", True),
        ("you suck", True),
        ("This is a waste of time", True),
        ("The old pump was shit so I rebuilt it", False),
        ("Shit happens in production", False),
        ("shut the valve", False),
        ("I screwed the lamp in", False),
        ("tell me a joke", False),
    ],
)
def test_anger_is_told_from_an_answer(words: str, is_hostile: bool) -> None:
    assert hostile(words) is is_hostile


@pytest.mark.parametrize(
    "words",
    [
        "Ich habe zehn Jahre gearbeitet und das Team geleitet.",
        "J’ai travaillé dans un hôpital et j’ai fait les pansements",
        "Trabajé diez años como enfermera y cambié el plan.",
        "Tenho dez anos de experiência com isso e fiz muito.",
        "Я работал с этим десять лет",
        "我写了这个系统",
        "No, tengo un permiso",
    ],
)
def test_another_language_is_noticed(words: str) -> None:
    assert foreign(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "9",
        "Maria de la Cruz",
        "I led the migration y luego cambié todo el sistema",
        "I know MES, SAP and an MIT course",
        "The menu had crème brûlée, mille-feuille and pâte à choux.",
        "me do lamp good, no problem, ten year",
    ],
)
def test_english_is_english_however_it_is_written(words: str) -> None:
    assert not foreign(words)


def test_no_real_answer_is_taken_for_something_else() -> None:
    assert len(ANSWERS) > 1000
    mistaken = [one for one in ANSWERS if urgent(one) or hostile(one) or foreign(one)]
    assert mistaken == []


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("what for?", Topic.PURPOSE),
        ("Why do you ask?", Topic.PURPOSE),
        ("who reads this?", Topic.READERS),
        ("Are you a real person?", Topic.PROGRAM),
        ("how are my answers rated", Topic.RATED),
        ("do I have to?", Topic.VOLUNTARY),
        ("what happens with my data?", Topic.KEPT),
        ("How long does this take?", Topic.LENGTH),
        ("How long is the contract?", None),
        ("what is the salary?", None),
        ("who is the manager?", None),
    ],
)
def test_a_question_about_the_screening_is_told_from_one_about_the_role(
    words: str, topic: Topic | None
) -> None:
    assert topic_in(words) is topic


def test_a_pasted_brief_is_noticed_and_a_story_that_quotes_it_is_not() -> None:
    brief = ["Maintenance of the lamp, its lenses and both of the backup generators in winter."]
    assert pasted(f"Sure. {brief[0]}", brief)
    assert not pasted("Maintenance of the lamp", brief)
    story = "You ask for maintenance of the lamp, its lenses and more: I rebuilt one in 2019 alone."
    assert not pasted(story, brief)


def test_the_same_answer_is_noticed_where_it_is_long_enough() -> None:
    assert same_as("I always give my best, in everything I do!", _answered(_LONG), "q2") == "q1"
    assert same_as(_LONG, _answered(_LONG), "q1") is None
    assert same_as("No.", _answered("No."), "q2") is None


_LONG = "I always give my best in everything I do."


def _answered(answer: str) -> Screening:
    rating = Rating(Outcome.RATED, Level.CLAIMED, (), (), None, "invented-1")
    return replayed("s", [INVITED, Answered(NOON, "q1", answer, rating)])


def test_an_answer_may_cover_another_question_by_its_own_words_only() -> None:
    lamp, radio, weather = KIT.questions
    story = "That night I took the radio traffic with two ships and kept the light going. " * 3
    assert may_cover(story, lamp, radio)
    assert not may_cover(story, lamp, weather)
    assert not may_cover("I took the radio traffic with ships.", lamp, radio)
    assert ROLE.id == KIT.role


@pytest.mark.parametrize(
    "words",
    [
        "no reminders",
        "No more reminders, please",
        "please stop reminding me",
        "don’t remind me again",
        "stop sending me reminders",
        "unsubscribe",
    ],
)
def test_no_to_reminders_is_heard_and_nothing_else(words: str) -> None:
    assert wishes(words) == {Wish.UNREMINDED}


@pytest.mark.parametrize("words", ["remind me tomorrow", "I sent no reminders to anybody", "no"])
def test_what_is_no_wish_about_reminders(words: str) -> None:
    assert Wish.UNREMINDED not in wishes(words)
