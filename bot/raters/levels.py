"""From what the sentences are to the level: four steps with trained chances, and written caps."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bot.core.ratings import Level
from bot.raters import relevance
from bot.raters.bare import names_nothing
from bot.raters.reading import Reading
from bot.raters.weights import ACTS, KNOWN, STAGES, Numbers, Weights

_FLOOR = 1e-3
_FOUR = 4.0


class Cap(StrEnum):
    """A written rule that kept the level down."""

    OFF_TOPIC = "about something else"
    NO_WORK = "no work described"
    NO_OWN_ACTION = "no own action"
    UNSURE_TOPIC = "link to the criterion not plain"
    UNSURE_CASE = "own case not plain"
    NO_RESULT = "no result"


# Least chances. Below, the rule named holds whatever the steps say.
ABOUT_IT = 0.50
CLAIM_ABOUT_IT = 0.12
SURELY_ABOUT_IT = 0.90
WORK_LEAST = 0.25
OWN_LEAST = 0.30
RESULT_LEAST = 0.25
CASE_LEAST = 0.60
PLAINLY = 0.95
SURELY_SAID = 0.9
MAYBE_DENIED = 0.2


@dataclass(frozen=True, slots=True)
class Found:
    """The level, the chance that the answer is about the criterion, and the caps that held."""

    level: Level
    relevance: float
    caps: tuple[Cap, ...]


FEATURES = (
    *(f"{act}: {how}" for act in ACTS for how in ("most", "second", "sum", "log", "any")),
    "own in a case",
    "own with a result",
    "usual in a case",
    "result not of others",
    "own over usual",
    "usual over own",
    "own on the subject",
    "sentences",
    "work",
    "own in a case, log",
    "own with a result, log",
    "result not of others, log",
    "work, log",
    "no work but words",
    "denied at first",
    "more own than usual",
    "own and a result",
)


RELEVANCE_FEATURES = (
    *relevance.FEATURES,
    "off: most",
    "off: mean",
    "private: most",
    "private: mean",
    "work is private",
)


def relevance_features(
    about: relevance.Subject, others: Sequence[relevance.Subject], reading: Reading
) -> Numbers:
    """The values of `RELEVANCE_FEATURES` for a reading."""
    values = relevance.features(about, others, reading.text.neutral, reading.vectors)
    aside = [reading.of(act) for act in ("off", "private")]
    work = np.maximum(reading.of("own"), reading.of("usual"))
    private = float((work * reading.of("private")).sum() / (work.sum() + _FLOOR))
    return np.array(
        [*values, *(float(how(act)) for act in aside for how in (np.max, np.mean)), private]
    )


def level_features(reading: Reading) -> Numbers:
    """The values of `FEATURES` for an answer's sentences."""
    by_act = [_summary(reading.of(act)) for act in ACTS]
    return np.array([*(value for summary in by_act for value in summary), *_together(reading)])


def found(
    reading: Reading,
    about: relevance.Subject,
    others: Sequence[relevance.Subject],
    weights: Weights,
) -> Found:
    """The level by the four steps, held down by the caps."""
    values = level_features(reading)
    likely, claimed = _relevance(about, others, reading, weights)
    chances = dict(zip(STAGES, (line.chance(values) for line in weights.stages), strict=True))
    level = max(_steps(chances), _least(reading, claimed))
    if level <= Level.CLAIMED:
        likely = claimed
    certain = likely * chances["evidence"] * chances["work"] * chances["case"]
    caps = [
        (Cap.OFF_TOPIC, Level.NO_EVIDENCE, likely < _about_least(level)),
        (Cap.NO_WORK, Level.CLAIMED, _most(reading, "own", "usual", "team") < WORK_LEAST),
        (Cap.NO_OWN_ACTION, Level.DESCRIBED, _most(reading, "own") < OWN_LEAST),
        (Cap.UNSURE_TOPIC, Level.DESCRIBED, likely < SURELY_ABOUT_IT),
        (Cap.UNSURE_CASE, Level.DESCRIBED, certain < CASE_LEAST),
        (Cap.NO_RESULT, Level.DEMONSTRATED, _most(reading, "result") < RESULT_LEAST),
    ]
    held = tuple(cap for cap, most, holds in caps if holds and level > most)
    return Found(min([level, *(most for _, most, holds in caps if holds)]), likely, held)


