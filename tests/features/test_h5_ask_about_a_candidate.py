"""H5: the team asks what one candidate said: that candidate's own words, or plainly nothing."""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.bot import Bot
from bot.core.messages import Aside, Incoming, Link, Post, Quote, Reply, Sources, Text
from bot.core.ratings import Level
from bot.core.roles import Audience
from bot.core.wording import candidates as said
from bot.core.wording.fit import ERASED
from bot.ports.delivery import Standing
from bot.ports.recollections import Recaller, Recollections
from tests.ports import NoRanker
from tests.recruiting.candidates import erased, screened
from tests.recruiting.office import BAKER, KEEPER, NOON, Office, words

LAMP = "I rebuilt the lamp in March. My name is Ottoline, call +44 7700 900123 about the prism."
OTHER = "The lamp was never mine. A periscope stood there."


@pytest.fixture
def lamps(office: Office) -> Office:
    """Two candidates of one role, and one of another with the first one's code."""
    screened(office, "7F3", (LAMP,))
    screened(office, "2B1", (OTHER,), name="Barnaby Madeup")
    screened(office, "7F3", ("My sourdough holds for days.",), BAKER)
    office.team("use Lighthouse Keeper")
    return office


@pytest.mark.parametrize(
    "question",
    [
        "ask 7F3: is there proof of a rebuilt lamp?",
        "What did Candidate 7F3 say about the lamp?",
        "any proof of a rebuilt lamp in 7f3?",
        "ask candidate 7F3 about the lamp",
    ],
)
def test_the_answer_is_the_candidates_own_words_with_their_place(
    lamps: Office, question: str
) -> None:
    blocks = lamps.team(question).blocks
    quote = next(block for block in blocks if isinstance(block, Quote))
    assert quote.text == "I rebuilt the lamp in March."
    assert lamps.kit(KEEPER).questions[0].text in quote.by
    assert Level.DESCRIBED.words in quote.by
    link = next(block for block in blocks if isinstance(block, Link))
    assert link.url.endswith(f"/screenings/{KEEPER}-7f3/record#q1-0")
    (sources,) = (block for block in blocks if isinstance(block, Sources))
    assert sources.citations[0].quote == "Repairing lamps and lenses"


def test_nothing_of_another_candidate_or_role_is_ever_shown(lamps: Office) -> None:
    for question in ("ask 7F3: periscope?", "ask 7F3: sourdough?", "ask 7F3: barnaby?"):
        assert lamps.team(question).blocks == (Text(said.not_discussed("Candidate 7F3")),)


def test_names_and_contact_data_are_left_out(lamps: Office) -> None:
    told = words(lamps.team("ask 7F3: what about the prism?"))
    assert "[left out]" in told
    assert "7700" not in told
    assert "Ottoline" not in told


def test_what_was_skipped_is_told_as_skipped(office: Office) -> None:
    screened(office, "K2M", ("",))
    screened(office, "P9X", ("",), BAKER)
    assert words(office.team("ask K2M: lamps?")).startswith(said.SAID_NOTHING_YET)


def test_a_question_without_a_subject_is_asked_back(lamps: Office) -> None:
    assert words(lamps.team("ask 7F3:")) == said.ASK_WHAT.format(code="7F3")
    assert words(lamps.team("ask 7F3: what did they say?")) == said.ASK_WHAT.format(code="7F3")


def test_an_unknown_code_is_told(lamps: Office) -> None:
    assert "There is no screening “ZZ9”" in words(lamps.team("ask ZZ9: lamps?"))
    assert "There is no screening “ZZ9”" in words(lamps.team("What did Candidate ZZ9 say on it?"))


def test_an_erased_screening_is_gone_for_questions(lamps: Office) -> None:
    erased(lamps, f"{KEEPER}-2b1")
    told = words(lamps.team("ask 2B1: lamp?"))
    assert "There is no screening “2B1”" in told
    assert "had their data erased" in told


class Listening(NoRanker):
    """Notes which texts are encoded."""

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return super().encode(texts)


def test_what_was_said_is_encoded_once_and_kept_in_memory_until_it_is_erased(
    lamps: Office,
) -> None:
    memory: Recollections[tuple[Hashable, Any]] = Recollections(2)
    lamps.store.memories.add(memory)
    ranker = Listening()
    lamps.bot = Bot(replace(lamps.ports, ranker=ranker, recall=Recaller(memory)))
    for question in ("lamp?", "prism?", "periscope?", "rebuilt lamp?"):
        lamps.team(f"ask 7F3: {question}")
        lamps.team(f"ask 2B1: {question}")
    assert ranker.encoded.count("A periscope stood there.") == 1
    assert not any("7700" in text for text in ranker.encoded)
    assert len(memory.screenings()) == 2
    lamps.team("use Night Baker")
    lamps.team("ask 7F3: sourdough?")
    assert set(memory.screenings()) == {f"{BAKER}-7f3", f"{KEEPER}-2b1"}
    erased(lamps, f"{KEEPER}-2b1")
    assert memory.screenings() == (f"{BAKER}-7f3",)


