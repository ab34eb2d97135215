"""What is kept of a message: all that can be seen, nothing that only hides or turns it."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.text.cleaning import cleaned, has_words

KEPT = {
    "a family": "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "a skin colour": "\U0001f468\U0001f3ff\u200d\U0001f9b0 \U0001f44d\U0001f3fd",
    "a rainbow flag": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "the flag of Wales": "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "a nodding head": "\U0001f642\u200d\u2194\ufe0f",
    "a red heart": "\u2764\ufe0f",
    "a key": "1\ufe0f\u20e3",
    "Persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "Sinhala": "\u0dc1\u0dca\u200d\u0dbb\u0dd3",
    "Hebrew with points and a mark": "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd!\u200f",
    "Arabic and English": "\u0623\u0639\u0645\u0644 \u0645\u0639 Terraform\u200e.",
    "a name with a variant": "\u845b\U000e0100\u57ce",
    "Mongolian": "\u182e\u1820\u1828\u180b",
    "Vietnamese": "Nguye\u0302\u0303n",
    "Thai": "\u0e19\u0e49\u0e33",
    "an indented list": "so:\n\t- one\n\n\t- two",
    "typed punctuation": "“C++”, C#, <T>, & 100 % — “no”…",
}
MENDED = {
    "override": ("\u202eyes\u202c", "yes"),
    "isolate": ("\u2066yes\u2069", "yes"),
    "mark without a script for it": ("yes\u200f", "yes"),
    "zero width": ("y\u200be\u2060s\ufeff", "yes"),
    "soft hyphen": ("re\u00adview", "review"),
    "blank filler": ("\u3164\uffa0\u115f", ""),
    "NUL and bell": ("a\x00b\x07c", "abc"),
    "terminal colours": ("\x1b[31mred\x1b[0m", "red"),
    "lines": (" one\r\ntwo\rthree\u2028four ", "one\ntwo\nthree\nfour"),
    "half a character": ("a\ud800b", "a\ufffdb"),
    "two halves": ("\ud83d\ude00", "\U0001f600"),
    "hidden tags": ("hi\U000e0069\U000e0067\U000e006e", "hi"),
    "variants on nothing": ("hi\ufe01\ufe02\U000e0101", "hi"),
    "joiners on nothing": ("a\u200db\u200cc", "abc"),
    "two joiners": ("\U0001f469\u200d\u200d\U0001f467", "\U0001f469\U0001f467"),
    "a pile of accents": ("e" + "\u0301" * 50, "e" + "\u0301" * 4),
    "only what is not seen": ("\u200b\u202e\u2066\ufeff\u00ad ", ""),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_a_script_or_a_picture_needs_stays(text: str) -> None:
    assert cleaned(text) == text


@pytest.mark.parametrize(("text", "kept"), MENDED.values(), ids=MENDED.keys())
def test_what_hides_or_turns_goes(text: str, kept: str) -> None:
    assert cleaned(text) == kept


PIECES = [*"aA9é שا語ก", "\n", "\r", *KEPT.values(), *(text for text, _ in MENDED.values())]
ANYTHING = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)
"""Any characters at all, halves included, and any mixture of what scripts and mischief use."""


@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@given(ANYTHING)
def test_what_is_kept_can_be_stored_and_drives_nothing(text: str) -> None:
    kept = cleaned(text)
    kept.encode("utf-8")
    assert kept == kept.strip()
    assert all(letter in "\n\t" for letter in kept if unicodedata.category(letter) == "Cc")
    assert not {"\u2028", "\u2029"} & set(kept)
    turning = {one for one in kept if unicodedata.bidirectional(one) in TURNS}
    assert not turning


TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANYTHING)
def test_no_letter_digit_or_sign_is_lost(text: str) -> None:
    # Half characters and terminal sequences are told in words above; blank fillers call
    # themselves letters.
    text = "".join(one for one in text if one not in "\x1b\x9b\u3164\uffa0\u115f\u1160")
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def seen(some: str) -> str:
        return "".join(one for one in some if unicodedata.category(one)[0] in "LNPS")

    assert seen(cleaned(text)) == seen(whole)


@pytest.mark.parametrize(
    "text", ["ja", "5", "?", "؟", "はい", "<3 years", "a <b>bold</b> plan", "5€"]
)
def test_words(text: str) -> None:
    assert has_words(text)


WORDLESS = (
    "",
    "\U0001f44d",
    KEPT["a family"],
    "<b></b>",
    '<img src="x" alt="years">',
    "<!-- years -->",
    "&nbsp;&#160;",
    "***",
    "```\n```",
    "—…!",
    "¯\\_()_/¯",
    "\u2800",
)


@pytest.mark.parametrize("text", WORDLESS)
def test_no_words(text: str) -> None:
    assert not has_words(cleaned(text))


@pytest.mark.parametrize(
    "piece",
    ["\u202e", "<!--", "<a ", "&#", "\x1b[0", "\U0001f469\u200d", "e\u0301", "\ud800", "\n"],
)
def test_a_hundred_thousand_of_anything_take_no_time_to_speak_of(piece: str) -> None:
    began = time.monotonic()
    has_words(cleaned(piece * 100_000))
    # Measured: under 0.2 seconds. A pattern that goes back and forth would need hours.
    assert time.monotonic() - began < 10