def _relevance(
    about: relevance.Subject,
    others: Sequence[relevance.Subject],
    reading: Reading,
    weights: Weights,
) -> tuple[float, float]:
    """The chances that the answer is about the criterion, taken as work and taken as a claim.

    A claim that names nothing is about what was asked, one that names other things is not.
    """
    rivals = relevance.rivals(about, others)
    values = relevance_features(about, rivals, reading)
    known = KNOWN[2 * (not rivals) + (not about.is_listed)]
    plainly = PLAINLY if relevance.is_plainly_about(values) else 0
    work, claim = (lines[known].chance(values) for lines in (weights.work, weights.claims))
    if names_nothing(reading.text.neutral):
        claim = PLAINLY
    elif relevance.is_plainly_elsewhere(values):
        claim = 0
    return max(work, plainly), max(claim, plainly)


def _about_least(level: Level) -> float:
    """How likely it must be about the criterion: words of a claim say less of that than work."""
    return ABOUT_IT if level >= Level.DESCRIBED else CLAIM_ABOUT_IT


def _least(reading: Reading, claimed: float) -> Level:
    """Claimed for a plain claim, plan, course or others' work that is about it and not denied."""
    said = _most(reading, "others", "claim", "plan", "learning") >= SURELY_SAID
    denied = _most(reading, "denial") > MAYBE_DENIED
    return Level.CLAIMED if said and not denied and claimed >= ABOUT_IT else Level.NO_EVIDENCE


def nothing_shown(at: Found) -> Found:
    """The same with no evidence at all."""
    return Found(Level.NO_EVIDENCE, at.relevance, ())


def _steps(chances: dict[str, float]) -> Level:
    """As many steps up as each are likelier than not, one after the other."""
    level = 0
    for stage in STAGES:
        if chances[stage] <= 0.5:
            break
        level += 1
    return Level(level)


def _most(reading: Reading, *acts: str) -> float:
    return float(max(reading.of(act).max() for act in acts))


def _summary(chance: Numbers) -> tuple[float, ...]:
    most = np.sort(chance)[::-1]
    second = float(most[1]) if len(most) > 1 else 0.0
    total = min(3.0, float(chance.sum()))
    return float(most[0]), second, total, _log(float(most[0])), _log(_any(chance))


def _together(reading: Reading) -> tuple[float, ...]:
    own, usual, case, result = (reading.of(act) for act in ("own", "usual", "case", "result"))
    team, others, claim, plan = (reading.of(act) for act in ("team", "others", "claim", "plan"))
    work = np.maximum(np.maximum(own, usual), team)
    plain = result * (1 - others) * (1 - plan) * (1 - claim)
    words = np.maximum(np.maximum(others, claim), np.maximum(plan, reading.of("learning")))
    own_case, own_result = float((own * case).max()), float((own * result).max())
    return (
        own_case,
        own_result,
        float((usual * case).max()),
        float(plain.max()),
        float((own - usual).max()),
        float((usual - own).max()),
        float((own * (1 - reading.of("off"))).max()),
        float(np.log(len(own))),
        float(work.max()),
        _log(own_case),
        _log(own_result),
        _log(float(plain.max())),
        _log(float(work.max())),
        _log(_any(words)),
        _log(float(reading.of("denial")[0])),
        float(own.sum() - usual.sum()),
        min(_log(float(own.max())), _log(_any(result))),
    )


def _any(chance: Numbers) -> float:
    """The chance that at least one sentence is it, were they independent."""
    return float(1 - np.prod(1 - chance))


def _log(chance: float) -> float:
    """Log odds, between -7 and 7."""
    held = min(max(chance, _FLOOR), 1 - _FLOOR)
    return float(np.log(held / (1 - held)))
