"""What is known of each line for one question, as named numbers between about -1 and 1.

The names are those of the learned weights; each stands for one reason why a line may or may not
answer.
"""

import numpy as np
from numpy.typing import NDArray

from bot.answers.coverage import Asking, Features, Words, coverage
from bot.answers.kinds import FORMS, KINDS, asked_kind, form_of
from bot.answers.meaning import Meant, meaning
from bot.answers.reading import Floats
from bot.answers.slots import LISTS
from bot.answers.wanted import wanted
from bot.answers.weights import Weights
from bot.ports import Ranker

# Slots that are about the work or the requirements: nearly every brief has lines for them.
GENERAL = ("work", "tool_required", "stack", "goals", "market", "years")
HELD = 0.99
"""The likeness of a word that a line holds itself, or by another name."""


def features(asking: Asking, ranker: Ranker, weights: Weights) -> Features:
    """One number a line for each name, shape (lines,) each."""
    words = Words.of(asking, ranker)
    measured = _ranks(asking)
    found: dict[str, Floats] = {
        **measured,
        **coverage(asking, words),
        **_held(asking, words),
        **_kinds(asking),
        **_slots(asking, ranker, weights),
        **_slot_and_rest(asking, words),
        **_forms(asking, words),
        **_meant(asking, words),
        **wanted(asking),
    }
    return found


def _ranks(asking: Asking) -> dict[str, Floats]:
    by_id = {ranked.passage: ranked for ranked in asking.ranked}
    first = asking.ranked[0].passage if asking.ranked else ""
    lines = asking.reading.lines
    found = [by_id.get(line.passage.id) for line in lines]
    cosine = np.array([0.0 if one is None else one.cosine for one in found])
    score = np.array([0.0 if one is None else one.score for one in found])
    lexical = np.array([0.0 if one is None else min(one.lexical, 12) / 12 for one in found])
    return {
        "cosine": cosine,
        "below the best cosine": cosine.max(initial=0.0) - cosine,
        "rank score": score,
        "rank score by words": lexical,
        "ranked first": np.array([float(line.passage.id == first) for line in lines]),
        "length": np.array([min(len(line.passage.text.split()), 40) / 40 for line in lines]),
        "question length": _all(asking, min(len(asking.asked.text.split()), 25) / 25),
    }


def _held(asking: Asking, words: Words) -> dict[str, Floats]:
    """Which lines hold the question's words themselves; one that few lines hold tells most."""
    count, own = len(asking.reading.lines), len(words.own)
    held = words.whole[:, :own] >= HELD
    every = held.all(axis=1) & (own > 0)
    lines = held.sum(axis=0)
    tells = np.where(lines > 0, np.log1p(count / np.maximum(lines, 1)), 0.0)
    share = held @ tells / max(float(tells.sum()), 1e-9)
    alone = every & (every.sum() == 1)
    several = float(own > 1)
    return {
        "every word held": every * several,
        "every word held, one word": every * (1 - several),
        "alone in holding every word": alone * several,
        "alone in holding the one word": alone * (1 - several),
        "telling words held": share,
        "telling words held, below the best": share.max(initial=0.0) - share,
        "some word held by no line": np.full(count, float(own > 0 and (lines == 0).any())),
    }


def _kinds(asking: Asking) -> dict[str, Floats]:
    kind = asked_kind(asking.asked.text) or (asked_kind(asking.earlier) if asking.earlier else None)
    holds = np.array([float(kind in line.kinds) for line in asking.reading.lines])
    asked = float(kind is not None)
    found = {f"holds no {one}": (1 - holds) * float(kind == one) for one in KINDS}
    found["holds what is asked for"] = holds * asked
    found["holds not what is asked for"] = (1 - holds) * asked
    return found


def _slots(asking: Asking, ranker: Ranker, weights: Weights) -> dict[str, Floats]:
    asked = weights.question_slots(_question_vector(asking, ranker))
    agree = asking.reading.slots @ asked
    general = [
        at for at, slot in enumerate(weights.slots) if slot in GENERAL or slot.startswith(LISTS)
    ]
    special = 1 - asked[general].sum()
    slot = asking.asked.slot
    if slot is None:
        fills = np.zeros(len(agree))
    else:
        fills = asking.reading.filled_by_words(slot).astype(np.float64)
    criterion = np.array([float(line.is_criterion) for line in asking.reading.lines])
    checks = float(asking.asked.checks)
    return {
        "slots agree": agree,
        "slots agree, beside the best": special * agree / max(agree.max(initial=0.0), 1e-6),
        "special slot": _all(asking, special),
        "special slot disagrees": special * (1 - np.sqrt(agree)),
        "small talk": _all(asking, asked[weights.slots.index("smalltalk")]),
        "order": _all(asking, asked[weights.slots.index("order")]),
        "fills the slot by words": fills,
        "does not fill the slot by words": (1 - fills) * float(slot is not None),
        "no slot by words": _all(asking, float(slot is None)),
        "criterion": criterion,
        "asks for a requirement": _all(asking, checks),
        "asks for a requirement, and is one": checks * criterion,
        "about the person": _all(asking, float(asking.asked.about_self)),
    }


def _slot_and_rest(asking: Asking, words: Words) -> dict[str, Floats]:
    """Whether a line fills the slot by its words and also holds what is asked beside the slot."""
    slot, count = asking.asked.slot, len(asking.reading.lines)
    names = ("fills the slot, nothing beside", "fills the slot, rest covered", "no line fills it")
    if slot is None:
        return dict.fromkeys(names, np.zeros(count))
    fills = asking.reading.filled_by_words(slot).astype(np.float64)
    cue = asking.asked.slot_words.casefold()
    rest = [at for at, word in enumerate(words.own) if word.casefold() not in cue]
    covered = words.whole[:, rest].min(axis=1) if rest else np.ones(count)
    bare = float(not rest)
    values = (fills * bare, fills * covered, np.full(count, bare * float(not fills.any())))
    return dict(zip(names, values, strict=True))


def _question_vector(asking: Asking, ranker: Ranker) -> NDArray[np.float32]:
    text = asking.asked.text
    turns = [text, asking.earlier] if asking.earlier else [text]
    shares = np.array([0.6, 0.4] if asking.earlier else [1.0], dtype=np.float32)
    blended: NDArray[np.float32] = shares @ ranker.encode(turns)
    return blended / np.float32(max(float(np.linalg.norm(blended)), 1e-9))


def _forms(asking: Asking, words: Words) -> dict[str, Floats]:
    form = form_of(asking.asked.text)
    count = len(asking.reading.lines)
    least = words.whole[:, : max(1, len(words.own))].min(axis=1) if words.own else np.ones(count)
    found = {f"asks {one}": _all(asking, float(form == one)) for one in FORMS}
    found |= {
        f"least word covered, asks {one}": (least - 0.5) * float(form == one) for one in FORMS
    }
    has = words.heads.shape[1] > 0
    found["head covered"] = words.heads.mean(axis=1) if has else np.full(count, 0.5)
    found["head least covered"] = words.heads.min(axis=1) if has else np.full(count, 0.5)
    found["has a head"] = _all(asking, float(has))
    return found


def _meant(asking: Asking, words: Words) -> dict[str, Floats]:
    found = meaning(Meant.of(asking, words), len(asking.reading.lines))
    form = form_of(asking.asked.text)
    found |= {
        f"least meant, asks {one}": (found["least meant"] - 0.5) * float(form == one)
        for one in FORMS
    }
    return found


def _all(asking: Asking, value: float) -> Floats:
    return np.full(len(asking.reading.lines), value)
