"""What counts as an instruction, and what as an answer that happens to sound like one."""

import pytest

from bot.core.screening.utterances import Change, Wish, change, goes_on, wishes


@pytest.mark.parametrize(
    "text",
    [
        "more",
        "More to come.",
        "I'm not done yet",
        "one moment",
        "let me think",
        "wait…",
        "in several messages",
    ],
)
def test_more_opens_an_answer(text: str) -> None:
    assert Wish.MORE in wishes(text)


@pytest.mark.parametrize(
    "text", ["more or less", "I waited for the tide", "there is more than one lamp here"]
)
def test_an_answer_that_begins_like_it_is_an_answer(text: str) -> None:
    assert Wish.MORE not in wishes(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("add to 2", Change(2, "", adds=True)),
        (
            "Please add this to my answer to question 3: I led it.",
            Change(3, "I led it.", adds=True),
        ),
        ("add it to 1 - it took a year", Change(1, "it took a year", adds=True)),
        ("change 2: I led it", Change(2, "I led it")),
        ("add two lamps to the tower", None),
    ],
)
def test_adding_and_changing(text: str, meant: Change | None) -> None:
    assert change(text) == meant


def test_words_that_go_on() -> None:
    assert goes_on("And I also wrote the log.")
    assert goes_on("oh, I forgot to say that it was at night")
    assert not goes_on("Android phones were my work.")
    assert not goes_on("The lamp also failed.")
