"""Whether words are in a language the bot does not read: by script, or by its small words.

Conservative: English with some foreign words in it is English, and so is whatever is too short.
Small words that are English words too ("die", "men", "van") are in no list.
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def _listed(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words))


_ENGLISH = _listed(
    "the and i to of my for with that it this were they from by have our not but which when you "
    "your be are then because after before what did do their there"
)
_SPANISH_PORTUGUESE = _listed(
    "el los las una que del eso nunca nada todo en y por para pero como mi yo tengo fui muy "
    "también porque cuando desde años trabajo trabajé hice está o os um uma com não mas meu minha "
    "eu tenho foi muito também quando anos trabalhei fiz é em na pela pelo sou soy nuestro "
    "nosso sem"
)
_FRENCH = _listed(
    "le les des un une et est dans avec mais je j'ai nous mon pas très aussi parce quand depuis "
    "ans travaillé fait chez sur qui du au aux être était"
)
_GERMAN_DUTCH = _listed(
    "der das und ich habe hatte für nicht auch aber wir mein meine ein eine einen einem zu von dem "
    "ist sind wurde weil wenn seit jahre jahren gearbeitet bei auf im het een en ik heb voor niet "
    "ook maar wij mijn zijn werd omdat sinds jaar gewerkt bij"
)
_ITALIAN = _listed(
    "il lo gli uno di che e mio mia io sono molto anche perché quando anni lavorato fatto nel "
    "nella della del"
)
_OTHERS = _listed(
    "się nie jest był była mam przez oraz jako pracowałem "
    "bir ve bu için çok daha olarak yıl "
    "och jag att det som för inte har mitt år"
)
_FOREIGN = _SPANISH_PORTUGUESE | _FRENCH | _GERMAN_DUTCH | _ITALIAN | _OTHERS
_FEWEST = 3
"""Fewer small words than this say little about a text in Latin letters."""


def in_latin_letters(text: str) -> bool:
    """Whether at least half the letters are Latin; so, too, where there are hardly any."""
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return len(letters) < _FEWEST or latin >= len(letters) / 2


def small_words() -> frozenset[str]:
    """Small words of other languages, in lower case."""
    return _FOREIGN


def foreign(text: str) -> bool:
    """Whether the text is, for the most part, in another language than English."""
    if not in_latin_letters(text):
        return True
    words = [word.casefold() for word in _WORD.findall(text.replace("’", "'"))]
    strange = sum(word in _FOREIGN for word in words)
    english = sum(word in _ENGLISH for word in words)
    if len(words) < 2 * _FEWEST:
        return strange >= _FEWEST - 1 and not english
    return strange >= _FEWEST and strange > 2 * english and strange * 5 >= len(words)
