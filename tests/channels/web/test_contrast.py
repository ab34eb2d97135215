"""The colours of the style sheet: words can be read in light and in dark (WCAG 2.2, 1.4.3)."""

import re

import pytest

from bot.channels.web.render import STATIC

WORDS = (
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "mine"),
    ("muted", "paper"),
    ("muted", "card"),
    ("accent", "paper"),
    ("accent", "card"),
    ("accent-strong", "card"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-mark", "mark"),
    ("warn", "warn-paper"),
)
SIGNS = (("edge", "paper"), ("edge", "card"), ("accent", "paper"))


def _themes() -> list[dict[str, str]]:
    sheet = (STATIC / "rolecall.css").read_text(encoding="utf-8").split("@media print")[0]
    found = re.findall(r":root \{(.*?)\}", sheet, flags=re.DOTALL)
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", block)) for block in found)
    assert light.keys() == dark.keys()
    return [light, dark]


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return sum(weight * s for weight, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", _themes(), ids=["light", "dark"])
def test_words_and_signs_stand_out(theme: dict[str, str]) -> None:
    for front, back in WORDS:
        assert _contrast(theme[front], theme[back]) >= 4.5, (front, back)
    for front, back in SIGNS:
        assert _contrast(theme[front], theme[back]) >= 3, (front, back)
