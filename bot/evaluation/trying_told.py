"""What a dry run showed: each sample's card, the figures of each question, what to look at."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.core.kits.kit import Kit
from bot.core.messages import Aside, Block, Heading, Items, Pairs, Text
from bot.core.phrasing.heads import head
from bot.core.ratings import Level
from bot.core.wording import trying as words
from bot.evaluation.trying import Counted, Tried, counted

_MOSTLY = 0.5
_FEW = 3
"""Below so many samples nothing is said of how they differ."""


def told(kit: Kit, every: Sequence[Tried]) -> tuple[Block, ...]:
    """The whole run, for people."""
    counts = counted(kit, every)
    rows = tuple((words.question(one.number, head(one.criterion)), _figures(one)) for one in counts)
    look = tuple(_look(counts, every))
    return (
        *(block for one in every for block in (*one.card, *_expected(kit, one))),
        Heading(words.QUESTIONS),
        Text(words.intro(kit.role_title, kit.version, len(every))),
        Pairs(rows),
        Heading(words.LOOK),
        Items(look) if look else Text(words.NOTHING),
        Aside(words.KEPT),
    )


def _figures(one: Counted) -> str:
    said = words.figures(one.levels, one.not_enough, one.skipped, one.probed)
    return said + (words.agreed(one.same, one.beside, one.apart) if one.expected else "")


def _expected(kit: Kit, one: Tried) -> tuple[Block, ...]:
    """The expected level beside the found one, for each answer that has one."""
    rows = tuple(
        (words.question(number, head(question.criterion.text)), _beside(one, number))
        for number, question in enumerate(kit.questions, 1)
        if one.levels(number)[0] is not None
    )
    return (Pairs(rows),) if rows else ()


def _beside(one: Tried, number: int) -> str:
    level, _ = one.levels(number)
    found = one.assessment(number).rating.words
    return words.expected(level.words, found) if level is not None else found


def _look(counts: Sequence[Counted], every: Sequence[Tried]) -> Iterator[str]:
    for one in counts:
        shown = one.not_enough + one.levels[Level.NO_EVIDENCE]
        answered = one.samples - one.skipped
        if answered >= _FEW and shown > answered * _MOSTLY:
            yield words.unclear(one.number, shown, answered)
        elif answered >= _FEW and max(one.levels) == answered:
            yield words.alike(one.number, Level(one.levels.index(answered)).words)
        for sample in every:
            expected, found = sample.levels(one.number)
            if expected is not None and (found is None or abs(expected - found) > 1):
                yield words.off(one.number, sample.sample.name, _beside(sample, one.number))


def data(kit: Kit, every: Sequence[Tried]) -> dict[str, Any]:
    """The whole run, for another program."""
    counts = counted(kit, every)
    return {
        "role": kit.role,
        "kit_version": kit.version,
        "samples": [_sample(kit, one) for one in every],
        "questions": [
            {
                "number": one.number,
                "criterion": one.criterion,
                "levels": {level.words: one.levels[level] for level in Level},
                "not_enough_evidence": one.not_enough,
                "skipped": one.skipped,
                "follow_ups": one.probed,
                "expected": {"same": one.same, "beside": one.beside, "apart": one.apart},
            }
            for one in counts
        ],
        "look_at": list(_look(counts, every)),
    }


def _sample(kit: Kit, one: Tried) -> dict[str, Any]:
    return {
        "name": one.sample.name,
        "gates": [{"gate": g.gate, "outcome": g.outcome.value} for g in one.summary.gates],
        "answers": [_answer(one, number) for number in range(1, len(kit.questions) + 1)],
    }


def _answer(one: Tried, number: int) -> dict[str, Any]:
    expected, _ = one.levels(number)
    rating = one.assessment(number).rating
    return {
        "number": number,
        "found": rating.words,
        "expected": expected.words if expected is not None else None,
        "quotes": list(rating.quotes),
    }
