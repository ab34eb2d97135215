"""A candidate asks what the brief does not say: it is offered, passed on, and comes back."""

from bot.core.messages import Text
from bot.core.roles import Audience
from bot.core.wording import questions as words

from .conftest import BRIEF, MONDAY, ROLE, Opened, World, button

ASKED = "How big is the crew?"
ANSWER = "The crew is eight people."


def ask(world: World, chat: str = "chat-1", question: str = ASKED) -> str:
    world.candidate(question, chat)
    return world.candidate("yes", chat)


def test_the_whole_way_of_a_question(world: World) -> None:
    refused = world.say(ASKED)
    assert words.OFFER in [block.text for block in refused.blocks if isinstance(block, Text)]
    confirmed = world.say(button(refused, words.ASK_BUTTON))
    assert "I have asked the hiring team: “How big is the crew?”" in str(confirmed.blocks)
    assert world.posted() == [
        "Question 1 · Ferry Captain\nSomebody asks what the brief does not say:\n“How big is the "
        "crew?”\nTo answer, say “answer 1” and one or two full sentences, for example “answer 1 "
        "The team is eight people.” Candidates will read it; for the team alone say “answer 1 "
        "team: …”."
    ]
    world.days_later(2)
    told = world.recruiter(f"answer 1 {ANSWER}")
    assert "cited as “answered by Rhea Invented on 3 March 2027”" in told
    assert "Told now: Somebody." in told
    world.days_later(3)
    back = world.candidate("hello")
    assert back.startswith(f"You asked the hiring team: “{ASKED}”\nThey answered:\n“{ANSWER}”")
    assert "(answered by Rhea Invented on 3 March 2027)" in back
    assert "Hello! Ask me anything about Ferry Captain." in back
    assert words.you_asked(ASKED) not in world.candidate("thanks"), "it is told once"


def test_the_answer_is_cited_from_then_on_for_everybody(world: World) -> None:
    ask(world)
    world.recruiter(f"answer 1 {ANSWER}")
    for asked in (ASKED, "how big's the crew??", "Tell me, is the crew eight people?"):
        told = world.candidate(asked, "another chat")
        assert told == (
            f"The hiring team says: “{ANSWER}”\n"
            "[Answers from the team · answered by Rhea Invented on 1 March 2027]"
        ), asked


def test_an_answer_that_shares_no_word_with_its_question_answers_that_question(
    world: World,
) -> None:
    ask(world, question="Is there a canteen on board?")
    world.recruiter("answer 1 Yes, on Fridays only.")
    assert "“Yes, on Fridays only.”" in world.candidate("Is there a canteen on board?", "chat-2")
    assert "Fridays" not in world.candidate("Is there a sauna on board?", "chat-2")


def test_a_place_that_was_not_asked_about_gets_no_other_places_answer(world: World) -> None:
    ask(world, question="What does it pay in Norway?")
    world.recruiter("answer 1 In Norway it pays 900,000 NOK a year.")
    assert "says: “In Norway it" in world.candidate("what does it pay in Norway", "chat-2")
    other = world.candidate("What does it pay in Sweden?", "chat-3")
    assert other.startswith("The brief does not say")
    assert "says: “In Norway it" not in other


def test_a_follow_up_is_passed_on_with_what_it_follows(world: World) -> None:
    world.candidate("What does it pay?")
    world.candidate("And in Norway?")
    assert "“What does it pay? And in Norway?”" in world.candidate("yes please")


def test_it_survives_a_new_brief(world: World) -> None:
    ask(world)
    world.recruiter(f"answer 1 {ANSWER}")
    changed = BRIEF.replace("Two seasons", "Three seasons")
    world.app.store.roles.put(ROLE, "ferry.md", changed, MONDAY)
    assert ANSWER in world.candidate(ASKED, "chat-2")
    assert "Three seasons" in world.candidate("What are the requirements?", "chat-3")


