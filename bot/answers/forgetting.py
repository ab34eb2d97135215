"""What is worked out of texts is kept to save work; all of it can be forgotten at any time."""

from bot.answers.terms import named, renamed_words, stems
from bot.answers.understanding import understand


def forget_texts() -> None:
    """Keep no question and no sentence that anybody wrote."""
    for kept in (understand, stems, named, renamed_words):
        kept.cache_clear()
