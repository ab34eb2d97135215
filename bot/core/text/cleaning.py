"""What a person wrote, as it is kept: without what nobody sees, and otherwise as it was written.

Every message is cleaned once, where it enters the bot, so that evidence is an exact span of the
words that are kept. What goes is what no reader can see: control characters, marks that turn or
isolate the direction of other words, zero-width characters, blank fillers and tags. What stays is
whatever a script or a picture needs: joiners between Arabic or Indic letters, the parts of an emoji
and of a flag, direction marks among right-to-left letters, variants of ideographs.
"""

import re

LONGEST = 100_000
"""The most characters of a message that is taken; a longer one is refused whole."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HALVES = re.compile("[\ud800-\udfff]")

_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf"
    "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f3fa\U0001f400-\U0001faff]"
)
_DRAWN = f"{_PICTURE}[\ufe0e\ufe0f]?[\U0001f3fb-\U0001f3ff]?"
_JOINING = (
    "[\u0620-\u06ff\u0710-\u17b3\u17b6-\u180a\u1820-\u1cff\ua840-\ua8ff\ua980-\uaaff\ufb50-\ufdcf"
    "\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_UNSEEN = (
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # a terminal's colours and movements, whole
    "|[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200d\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
_NEEDED = (
    "\U0001f3f4[\U000e0061-\U000e007a]{5}\U000e007f"  # a flag of a part of a country
    f"|{_DRAWN}(?:\u200d{_DRAWN})*"
    "|[0-9#*]\ufe0f?\u20e3"
    "|[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003fffd][\ufe00-\ufe02\U000e0100-\U000e01ef]?"
    "|[\u1820-\u18aa][\u180b-\u180f]?"
    f"|{_JOINING}[\u200c\u200d]?"
)
# Read from left to right: what is unseen goes, unless it belongs to what stands before it.
_SEEN_OR_NOT = re.compile(f"{_UNSEEN}|({_NEEDED})")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_DIRECTION = re.compile("[\u061c\u200e\u200f]")
_ABOVE = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
# No language piles more on one letter; a pile covers the lines around it.
_PILE = re.compile(f"({_ABOVE}{{4}}){_ABOVE}+")

_MARKUP = re.compile(r"</?[a-z][a-z0-9]*(?=[\s/>])[^<>]*>|<!--[^<>]*>|&#?\w+;", re.IGNORECASE)


def cleaned(text: str) -> str:
    """The text as it is kept: lines end in newlines, what nobody sees is gone, the rest is whole.

    Half a character (a lone surrogate) becomes U+FFFD. Cleaning twice changes nothing more.
    """
    text = _LINE_ENDS.sub("\n", _whole(text))
    text = _SEEN_OR_NOT.sub(lambda found: found[1] or "", text)
    if not _RIGHT_TO_LEFT.search(text):
        text = _DIRECTION.sub("", text)
    return _PILE.sub(r"\1", text).strip()


def has_words(text: str) -> bool:
    """Whether a text says anything: it has a letter, digit or question mark that is no markup."""
    return any(letter.isalnum() or letter in "?？؟" for letter in _MARKUP.sub(" ", text))


def _whole(text: str) -> str:
    """Two halves that belong together become their character, as some JSON writers split it."""
    if not _HALVES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
