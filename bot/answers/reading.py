"""A role's brief as it is read for answering: each line's words, names, kinds and slots, once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.answers.concepts import concepts_of
from bot.answers.kinds import KINDS, kinds_in
from bot.answers.slots import Slot, asking_words
from bot.answers.telling import Telling, telling
from bot.answers.terms import by_name, named, plain_words, stem, stems
from bot.answers.weights import Weights
from bot.core.roles import Audience, Passage, Role, SectionKind
from bot.ports import Ranker

Floats = NDArray[np.float64]

BY_HEADING = 0.7
"""What a heading's words count beside the line's own."""
_SILENT: tuple[NDArray[np.intp], Floats] = (np.zeros(0, dtype=np.intp), np.zeros(0))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a brief: its stems and names, alone and with its heading, and what it holds."""

    passage: Passage
    stems: frozenset[str]
    stems_with_heading: frozenset[str]
    names: frozenset[int]
    kinds: frozenset[str]
    is_criterion: bool


@dataclass(frozen=True, eq=False)
class Reading:
    """The lines of a role that an audience may see, with their words' vectors and their slots.

    Nothing in it depends on any other line.
    """

    role: Role
    lines: tuple[Line, ...]
    words: tuple[str, ...]
    vectors: Floats
    """One row for each of `words`."""
    spans: tuple[tuple[NDArray[np.intp], NDArray[np.intp]], ...]
    """Twice the words of each line, as places in `words` and where each line's begin: of the
    line alone, and of the line with its heading."""
    slots: Floats
    """The probability of each slot for each line, shape (lines, slots)."""
    places: NDArray[np.intp]
    """Where each line stands among all of the role's passages."""
    _filled: dict[str, NDArray[np.bool_]] = field(default_factory=dict)
    _standing: dict[frozenset[SectionKind], Floats] = field(default_factory=dict)

    @cached_property
    def criterion(self) -> Floats:
        """1 for each line that is a requirement, else 0."""
        return np.array([float(line.is_criterion) for line in self.lines])

    @cached_property
    def length(self) -> Floats:
        """How long each line is, from 0 to 1 for 40 words and more."""
        return np.array([min(len(line.passage.text.split()), 40) / 40 for line in self.lines])

    @cached_property
    def holding(self) -> dict[str, Floats]:
        """For each kind of thing 1 for each line that holds one, else 0."""
        return {
            kind: np.array([float(kind in line.kinds) for line in self.lines]) for kind in KINDS
        }

    def standing_in(self, kinds: frozenset[SectionKind]) -> Floats:
        """1 for each line in a section of these kinds, else 0."""
        if kinds not in self._standing:
            self._standing[kinds] = np.array(
                [float(line.passage.section_kind in kinds) for line in self.lines]
            )
        return self._standing[kinds]

    def filled_by_words(self, slot: Slot) -> NDArray[np.bool_]:
        """Which lines fill a slot by its line cue."""
        if slot.id not in self._filled:
            self._filled[slot.id] = np.array(
                [slot.filled_by(line.passage.section, line.passage.text) for line in self.lines],
                dtype=np.bool_,
            )
        return self._filled[slot.id]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the lines, in the brief's order."""
        return tuple(line.passage for line in self.lines)

    @cached_property
    def told(self) -> tuple[Telling, ...]:
        """What each line tells."""
        return tuple(telling(line.passage.text) for line in self.lines)

    @cached_property
    def label_stems(self) -> tuple[frozenset[str], ...]:
        """The stems of each line's label, none where it has none."""
        return tuple(stems(line.passage.label) for line in self.lines)

    def speaking_of(self, concept: int) -> tuple[NDArray[np.intp], Floats]:
        """The places of the lines that speak of a concept, and how surely each does, in 0..1."""
        return self._speaking.get(concept, _SILENT)

    @cached_property
    def _speaking(self) -> dict[int, tuple[NDArray[np.intp], Floats]]:
        held: dict[int, dict[int, float]] = {}
        for place, line in enumerate(self.lines):
            for concept, sure in _concepts(line.passage).items():
                held.setdefault(concept, {})[place] = sure
        return {
            concept: (np.array(list(lines), dtype=np.intp), np.array(list(lines.values())))
            for concept, lines in held.items()
        }

    @cached_property
    def expected(self) -> frozenset[str]:
        """Words that questions about this brief are likely to hold: its own, and the taxonomy's."""
        return frozenset(self.words) | asking_words()

    def likeness(
        self,
        words: Sequence[str],
        names: Mapping[str, frozenset[int]],
        vectors: NDArray[np.float32],
    ) -> tuple[Floats, Floats]:
        """How well each line covers each word, in 0..1: alone, and with its heading.

        1 where the line holds the word or another name of it (`names` gives those of words that
        stand in a longer name), else the cosine with the likest word. Shape (lines, words) each.
        """
        alike = np.maximum(0.0, self.vectors @ vectors.astype(np.float64).T)
        alone, whole = (self._highest(alike, *span) for span in self.spans)
        for at, word in enumerate(words):
            wanted = stem(word)
            groups = by_name(word) | names.get(word.casefold(), frozenset())
            also = [number for group in groups for number in self._holding["name"].get(group, ())]
            alone[[*also, *self._holding["stem"].get(wanted, ())], at] = 1.0
            whole[[*also, *self._holding["stem with heading"].get(wanted, ())], at] = 1.0
        return np.round(alone, 5), np.round(whole, 5)

    @cached_property
    def _holding(self) -> dict[str, dict[str | int, list[int]]]:
        """Which lines hold a stem, a stem in them or their heading, and a group of names."""
        held: dict[str, dict[str | int, list[int]]] = {
            "stem": {},
            "stem with heading": {},
            "name": {},
        }
        for number, line in enumerate(self.lines):
            for kind, keys in (
                ("stem", line.stems),
                ("stem with heading", line.stems_with_heading),
                ("name", line.names),
            ):
                for key in keys:
                    held[kind].setdefault(key, []).append(number)
        return held

    def _highest(self, alike: Floats, places: NDArray[np.intp], starts: NDArray[np.intp]) -> Floats:
        highest: Floats = np.maximum.reduceat(alike[places], starts, axis=0)
        return highest


