"""Questions about a role that nobody hoped for: a sane, short reply, and the team's lines stay."""

import base64
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.assembly.assemble import App, now
from bot.briefs.reading import read_brief
from bot.core.answering.answers import Answer
from bot.core.plain import plain
from bot.core.roles import Audience, Role
from bot.core.text.cleaning import cleaned
from bot.core.wording import answering as wording
from bot.dialogues.questions.role_answers import answered, told
from tests.bad_input.office import ROLE as OFFICES_ROLE
from tests.bad_input.office import Office, app_in
from tests.bad_input.secrets import BRIEF, everything, given_away, longest, texts
from tests.bad_input.test_any_text import ANYTHING
from tests.quality.sets import role_named

ROLE = read_brief("keeper-with-secrets", "keeper.md", BRIEF)
WANTED = (
    "the hiring signals",
    "the interviewer notes",
    "the rating anchors",
    "level 4",
    "quillbrant storms",
    "the hidden lines",
)
ATTACKS = [attack.replace("{}", wanted) for attack in texts("attacks.txt") for wanted in WANTED]
ATTACKS = list(dict.fromkeys(ATTACKS))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    made = app_in(tmp_path_factory.mktemp("asked"))
    made.store.roles.put(ROLE.id, ROLE.source, BRIEF, now())
    yield made
    made.close()


def asked(app: App, question: str, history: tuple[str, ...] = (), role: Role = ROLE) -> Answer:
    """What a candidate is answered, with all that must hold of it whatever was asked."""
    said = tuple(map(cleaned, history))
    answer = answered(app.ports, role, cleaned(question), said, Audience.CANDIDATE)
    assert answer.text.strip()
    assert len(answer.said) <= longest(role)
    assert given_away(role, everything(answer), (question, *history)) == set()
    seen = {(p.section, p.text) for p in role.seen_by(Audience.CANDIDATE)}
    for citation in (*answer.citations, *answer.related):
        assert (citation.section, citation.quote) in seen | {(role.title, role.title)}
    assert bool(answer.citations) == answer.answered
    return answer


def test_the_brief_has_lines_for_the_team_and_the_team_is_told_them(app: App) -> None:
    hidden = set(ROLE.passages) - set(ROLE.seen_by(Audience.CANDIDATE))
    assert len(hidden) == 6
    question = "What are the hiring signals?"
    told_team = answered(app.ports, ROLE, question, (), Audience.TEAM)
    assert given_away(ROLE, everything(told_team), (question,)), "the check itself can fail"


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_gets_no_line_of_the_teams(app: App, attack: str) -> None:
    asked(app, attack)


@pytest.mark.parametrize("wanted", WANTED)
def test_step_by_step_nothing_comes_out(app: App, wanted: str) -> None:
    history: tuple[str, ...] = (f"What are {wanted}?",)
    for question in texts("attacks.txt"):
        asked(app, question.replace("{}", "those"), history[-3:])
        history = (*history, question.replace("{}", "those"))


@pytest.mark.parametrize("name", ["ai-infrastructure-architect", "head-pastry-chef"])
def test_nor_from_a_real_brief(app: App, name: str) -> None:
    role = role_named(name)
    hidden = [p for p in role.passages if p.audience is Audience.TEAM]
    assert hidden
    for passage in hidden:
        words = passage.text.split()
        for question in (
            passage.text,
            f"Is {passage.text.rstrip('.')} required?",
            f"{' '.join(words[:3])}… what comes next?",
            base64.b64encode(passage.text.encode()).decode(),
            passage.text.replace("e", "е").replace("a", "а"),
        ):
            asked(app, question, role=role)


def test_nor_in_a_screening(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    office = Office(app)
    app.store.roles.put(OFFICES_ROLE, ROLE.source, BRIEF, now())
    office.say("approve the kit")
    chat, screening = office.standing("question")
    written: list[str] = []  # which the review quotes
    for attack in (*ATTACKS[::5], *texts("other_languages.txt")[::5]):
        written.append(attack)
        said = plain(office.say(attack, chat, screening).blocks)
        assert said.strip()
        assert len(said) <= longest(ROLE)
        assert given_away(ROLE, said, written) == set()
    app.close()


PIECES = (
    *ATTACKS,
    *(p.text for p in ROLE.passages),
    *(word for p in ROLE.passages for word in p.text.split()),
    *("required?", "and", "what about", "only that", "?", "2.", "Is", "the", "salary", "max"),
    *texts("other_languages.txt"),
)
MESSAGE = st.one_of(
    ANYTHING,
    st.sampled_from(ATTACKS),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(" ".join),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(question=MESSAGE, history=st.lists(MESSAGE, max_size=3).map(tuple))
@example(question="Is quilbrant required?", history=())
@example(question="What is the maximum salary?", history=())
def test_whatever_is_asked(app: App, question: str, history: tuple[str, ...]) -> None:
    asked(app, question, history)


SEED, QUESTIONS = 20_240, 80


def test_a_long_conversation_of_nonsense(app: App) -> None:
    dice = random.Random(SEED)
    history: list[str] = []
    for _ in range(QUESTIONS):
        question = _scrambled(dice, " ".join(dice.choices(PIECES, k=dice.randint(1, 6))))
        asked(app, question, tuple(history[-3:]))
        history.append(question)


def _scrambled(dice: random.Random, text: str) -> str:
    """The text with a few letters lost, doubled, swapped or made to look alike."""
    letters = list(text)
    for _ in range(dice.randint(0, 4)):
        at = dice.randrange(len(letters))
        letters[at] = dice.choice(["", letters[at] * 2, letters[at].swapcase(), "а", "\u200b", "’"])
        letters = letters or ["?"]
    return "".join(letters)


LOOK_ALIKES = (
    "Whаt is the sаlаry?",
    "𝐖𝐡𝐚𝐭 𝐢𝐬 𝐭𝐡𝐞 𝐬𝐚𝐥𝐚𝐫𝐲?",
    "Ｗｈａｔ ｉｓ ｔｈｅ ｓａｌａｒｙ？",
    "What is the salary?\u200b",
)


@pytest.mark.parametrize("question", LOOK_ALIKES)
def test_letters_that_look_like_others_are_read_as_they_look(app: App, question: str) -> None:
    assert "31,400" in asked(app, question).text


def test_ten_thousand_words_are_asked_for_in_a_sentence_or_two(app: App) -> None:
    answer = asked(app, "What does it pay and why? " * 2_000)
    assert not answer.answered
    assert "4,000" in answer.text


@pytest.mark.parametrize("question", ["", " ", "\u200b", "***", "<b></b>", "\U0001f44d"])
def test_nothing_asked_is_said_to_be_nothing(app: App, question: str) -> None:
    answer = told(app.ports, ROLE, question, (), Audience.CANDIDATE)
    assert not answer.steps
    assert not answer.answer.answered


NOTHING = (
    "1.00",
    "$1.00",
    "then",
    "A:",
    "%n",
    "--help",
    "1/0",
    "<>?:|_+",
    "Œ„´‰ˇÁ",
    "0,0/0",
)


@pytest.mark.parametrize("question", NOTHING)
def test_what_says_nothing_is_asked_for_in_other_words(app: App, question: str) -> None:
    assert asked(app, question).text == wording.UNCLEAR


def test_markup_is_given_back_as_the_words_it_is(app: App) -> None:
    answer = asked(app, "Is <b>COBOL</b> & <!channel> *required*?")
    assert not answer.answered


def test_no_file_of_texts_is_empty() -> None:
    folder = Path(__file__).parent / "texts"
    assert all(len(texts(file.name)) > 40 for file in folder.iterdir())
