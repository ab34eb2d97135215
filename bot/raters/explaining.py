"""Which sentences show a level, the reasons in words, and the part that was missing."""

from dataclasses import dataclass

import numpy as np

from bot.core.ratings import Level, Part
from bot.core.wording import rating as words
from bot.raters.bare import names_nothing
from bot.raters.levels import Cap, Found
from bot.raters.reading import Reading
from bot.raters.shape import is_past
from bot.raters.weights import ACTS
from retrieval.words import content_stems, content_words

MOST_QUOTES = 3
_SIGN = 0.5
_SHOWS = {
    Level.NO_EVIDENCE: ("denial", "question", "none"),
    Level.CLAIMED: ("claim", "plan", "learning", "others", "usual", "team", "own", "repeats"),
    Level.DESCRIBED: ("own", "usual", "team"),
    Level.DEMONSTRATED: ("own",),
    Level.IMPACT: ("own",),
}
_SIGNS = ("own", "usual", "team", "others", "claim", "plan", "learning", "denial", "result")
_WORK = ("own", "usual")
_TERMS = 3


@dataclass(frozen=True, slots=True)
class Explained:
    """The sentences that show a level, by number in the reading and in the answer's order."""

    sentences: tuple[int, ...]
    reasons: tuple[str, ...]
    missing: Part | None


def explained(criterion: str, reading: Reading, at: Found, answer: str) -> Explained:
    """Why a reading of an answer has its level."""
    if Cap.OFF_TOPIC in at.caps:
        return Explained((), (words.off_topic(criterion),), Part.WORK)
    missing = _missing(reading, at)
    if at.level is Level.NO_EVIDENCE:
        denied = float(reading.of("denial").max()) >= _SIGN
        quote = _denial(reading, answer) if denied else ""
        reason = words.reason(at.level, quote, ("denial",) if denied else (), "")
        return Explained((), (reason,), missing)
    shown = _sentences(reading, at.level)
    best = shown[0]
    span = reading.text.spans[best]
    quote = answer[span.start : span.end]
    main = _main(reading, best, at.level)
    signs = (*_signs(main, at.level), *_named(criterion, quote))
    lacking = _lacking(criterion, at, missing, main)
    return Explained(
        tuple(sorted(shown)), (words.reason(at.level, quote, signs, lacking),), missing
    )


def _denial(reading: Reading, answer: str) -> str:
    span = reading.text.spans[int(reading.of("denial").argmax())]
    return answer[span.start : span.end]


def _sentences(reading: Reading, level: Level) -> list[int]:
    """The sentences that show the level, best first, and for impact the one with the result."""
    acts = reading.chances[:, [ACTS.index(act) for act in _SHOWS[level]]].max(axis=1)
    order = np.argsort(-acts, kind="stable").tolist()
    most = MOST_QUOTES - 1 if level is Level.IMPACT else MOST_QUOTES
    shown = [order[0], *(n for n in order[1:most] if acts[n] >= _SIGN)]
    result = int(reading.of("result").argmax())
    if level is Level.IMPACT and result not in shown:
        shown.append(result)
    return shown


def _main(reading: Reading, sentence: int, level: Level) -> str:
    """What a sentence most likely is, of all that shows the level."""
    return max(_SHOWS[level], key=lambda act: float(reading.of(act)[sentence]))


def _signs(main: str, level: Level) -> tuple[str, ...]:
    """What the quoted words are, and a result among them; a claim is never called own work."""
    said = main in _SIGNS and not (level is Level.CLAIMED and main in _WORK)
    return (*([main] if said else []), *(["result"] if level is Level.IMPACT else []))


def _named(criterion: str, quote: str) -> tuple[str, ...]:
    """What of the criterion the quote names, as the candidate wrote it."""
    wanted = set(content_stems(criterion))
    named = dict.fromkeys(
        word.text
        for word in content_words(quote)
        if word.stem in wanted and not is_past(word.text.lower()) and not names_nothing([word.text])
    )
    return (words.names(list(named)[:_TERMS]),) if named else ()


def _missing(reading: Reading, at: Found) -> Part | None:
    """The part whose absence kept the level down; it chooses the probe."""
    match at.level:
        case Level.IMPACT:
            return None
        case Level.DEMONSTRATED:
            return Part.RESULT
        case Level.DESCRIBED:
            own = max(float(reading.of(act).max()) for act in ("own", "usual"))
            team = float(reading.of("team").max())
            return Part.OWN_PART if team > own else Part.SPECIFIC_CASE
        case Level.CLAIMED:
            return Part.WORK
        case Level.NO_EVIDENCE:
            return None if float(reading.of("denial").max()) >= _SIGN else Part.WORK


def _lacking(criterion: str, at: Found, missing: Part | None, main: str) -> str:
    if Cap.UNSURE_TOPIC in at.caps:
        return words.link_not_plain(criterion)
    if Cap.UNSURE_CASE in at.caps:
        return words.CASE_NOT_PLAIN
    match missing:
        case Part.RESULT:
            return words.NO_RESULT
        case Part.SPECIFIC_CASE:
            return words.CASE_NOT_PLAIN if main == "own" else words.NO_CASE
        case Part.OWN_PART:
            return words.TEAM_ONLY
        case Part.WORK:
            return words.OWN_NOT_PLAIN if main in _WORK else words.NO_WORK
        case None:
            return ""