def test_what_was_made_of_other_words_is_made_anew() -> None:
    recall = Recaller(Recollections(1))
    assert recall("s-1", "two words", lambda: [1]) == [1]
    assert recall("s-1", "two words", lambda: [2]) == [1]
    assert recall("s-1", "three more words", lambda: [3]) == [3]


def test_what_was_quoted_goes_when_it_is_erased(lamps: Office) -> None:
    lamps.team("ask 2B1: periscope?")
    lamps.team("compare 7F3 and 2B1 on lamps")
    lamps.team("ask 7F3: lamp?")
    erased(lamps, f"{KEEPER}-2b1")
    kept = " ".join(words(one.reply) for one in lamps.store.records.transcript("team"))
    assert "periscope" not in kept
    assert "I rebuilt the lamp" in kept


def test_an_unfinished_screening_says_so(office: Office) -> None:
    screened(office, "7F3", (LAMP,), finished=False)
    assert Aside(said.UNFINISHED) in office.team("ask 7F3: lamp?").blocks


def test_other_words_are_left_to_others(lamps: Office) -> None:
    for message in ("ask the team: is there a lamp?", "Who decides?", "Is the lamp new?"):
        assert "Candidate" not in words(lamps.team(message)), message


def test_a_candidate_can_ask_for_nobodys_words(lamps: Office) -> None:
    told = words(lamps.candidate("ask 7F3: did they rebuild the lamp?"))
    assert "March" not in told


def in_thread(office: Office, text: str, above: str | None) -> str:
    """What the team is told in a thread; `above` as `Ports.thread_of` tells it."""
    office.bot = Bot(replace(office.ports, thread_of=lambda _: above))
    return words(office.team(text, chat=f"slack:T:C:{text}"))


def test_in_the_thread_of_a_card_the_question_alone_does(lamps: Office) -> None:
    identity = f"{KEEPER}-7f3"
    assert "rebuilt the lamp" in in_thread(lamps, "any proof of a rebuilt lamp?", identity)
    assert said.not_discussed("Candidate 7F3") in in_thread(lamps, "did they do yoga?", identity)
    assert in_thread(lamps, "did they do that?", "") == ERASED
    role_question = in_thread(lamps, "What does the job pay?", identity)
    assert said.not_discussed("Candidate 7F3") not in role_question


@pytest.mark.parametrize(
    ("channel", "address", "chat"),
    [
        ("slack", {"channel": "C1", "ts": "17.5"}, "slack:T1:C1:17.5"),
        ("slack", {"channel": "T1/C1", "ts": "17.5"}, "slack:T1:C1:17.5"),
        ("teams", {"conversation": "19:x", "activity": "99"}, "teams:19:x;messageid=99"),
    ],
)
def test_a_thread_knows_the_card_it_stands_under(
    lamps: Office, channel: str, address: dict[str, str], chat: str
) -> None:
    identity = f"{KEEPER}-7f3"
    post = Post("card", KEEPER, identity, NOON, (Text("A card."),))
    office = lamps
    message = Incoming("posting", "invented", "U-o", Audience.TEAM, "", NOON)
    office.store.inbox.commit(message, Reply((), (post,)), ())
    office.store.standings.note([Standing("card", channel, address)])
    above = office.store.standings.screening_above
    assert above(chat) == identity
    for other in (
        "slack:T1:C1:17.6",
        "slack:T2:C9:17.5",
        "slack:T1:C1:U77",
        "teams:19:x",
        "link:x",
        "terminal:1",
    ):
        assert above(other) is None
    erased(office, identity)
    assert above(chat) == ""


def test_bad_input_is_answered(office: Office) -> None:
    markup = "<b>lamp</b> & *lamp* [lamp](https://evil.example) " + "lamp " * 1_200
    screened(office, "7F3", (markup,))
    blocks = office.team("ask 7F3: lamp?").blocks
    quotes = [block for block in blocks if isinstance(block, Quote)]
    assert quotes
    assert all(len(quote.text) <= 400 for quote in quotes)
    assert "evil.example" not in words(office.team("ask 7F3: lamp?"))