def read(role: Role, audience: Audience, ranker: Ranker, weights: Weights) -> Reading:
    """What an audience may see of a role, made ready to be asked about."""
    seen = {passage.id for passage in role.seen_by(audience)}
    places = [at for at, passage in enumerate(role.passages) if passage.id in seen]
    return worded(role, places, ranker, weights.line_slots(ranker.passage_vectors(role)[places]))


def worded(role: Role, places: Sequence[int], ranker: Ranker, slots: Floats) -> Reading:
    """The words of the role's passages at these places; `slots` as in `Reading`."""
    criteria = {criterion.line for criterion in role.criteria}
    passages = [role.passages[at] for at in places]
    lines = tuple(_line(passage, passage.line in criteria) for passage in passages)
    alone = [plain_words(passage.text) or ("",) for passage in passages]
    whole = [
        (*own, *plain_words(passage.section)) for own, passage in zip(alone, passages, strict=True)
    ]
    words = tuple(dict.fromkeys(word for own in whole for word in own))
    at = {word: place for place, word in enumerate(words)}
    return Reading(
        role,
        lines,
        words,
        ranker.word_vectors(words).astype(np.float64),
        (_span(alone, at), _span(whole, at)),
        slots,
        np.array(places, dtype=np.intp),
    )


def _line(passage: Passage, is_criterion: bool) -> Line:
    whole = f"{passage.section} {passage.text}"
    return Line(
        passage,
        stems(passage.text),
        stems(whole),
        named(whole),
        kinds_in(passage.text, passage.section),
        is_criterion,
    )


def _concepts(passage: Passage) -> dict[int, float]:
    found = {concept: sure * BY_HEADING for concept, sure in concepts_of(passage.section).items()}
    for concept, sure in concepts_of(passage.text).items():
        found[concept] = max(found.get(concept, 0.0), sure)
    return found


def _span(
    words: Sequence[Sequence[str]], at: dict[str, int]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    places = np.array([at[word] for own in words for word in own], dtype=np.intp)
    ends = np.cumsum([len(own) for own in words], dtype=np.intp)
    return places, np.concatenate(([0], ends[:-1])).astype(np.intp)