def test_what_is_for_the_team_never_reaches_a_candidate(world: World) -> None:
    ask(world)
    world.recruiter("answer 1 team: We lost four captains and the crew is eight tired people.")
    assert words.TEAM_ONLY_TOLD in world.candidate("hello")
    for asked in (ASKED, "Did you lose four captains?", "Are the crew tired people?", "answers"):
        told = world.candidate(asked, "chat-2").replace(asked, "")
        assert "tired" not in told
        assert "captains" not in told
    assert "tired people" in world.recruiter(ASKED)


def test_two_people_ask_the_same_and_both_are_told(world: World) -> None:
    ask(world)
    ask(world, "chat-2", "how big is your crew")
    assert len(world.posted()) == 1
    listed = world.recruiter("questions")
    assert "Question 1: How big is the crew? (Somebody and 1 more, today)" in listed
    world.recruiter(f"answer 1 {ANSWER}")
    assert ANSWER in world.candidate("hello", "chat-1")
    assert ANSWER in world.candidate("hello", "chat-2")


def test_the_same_person_asks_once(world: World) -> None:
    ask(world)
    assert words.ASKED_ALREADY in ask(world)
    assert len(world.posted()) == 1


def test_no_means_no_and_anything_else_forgets_the_offer(world: World) -> None:
    world.candidate(ASKED)
    assert world.candidate("no thanks") == words.NOT_ASKED
    world.candidate(ASKED)
    world.candidate("What are the requirements?")
    world.candidate("yes")
    assert world.posted() == []


def test_a_question_can_be_put_without_being_offered(world: World) -> None:
    for nothing in ("ask the team", "ask the team: ???", "Please ask the hiring team!"):
        assert words.ASK_WHAT in world.candidate(nothing)
    assert "“Is there a parrot?”" in world.candidate("Can you ask the team: Is there a parrot?")
    assert len(world.posted()) == 1


def test_contact_data_is_left_out_and_a_long_question_is_cut(world: World) -> None:
    told = world.candidate(
        "ask the team: My name is Ottoline Quibble, mail otto@invented.example or +49 170 1234567, "
        f"{'very ' * 80}is there a parrot?"
    )
    for left_out in ("Ottoline", "Quibble", "otto@", "1234567"):
        assert left_out not in told + str(world.posted())
    question = world.app.store.questions.get(1)
    assert question is not None
    assert len(question.text) <= 300
    assert question.text.endswith("…")


def test_five_questions_of_one_chat_may_wait(world: World) -> None:
    for thing in ("a parrot", "a piano", "a sauna", "a garden", "a lighthouse"):
        assert "I have asked" in world.candidate(f"ask the team: Is there {thing}?")
    assert world.candidate("ask the team: Is there a zoo?") == words.TOO_MANY
    assert "I have asked" in world.candidate("ask the team: Is there a zoo?", "chat-2")


def test_without_a_hiring_channel_everybody_is_told_so(opened: Opened) -> None:
    world = opened()
    world.app.store.roles.put(ROLE, "ferry.md", BRIEF, MONDAY)
    assert words.NO_CHANNEL in ask(world)
    listed = world.recruiter("questions")
    assert ASKED in listed
    assert words.NO_CHANNEL_TEAM in listed


def test_nobody_answers(world: World) -> None:
    ask(world)
    world.days_later(4)
    assert "(Somebody, 4 days ago; please answer soon)" in world.recruiter("questions")
    assert "1 question waits for an answer" in world.recruiter("screenings")
    assert "is with the hiring team since 1 March 2027" in world.candidate("status")


def test_a_candidate_cannot_answer(world: World) -> None:
    ask(world)
    for said in ("answer 1 The crew is nine.", "withdraw 1", "correct 1 Nine.", "questions"):
        world.candidate(said)
    question = world.app.store.questions.get(1)
    assert question is not None
    assert question.open
    assert [ask.audience for ask in question.asks] == [Audience.CANDIDATE]


def test_a_recruiter_may_ask_the_owner_too(world: World) -> None:
    world.recruiter(ASKED)
    world.recruiter("yes")
    assert "A recruiter asks" in world.posted()[0]
    world.recruiter(f"answer 1 {ANSWER}")
    assert ANSWER in world.recruiter(ASKED)
