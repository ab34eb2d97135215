"""Claims that name nothing, such as "Yes, lots.": they are about what was asked."""

from collections.abc import Sequence

from retrieval.words import content_words

_NAMES_NOTHING = frozenset(
    """
    yes yeah yep sure certainly course absolutely definitely indeed plenty lots lot loads much many
    enough ton tons experience experienced expert expertise knowledge know knows knew known skill
    skills skilled good great excellent strong solid well best very really quite fully totally
    completely extremely all everything every anything nothing thing things stuff something always
    never often sometimes daily day days week weeks month months year years decade decades long time
    times since far already done do did doing does doable have had has been work worked working job
    jobs role career life past here there before able can could would will trust honest honestly
    frankly believe say said tell asked ask question answer love like enjoy trick tricks game sleep
    heart inside outside back hand hands problem issue confident comfortable familiar fluent perfect
    perfectly easy easily second nature level professional passionate passion no tidy one two three
    four five six seven eight nine ten twelve fifteen twenty thirty ago still now just also too
    """.split()  # noqa: SIM905 - a word list reads best as words
)


def names_nothing(texts: Sequence[str]) -> bool:
    """Whether neutral sentences hold no word that could be about one thing and not another."""
    said = [word.text.lower() for text in texts for word in content_words(text)]
    return all(word in _NAMES_NOTHING or word.isdigit() for word in said)
