"""Trains what rating has learned and writes `bot/raters/data/weights.json`.

The same answers, labels and code write the same bytes. About half a minute on one core.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.quality.rated_answers import FOLDER, own_life, rated_answers

RATERS = Path(__file__).resolve().parents[2] / "bot" / "raters"
FILE = RATERS / "data" / "weights.json"
LINES = ("work", "claims", "stages")
CODE = (
    "bare",
    "levels",
    "neutral",
    "orders",
    "own_life",
    "reading",
    "relevance",
    "scope",
    "shape",
    "topics",
    "weights",
)
TRAINING = ("encoding", "lines", "rating_numbers", "relevance_numbers")


def made_from() -> str:
    """A checksum of all that the numbers come from: answers, labels, word lists and code."""
    files = [
        *FOLDER.glob("*.jsonl"),
        *FOLDER.glob("*.yaml"),
        *FOLDER.glob("*.tsv"),
        *(RATERS / "data").glob("*.txt"),
        RATERS.parent / "core" / "text" / "products.txt",
        *(RATERS / f"{name}.py" for name in CODE),
        FOLDER.with_name("rated_answers.py"),
        *(Path(__file__).with_name(f"{name}.py") for name in TRAINING),
    ]
    whole = sha256()
    for file in sorted(files, key=lambda one: (one.parent.name, one.name)):
        whole.update(file.name.encode())
        whole.update(file.read_bytes())
    return whole.hexdigest()[:16]


def written(data: dict[str, Any]) -> str:
    """The file's text: one shape, one dimension or one named feature a line."""
    parts = [f'"made_from": {json.dumps(data["made_from"])}']
    parts += [f'"{name}": {json.dumps(data[name])}' for name in ("bias", "place")]
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in data["meaning"])
    parts.append(f'"meaning": [\n{rows}\n]')
    for name in ("here", "before", "after"):
        lines = ",\n".join(
            f"{json.dumps(shape)}: {json.dumps(by_act, separators=(',', ':'))}"
            for shape, by_act in data[name].items()
        )
        parts.append(f'"{name}": {{\n{lines}\n}}')
    parts += [f'"{name}": {json.dumps(data[name], indent=0)}' for name in LINES]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Train on all answers and write the file."""
    from retrieval.open import open_encoder
    from tests.training.encoding import encoded
    from tests.training.rating_numbers import fit

    encode = open_encoder().encode
    rows, beside = encoded(rated_answers(), encode), encoded(own_life(), encode)
    data = fit(rows, beside, encode, made_from())
    FILE.write_text(written(data), "utf-8")
    print(f"{FILE.name}: {FILE.stat().st_size:,} bytes, made from {data['made_from']}")


if __name__ == "__main__":
    main()
