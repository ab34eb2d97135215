"""What the bench prints is worked out rightly: aims, thresholds, invented briefs."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.briefs.reading import read_brief
from tests.bench.invented_briefs import LINES, write_briefs
from tests.bench.options import Options
from tests.bench.outcomes import Outcome, best_threshold
from tests.bench.squad import tables as squad
from tests.bench.tables import Aim, Line, Table, Unit, as_data, show


@pytest.mark.parametrize(
    ("figure", "aim", "verdict"),
    [
        (1.2, Aim(1.2), "met"),
        (1.21, Aim(1.2), "missed"),
        (0.95, Aim(0.95, at_least=True), "met"),
        (0.949, Aim(0.95, at_least=True), "missed"),
        (7.0, None, ""),
        (None, Aim(1.2), ""),
    ],
)
def test_an_aim_is_met_or_missed(figure: float | None, aim: Aim | None, verdict: str) -> None:
    assert Line("anything", Unit.TIMES, figure, aim).verdict == verdict


def test_a_table_says_what_was_measured_the_aim_and_the_figure() -> None:
    line = Line("right", Unit.PERCENT, 0.512, Aim(0.95, at_least=True), 0.333, "a note")
    table = Table("Questions", (line,), "stock")
    written = io.StringIO()
    show(table, Console(file=written, width=100))
    for part in (
        "Questions",
        "stock",
        "right",
        "51.2 %",
        "33.3 %",
        ">= 95.0 %",
        "missed",
        "a note",
    ):
        assert part in written.getvalue()
    (data,) = as_data([table])[0]["lines"]
    assert (data["figure"], data["met"], data["aim"]) == (0.512, False, {"at least": 0.95})


def test_without_public_data_the_line_says_so() -> None:
    (table,) = squad(Options())
    assert [line.figure for line in table.lines] == [None]
    assert "squad2/dev-v2.0.json" in table.lines[0].note


def test_the_stock_pipeline_gets_the_threshold_that_suits_it_best() -> None:
    held = [
        Outcome("r", True, True, right, 0, cosine) for right, cosine in ((True, 0.6), (True, 0.5))
    ]
    not_held = [Outcome("r", False, True, False, 0, cosine) for cosine in (0.55, 0.4, 0.3)]
    # At .5 both rates are 1 and 2/3; at .6 they are 1/2 and 1.
    assert best_threshold([*held, *not_held]) == 0.5


def test_invented_briefs_are_the_same_each_time_and_no_two_share_a_line(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_briefs(tmp_path / name, 6)
    texts = [file.read_text("utf-8") for file in sorted((tmp_path / "one").iterdir())]
    again = [file.read_text("utf-8") for file in sorted((tmp_path / "other").iterdir())]
    assert texts == again
    lines = [line for text in texts for line in text.splitlines() if line.startswith("- ")]
    assert len(lines) == len(set(lines)) == 6 * LINES
    assert {len(read_brief("r", "r.md", text).passages) for text in texts} == {LINES}
