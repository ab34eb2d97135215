"""The shipped numbers are those that training makes of the data and code in the repository."""

import json
from importlib.resources import files
from itertools import chain

from bot.raters.weights import ACTS, STAGES, shipped_weights, weights_from
from retrieval.open import open_encoder
from tests.quality.rated_answers import LETTERS, own_life, rated_answers
from tests.training.encoding import encoded
from tests.training.rating_numbers import fit
from tests.training.ratings import made_from, written

RARE = {"learning", "order", "private", "question", "repeats"}
"""What training needs some of in each trade, and a fifth of the answers has not."""


def test_the_weights_were_made_from_these_answers_labels_and_code() -> None:
    data = json.loads((files("bot.raters") / "data" / "weights.json").read_text("utf-8"))
    assert data["made_from"] == made_from(), "run `python -m tests.training.ratings`"


def test_training_writes_the_same_bytes_each_time() -> None:
    encode = open_encoder().encode
    trades = ("maths-teacher", "backend-engineer")
    rows = [row for row in rated_answers() if row.trade in trades]
    some = [row for at, row in enumerate(rows) if at % 5 == 0 or RARE & {*chain(*row.acts)}]
    told, beside = encoded(some, encode), encoded(own_life()[:20], encode)
    first = written(fit(told, beside, encode, "test"))
    again = written(fit(told, beside, encode, "test"))
    assert first == again
    weights = weights_from(json.loads(first))
    assert weights.meaning.shape == (384, len(ACTS))
    assert len(weights.stages) == len(STAGES)


def test_the_file_is_small_enough_to_review() -> None:
    size = len((files("bot.raters") / "data" / "weights.json").read_bytes())
    assert size < 400_000
    assert len(shipped_weights().here.row) > 500


def test_every_answer_has_a_label_for_each_sentence() -> None:
    rows = rated_answers()
    assert len(rows) == 1_932
    assert all(len(row.acts) == len(row.text.spans) for row in rows)
    used = {act for row in rows for acts in row.acts for act in acts}
    assert used == set(LETTERS.values())
