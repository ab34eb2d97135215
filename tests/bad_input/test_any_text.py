"""Any message at all, said to the real bot in every place: a sane reply, and exact words kept."""

import time
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.questions import LONGEST_QUESTION
from bot.core.text.cleaning import LONGEST, cleaned
from bot.core.wording import general
from bot.core.wording import screening as to_candidates
from bot.dialogues.screening.session import RATED_LENGTH
from tests.bad_input.office import STATES, Office, words

PLACES = ("recruiter", *STATES)
SAYINGS = (
    *("yes", "no", "skip", "pause", "person", "send", "help", "hello", "change 1", "change 1: "),
    *("invite ", "summary ", "use ", "show the kit", "/start ", "what does it pay?", "why?"),
    *("I repaired the lamp in 2019. ", "we ", "not ", "12 ", "1e309 ", "-0 ", "NaN ", "0/0 "),
    *("\u202e", "\u200b", "\u2066", "\ud800", "\x00", "\x1b[2J", "\ufeff", "\n", "\t", "\r\n"),
    *("\U0001f469\u200d\U0001f467", "\U0001f44d\U0001f3fd", "שלום ", "مرحبا ", "ด้็", "e\u0301"),
    *("<b>", "</b>", "&lt;", "<!channel>", "[x](y)", "```", "{{7*7}}", "{0}", "%s", "${HOME}"),
    *("'; DROP TABLE events; --", "../../", "\\", '"', "\u2028", "a" * 90, "?" * 30, "." * 30),
)
ANYTHING = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=200),
    st.lists(st.sampled_from(SAYINGS), max_size=10).map("".join),
)


def standing(office: Office, place: str) -> tuple[str, str]:
    return ("team", "") if place == "recruiter" else office.standing(place)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANYTHING, place=st.sampled_from(PLACES))
def test_any_text_gets_a_reply_and_is_kept_exactly(office: Office, text: str, place: str) -> None:
    chat, screening = standing(office, place)
    message = office.message(text, chat, screening)
    reply = office.app.bot.handle(message)
    assert words(reply).strip()
    assert all(one in "\n\t" or unicodedata.category(one) != "Cc" for one in words(reply))
    assert office.app.store.records.transcript(chat)[-1].text == cleaned(text)
    events = office.app.store.screenings.events(screening) if screening else ()
    assert office.app.bot.handle(message) == reply
    assert (office.app.store.screenings.events(screening) if screening else ()) == events
    for event in events:
        rating, answer = getattr(event, "rating", None), getattr(event, "answer", "")
        assert answer == cleaned(answer)
        for found in rating.evidence if rating else ():
            assert answer[found.start : found.end] == found.quote


WORDLESS = ("\U0001f44d", "<b></b>", "&nbsp;", "***", "\u200b\u202e\u2066", "\u3164", "\x00\x07")


@pytest.mark.parametrize("text", WORDLESS)
@pytest.mark.parametrize("place", PLACES)
def test_a_message_without_words_is_asked_for_again(office: Office, place: str, text: str) -> None:
    chat, screening = standing(office, place)
    before = office.log(screening) if screening else 0
    said = words(office.say(text, chat, screening))
    nothing_seen = place == "notice" and not cleaned(text)
    if place == "recruiter":
        assert said == general.EMPTY
    elif nothing_seen:  # as the first visit, which says nothing either: the notice
        assert to_candidates.CONSENT_QUESTION in said
    else:
        assert said.startswith(to_candidates.EMPTY)
        assert len(said) > len(to_candidates.EMPTY), "what was asked is asked again"
    assert (office.log(screening) if screening else 0) == before


SHOUTED = "yes\u200f \u202e", "\u2066y\u200bes\u2069"


@pytest.mark.parametrize("text", SHOUTED)
def test_what_is_not_seen_does_not_hide_a_yes(office: Office, text: str) -> None:
    chat, screening = office.standing("notice")
    office.say(text, chat, screening)
    assert [type(one).__name__ for one in office.app.store.screenings.events(screening)][1:] == [
        "Consented"
    ]


LONG = {
    "sentences": "I built the lamp and kept it alight, " * 20 + "every night. ",
    "one word": "a",
    "no stop": "why ",
    "abbreviations": "e.g. ",
    "numbers": "12 ",
    "lines": "x\n",
    "blanks": "a" + " " * 30_000,
    "tabs": "yes\t\t" + "\t" * 60_000,
    "dashes": "a---",
    "colons": "a: ",
    "brackets": "(a((",
    "tags": "<a",
    "quotes": "a'\"",
    "emoji": "\U0001f469\u200d\U0001f467 a ",
}


EACH = [(piece, place) for piece in LONG for place in ("recruiter", "question")]
OTHERS = [("sentences", place) for place in ("notice", "gate", "review")]


@pytest.mark.parametrize(("piece", "place"), [*EACH, *OTHERS])
def test_a_hundred_thousand_characters_get_a_sane_reply(
    office: Office, piece: str, place: str
) -> None:
    text = (LONG[piece] * (LONGEST // len(LONG[piece]) + 1))[: LONGEST - 1].strip() + "."
    chat, screening = standing(office, place)
    began = time.monotonic()
    said = words(office.say(text, chat, screening))
    # Measured: under a second. Looking back over the whole text at each full stop took minutes.
    assert time.monotonic() - began < 60
    if place == "recruiter":
        assert f"{LONGEST_QUESTION:,} characters" in said
    if place == "question":
        assert to_candidates.long_answer(RATED_LENGTH) in said
        assert answers(office, screening) == [text]
    assert len(said) < 20_000


def answers(office: Office, screening: str) -> list[str]:
    events = office.app.store.screenings.events(screening)
    return [str(getattr(event, "answer", "")) for event in events if hasattr(event, "answer")]


@pytest.mark.parametrize("place", PLACES)
def test_one_character_too_many_is_refused_and_changes_nothing(office: Office, place: str) -> None:
    chat, screening = standing(office, place)
    before = office.log(screening) if screening else 0
    said = words(office.say("lamp " * (LONGEST // 5) + "s", chat, screening))
    assert said == general.too_long(LONGEST + 1, LONGEST)
    assert "100,000" in said
    assert (office.log(screening) if screening else 0) == before
    assert len(office.app.store.records.transcript(chat)[-1].text) < 300


def test_a_question_behind_a_very_long_answer_is_heard(office: Office) -> None:
    chat, screening = office.standing("question")
    text = "I kept the lamp alight each night. " * 400 + "By the way, what does it pay?"
    assert "31,400 crowns" in words(office.say(text, chat, screening))
