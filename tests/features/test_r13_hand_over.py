"""R13: a screening leaves as JSON, CSV and Markdown, with every quote an exact span."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from markdown_it import MarkdownIt
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.core.errors import NotSummarized, NotWritten
from bot.core.ratings import Level
from bot.core.screening.events import Consented, Decided, Invited, Verdict, Withdrawn
from bot.core.screening.team_events import Overridden
from bot.core.team.hand_over_files import _cell
from bot.ports import Append, Open
from tests.recruiting.candidates import commit, screened
from tests.recruiting.office import KEEPER, NOON, Office

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/hand-over.schema.json").read_text("utf-8"))
WORDS = (
    "=HYPERLINK(1) I rebuilt <@U0BOSS> two *lamps*,\n"
    "[see](https://evil.example) or www.evil.example"
)


@pytest.fixture
def env(office: Office, url: str, tmp_path: Path) -> dict[str, str]:
    identity = screened(office, "7F3", (WORDS,), name="Ottoline Invented-Quibble")
    decided = Decided(NOON, Verdict.ADVANCE, "two rebuilds", "U-ria", "Ria Example")
    length = len(office.store.screenings.events(identity))
    changed = Overridden(NOON, "r1", Level.IMPACT, "told me on the phone", "U-ria")
    commit(office, "decided", Append(identity, length, (decided, changed)))
    (tmp_path / "seeds").mkdir()
    return {
        "ROLECALL_HOME": str(tmp_path),
        "DATABASE_URL": url,
        "ROLECALL_SEEDS": str(tmp_path / "seeds"),
    }


def run(env: dict[str, str], *words: str) -> Result:
    return CliRunner().invoke(app, ["export", *words], env=env)


def exported(env: dict[str, str], *words: str) -> dict[str, Any]:
    (found,) = json.loads(run(env, *words).stdout)
    assert isinstance(found, dict)
    return found


def test_json_is_by_its_schema_and_quotes_are_spans(env: dict[str, str]) -> None:
    found = exported(env, "7F3")
    Draft202012Validator(SCHEMA).validate(found)
    (criterion,) = (one for one in found["criteria"] if one["evidence"])
    for each in criterion["evidence"]:
        assert criterion["answer"][each["start"] : each["end"]] == each["quote"]
    assert criterion["answer"] == WORDS
    assert criterion["question"]
    assert [one["decision"] for one in found["decisions"]] == ["advance"]
    assert [one["level"] for one in found["overrides"]] == ["demonstrated with impact"]
    assert criterion["level"] == "described"
    assert "Ottoline" not in json.dumps(found)


def test_csv_has_the_quote_in_its_cell_and_no_formula(env: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "all.csv"
    assert run(env, "--role", KEEPER, "--out", str(file)).exit_code == 0
    written = file.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(written.decode("utf-8-sig"), newline="")))
    assert [row["evidence"] for row in rows] == [f"'{WORDS}"]
    assert rows[0]["level"] == "described"


@pytest.mark.parametrize("said", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "＠SUM(A1)"])
def test_no_cell_is_a_formula_in_any_spreadsheet(said: str) -> None:
    assert _cell(said) == f"'{said}"
    assert _cell(f"about {said}") == f"about {said}"


def test_markdown_holds_the_words_and_nothing_of_them_acts(env: dict[str, str]) -> None:
    told = run(env, "7F3", "--form", "md").stdout
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", told).replace("\n> ", "\n")
    assert WORDS in plain
    drawn = MarkdownIt().render(told)
    assert not re.search(r"<(a|em|img)\b", drawn)
    assert drawn.count("<h1>") == 1
    for acting in ("<@", "https://", "www.e"):
        assert acting not in told


def test_everything_kept_of_one_candidate_holds_the_name(env: dict[str, str]) -> None:
    found = json.loads(run(env, "7F3", "--everything").stdout)
    assert found["people"][0]["name"] == "Ottoline Invented-Quibble"
    assert len(found["events"]) == found["screenings"][0]["length"]
    assert "token_hash" not in found["screenings"][0]


def test_who_withdrew_is_not_summarized_but_shown_to_themselves(
    env: dict[str, str], office: Office
) -> None:
    kit = office.kit(KEEPER)
    invited = Invited(NOON, KEEPER, kit.version, kit.brief_version, "Candidate 9W9", False)
    opening = Open("gone-9w9", invited, "Wilma Invented", "token-gone", NOON, kit)
    said = Append("gone-9w9", 1, (Consented(NOON, "yes"), Withdrawn(NOON)))
    commit(office, "gone", opening, said)
    assert isinstance(run(env, "9W9").exception, NotSummarized)
    assert "Wilma Invented" in run(env, "9W9", "--everything").stdout
    assert len(json.loads(run(env, "--role", KEEPER).stdout)) == 1


def test_a_file_whose_name_says_no_form_is_not_written(env: dict[str, str], tmp_path: Path) -> None:
    found = run(env, "7F3", "--out", str(tmp_path / "one.xlsx"))
    assert isinstance(found.exception, NotWritten)
    assert not (tmp_path / "one.xlsx").exists()
