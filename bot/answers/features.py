"""What is known for one question, as named numbers between about -1 and 1: of each line, and of
the question itself.

The names are those of the learned weights; each stands for one reason why a line may or may not
answer. A name that is not given is 0 for every line.
"""

import numpy as np
from numpy.typing import NDArray

from bot.answers.coverage import Asking, Known, Words, coverage
from bot.answers.kinds import asked_kind, form_of
from bot.answers.meaning import meant
from bot.answers.reading import Floats
from bot.answers.wanted import closely, wanted
from bot.answers.weights import Weights
from bot.ports import Ranker

HELD = 0.99
"""The likeness of a word that a line holds itself, or by another name."""


def features(asking: Asking, ranker: Ranker, weights: Weights) -> Known:
    """All that is known; there is at least one line."""
    words = Words.of(asking, ranker)
    form = form_of(asking.asked.text)
    lines: dict[str, Floats] = {}
    question: dict[str, float] = {
        f"asks {form}": 1.0,
        "question length": min(len(asking.asked.text.split()), 25) / 25,
        "about the person": float(asking.asked.about_self),
        "asks for a requirement": float(asking.asked.checks),
        **closely(asking.asked.text),
    }
    for known in (
        coverage(asking, words),
        _held(asking, words),
        _slots(asking, ranker, weights),
        _slot_and_rest(asking, words),
        _heads(words),
        meant(asking, words, form),
    ):
        lines |= known.lines
        question |= known.question
    lines |= {**_likeness(asking), **_kinds(asking), **wanted(asking, form)}
    if asking.asked.checks and "least meant" in lines:
        lines["least meant, asks for a requirement"] = lines["least meant"] - 0.5
        question["meant by no line, asks for a requirement"] = question["meant by no line"]
    if words.own:
        lines[f"least word covered, asks {form}"] = lines["least word covered"] - 0.5
    return Known(lines, question)


def _likeness(asking: Asking) -> dict[str, Floats]:
    near = asking.likeness
    return {
        "cosine": near,
        "below the best cosine": near.max() - near,
        "length": asking.reading.length,
    }


def _held(asking: Asking, words: Words) -> Known:
    """Which lines hold the question's words themselves; one that few lines hold tells most."""
    count, own = len(asking.reading.lines), len(words.own)
    if not own:
        return Known({}, {})
    held = words.whole[:, :own] >= HELD
    every = held.all(axis=1)
    lines = held.sum(axis=0)
    tells = np.where(lines > 0, np.log1p(count / np.maximum(lines, 1)), 0.0)
    share = held @ tells / max(float(tells.sum()), 1e-9)
    said = "every word" if own > 1 else "the one word"
    found = {
        "telling words held": share,
        "telling words held, below the best": share.max() - share,
        f"holds {said}": every.astype(np.float64),
    }
    if every.sum() == 1:
        found[f"alone in holding {said}"] = found[f"holds {said}"]
    return Known(found, {"some word held by no line": float((lines == 0).any())})


def _kinds(asking: Asking) -> dict[str, Floats]:
    kind = asked_kind(asking.asked.text) or (asked_kind(asking.earlier) if asking.earlier else None)
    if kind is None:
        return {}
    holds = asking.reading.holding[kind]
    return {
        f"holds no {kind}": 1 - holds,
        "holds what is asked for": holds,
        "holds not what is asked for": 1 - holds,
    }


def _slots(asking: Asking, ranker: Ranker, weights: Weights) -> Known:
    asked = weights.question_slots(_question_vector(asking, ranker))
    agree = asking.reading.slots @ asked
    special = 1 - float(asked[weights.general].sum())
    lines = {
        "slots agree": agree,
        "slots agree, beside the best": special * agree / max(float(agree.max()), 1e-6),
        "special slot disagrees": special * (1 - np.sqrt(agree)),
        "criterion": asking.reading.criterion,
    }
    if asking.asked.checks:
        lines["asks for a requirement, and is one"] = asking.reading.criterion
    if asking.asked.slot is not None and asking.asked.slot.line_cue:
        fills = asking.reading.filled_by_words(asking.asked.slot).astype(np.float64)
        lines |= {"fills the slot by words": fills, "does not fill the slot by words": 1 - fills}
    return Known(
        lines,
        {
            "special slot": special,
            "small talk": float(asked[weights.slots.index("smalltalk")]),
            "order": float(asked[weights.slots.index("order")]),
            "no slot by words": float(asking.asked.slot is None),
        },
    )


def _slot_and_rest(asking: Asking, words: Words) -> Known:
    """Whether a line fills the slot by its words and also holds what is asked beside the slot."""
    slot = asking.asked.slot
    if slot is None or not slot.line_cue:
        return Known({}, {})
    fills = asking.reading.filled_by_words(slot).astype(np.float64)
    cue = asking.asked.slot_words.casefold()
    rest = [at for at, word in enumerate(words.own) if word.casefold() not in cue]
    if rest:
        covered = fills * words.whole[:, rest].min(axis=1)
        return Known({"fills the slot, rest covered": covered}, {})
    return Known(
        {"fills the slot, nothing beside": fills, "fills the slot, rest covered": fills},
        {"no line fills it": float(not fills.any())},
    )


def _question_vector(asking: Asking, ranker: Ranker) -> NDArray[np.float32]:
    text = asking.asked.text
    turns = [text, asking.earlier] if asking.earlier else [text]
    shares = np.array([0.6, 0.4] if asking.earlier else [1.0], dtype=np.float32)
    blended: NDArray[np.float32] = shares @ ranker.encode(turns)
    return blended / np.float32(max(float(np.linalg.norm(blended)), 1e-9))


def _heads(words: Words) -> Known:
    """How well a line covers what a "which …" or "how many …" question asks for."""
    if not words.heads.shape[1]:
        return Known({}, {})
    lines = {
        "head covered": words.heads.mean(axis=1),
        "head least covered": words.heads.min(axis=1),
    }
    return Known(lines, {"has a head": 1.0})
