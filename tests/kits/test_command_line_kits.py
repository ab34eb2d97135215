"""The kit by command: out as YAML and in again, beside its brief, and what goes wrong."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.core.errors import KitUnreadable, RolecallError
from tests.kits.hiring import BRIEF, KEEPER, LAMPS

Run = Callable[..., str]
WORDS = "Which lamp did you repair?"
KIT = f"questions:\n  - criterion: {LAMPS}\n    question: {WORDS}\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / f"{KEEPER}.md").write_text(BRIEF, "utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path, seeds: Path) -> Run:
    """Runs a command; one that fails raises its error."""

    def run(*words: str, typed: str = "", **more: str) -> str:
        home = str(tmp_path / "var")
        env = {"ROLECALL_HOME": home, "ROLECALL_SEEDS": str(seeds), "COLUMNS": "200", **more}
        done = CliRunner().invoke(app, words, input=typed, env=env)
        if isinstance(done.exception, RolecallError):
            raise done.exception
        assert done.exit_code == 0, done.output
        return done.output

    return run


def test_a_kit_goes_out_is_edited_and_comes_in(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out.yaml"
    text = run("kit", "export", KEEPER)
    assert "# Essential; brief, line 6: “Repairing lamps and lenses”" in text
    file.write_text(text, "utf-8")
    assert "That is how it is already." in run("kit", "import", KEEPER, str(file))
    file.write_text(text.replace("involved repairing lamps", "was about lamps"), "utf-8")
    told = run("kit", "import", KEEPER, str(file), "--by", "Ria Example")
    assert "is taken in (version" in told
    assert "Not signed off yet." in told
    assert "was about lamps and lenses" in run("kit", "show", KEEPER)
    history = run("kit", "history", KEEPER)
    assert "Ria Example: taken from out.yaml" in history


def test_mistakes_change_nothing_and_stand_together(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text("colour: red\nquestions: many\n", "utf-8")
    before = run("kit", "export", KEEPER)
    with pytest.raises(KitUnreadable) as told:
        run("kit", "import", KEEPER, str(file))
    assert [line for line, _ in told.value.mistakes] == [1, 2]
    assert run("kit", "export", KEEPER) == before


def test_advice_is_told_when_a_file_is_taken_in(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kit.yaml"
    file.write_text(KIT.replace(WORDS, "What would you do with a lamp?"), "utf-8")
    told = run("kit", "import", KEEPER, str(file))
    assert "You may want to mend this" in told
    assert "what somebody would do" in told
    assert "kit, question 1: “What would you”" in run("roles", "lint", KEEPER)
    (finding,) = json.loads(run("roles", "lint", KEEPER, "--json"))
    assert (finding["where"], finding["may_be_asked"]) == ("question 1", True)


def test_a_kit_beside_its_brief_is_taken_in_and_undoes_no_later_edit(run: Run, seeds: Path) -> None:
    file = seeds / f"{KEEPER}.kit.yaml"
    file.write_text(KIT, "utf-8")
    assert WORDS in run("kit", "show", KEEPER)
    said = "change question 1: Which lens did you clean?\n"
    run("chat", "--as", "recruiter", "--role", KEEPER, typed=said)
    assert "Which lens did you clean?" in run("kit", "show", KEEPER)
    file.write_text(KIT.replace("repair?", "mend?"), "utf-8")
    assert "Which lamp did you mend?" in run("kit", "show", KEEPER)
    file.write_text("colour: red\n", "utf-8")
    told = run("kit", "show", KEEPER)
    assert f"{KEEPER}.kit.yaml was not taken in" in told
    assert "Which lamp did you mend?" in told
    assert run("kit", "history", KEEPER).count("taken from") == 2


def test_a_brief_is_added_with_the_kit_beside_it_or_not_at_all(run: Run, tmp_path: Path) -> None:
    brief, kit = tmp_path / "baker.md", tmp_path / "baker.kit.yaml"
    brief.write_text("# Baker\n\n## Required\n- Sourdough bread\n", "utf-8")
    kit.write_text("questions:\n  - criterion: rye-bread\n", "utf-8")
    with pytest.raises(KitUnreadable, match="no criterion “rye-bread”"):
        run("roles", "add", str(brief))
    assert "baker" not in run("roles", "list")
    kit.write_text("questions:\n  - criterion: sourdough-bread\n    question: Which loaf?\n")
    run("roles", "add", str(brief))
    assert "Which loaf?" in run("kit", "show", "baker")
    again = run("kit", "import", "baker", str(kit))
    assert "That is how it is already." in again


def test_an_editor_changes_a_kit(run: Run) -> None:
    told = run(
        "kit", "edit", KEEPER, EDITOR="sed -i 's/involved repairing/meant mending/'", VISUAL=""
    )
    assert "is taken in (version" in told
    assert "meant mending lamps and lenses" in run("kit", "show", KEEPER)
    assert "That is how it is already." in run("kit", "edit", KEEPER, EDITOR="true", VISUAL="")


def test_a_mistake_in_the_editor_is_told_and_may_be_left(run: Run) -> None:
    before = run("kit", "export", KEEPER)
    with pytest.raises(KitUnreadable, match="nothing a kit has"):
        run("kit", "edit", KEEPER, typed="n\n", EDITOR="sed -i s/^questions:/quests:/", VISUAL="")
    assert run("kit", "export", KEEPER) == before


@pytest.mark.parametrize("editor", ["false", "no-such-editor-anywhere", "'"])
def test_an_editor_that_cannot_be_used_is_named(run: Run, editor: str) -> None:
    with pytest.raises(RolecallError, match="could not be used"):
        run("kit", "edit", KEEPER, EDITOR=editor, VISUAL="")


def test_a_kit_as_data_names_what_changed_since_its_sign_off(run: Run, seeds: Path) -> None:
    run("kit", "approve", KEEPER, "--by", "Ria Example")
    data = json.loads(run("kit", "show", KEEPER, "--json"))
    assert data["approved_by"] == "Ria Example"
    assert data["brief_changes"] == {"new": [], "gone": [], "reworded": []}
    (seeds / f"{KEEPER}.md").write_text(BRIEF.replace("in distress", "in fog"), "utf-8")
    data = json.loads(run("kit", "show", KEEPER, "--json"))
    assert data["approved_by"] is None
    assert data["brief_changes"]["reworded"] == [
        ["Radio traffic with ships in distress", "Radio traffic with ships in fog"]
    ]
