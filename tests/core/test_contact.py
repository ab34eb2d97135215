"""Who somebody is does not show in their words, however the name is written."""

import unicodedata
from typing import Literal

import pytest

from bot.core.text.contact import LEFT_OUT, veiled, without_contact


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("invited", ["NFC", "NFD"])
def test_an_accent_may_be_a_character_of_its_own(
    form: Literal["NFC", "NFD"], invited: Literal["NFC", "NFD"]
) -> None:
    name = unicodedata.normalize(invited, "José Müller")
    said = unicodedata.normalize(form, "José Müller led it. José slept, Müllers Bäckerei did not.")
    kept = unicodedata.normalize(form, "Müllers Bäckerei did not.")
    assert veiled(said, name) == f"{LEFT_OUT} led it. {LEFT_OUT} slept, {kept}"


def test_a_part_of_the_name_may_stand_in_capitals() -> None:
    shown = veiled("MÜLLER, keeper. Miller and müller are somebody else.", "José Müller")
    assert shown == f"{LEFT_OUT}, keeper. Miller and müller are somebody else."


@pytest.mark.parametrize("name", ["Émile Zola", "Øystein", "Łukasz Żak", "Ольга", "E\u0301mile"])
def test_whoever_says_their_name_is_not_named(name: str) -> None:
    assert without_contact(f"My name is {name}, and the pay?") == (
        f"My name is {LEFT_OUT}, and the pay?"
    )


def test_what_is_no_name_stays() -> None:
    for said in ("Call me later, please.", "My name is on the list.", "Call me über-careful."):
        assert without_contact(said) == said
