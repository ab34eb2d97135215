"""Whether words stand out from what is behind them."""

Colour = tuple[float, float, float]
"""Red, green and blue, each 0..1."""
WHITE: Colour = (1.0, 1.0, 1.0)
LEAST_CONTRAST = 1.25
"""Below this contrast nobody reads a word: #eeeeee on white has 1.16, #cccccc has 1.61."""


def luminance(colour: Colour) -> float:
    """How light a colour is, 0..1 (WCAG 2.2, “relative luminance”)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1..21 (WCAG 2.2, “contrast ratio”)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_pale(words: Colour, behind: Colour) -> bool:
    """Whether words of this colour cannot be told from what is behind them."""
    return contrast(words, behind) < LEAST_CONTRAST
