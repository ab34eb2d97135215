"""A kit as a file: what it says is taken in, and every mistake is named with its line."""

from pathlib import Path

import pytest

from bot.briefs.reading import read_brief
from bot.core.errors import KitUnreadable
from bot.core.kits.kit import Kit, make_kit
from bot.core.lint.kits import kit_findings
from bot.core.ratings import Level, Part
from bot.kit_files.files import beside, text_of
from bot.kit_files.reading import read_kit
from bot.kit_files.writing import written_kit
from tests.kits.hiring import BIRDS, LAMPS, PAINT, RADIO, role
from tests.kits.written import MEASURED, ROLES, ROOT
from tests.kits.written import role as written_role

MADE = make_kit(role())


def read(text: str) -> Kit:
    return read_kit(role(), "keeper.kit.yaml", text)


def mistakes(text: str) -> list[tuple[int, str]]:
    with pytest.raises(KitUnreadable) as told:
        read(text)
    assert "keeper.kit.yaml was not taken in; nothing was changed." in str(told.value)
    for line, what in told.value.mistakes:
        assert f"line {line}: {what}" in str(told.value)
    return list(told.value.mistakes)


@pytest.mark.parametrize("name", [*ROLES, *MEASURED])
def test_a_kit_that_is_written_and_read_again_is_the_same(name: str) -> None:
    known = written_role(name)
    kit = make_kit(known)
    text = written_kit(known, kit)
    assert read_kit(known, "x.kit.yaml", text) == kit
    assert max(len(line) for line in text.splitlines() if not line.lstrip().startswith("#")) < 130


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "questions:\n", "gates: []\n", "{}"])
def test_what_is_not_in_the_file_is_as_made_from_the_brief(text: str) -> None:
    assert read(text) == MADE


def test_a_file_says_order_wording_probes_anchors_and_what_is_asked() -> None:
    kit = read(f"""
role: lighthouse-keeper
questions:
  - criterion: {BIRDS}
    asked: yes
  - criterion: {RADIO}
    question: Which ship
      did you hear?
    probes:
      result: Was it saved?
  - criterion: {LAMPS}
    anchors:
      0: Nothing.
      claimed: Says so.
      2: Talks of lamps.
      demonstrated: One lamp.
      4: One lamp, and how long it burned.
""")
    assert [question.criterion.id for question in kit.questions] == [BIRDS, RADIO, LAMPS]
    assert [question.id for question in kit.questions] == ["q1", "q2", "q3"]
    assert kit.questions[1].text == "Which ship did you hear?"
    assert kit.questions[1].probe(Part.RESULT) == "Was it saved?"
    assert kit.questions[1].probe(Part.WORK) == MADE.questions[1].probe(Part.WORK)
    assert dict(kit.questions[2].anchors)[Level.IMPACT] == "One lamp, and how long it burned."


def test_a_file_says_which_gates_there_are_and_what_meets_them() -> None:
    kit = read("""
gates:
  - question: Can you row?
  - gate: years
    years: 5
  - gate: a-marine-radio-licence
    asked: no
  - needs: a boat licence
    question: Do you hold a boat licence?
  - needs: 2 years of rowing
""")
    assert [gate.criterion for gate in kit.gates] == [
        "Can you row?",
        "5+ years of experience",
        "a boat licence",
        "2+ years of rowing",
    ]
    assert [gate.least for gate in kit.gates] == [None, 5, None, 2]
    assert "The job asks for 5 years or more" in kit.gates[1].text
    assert kit.gates[2].text == "Do you hold a boat licence?"


def test_other_years_in_a_file_that_was_written_change_the_words_with_them() -> None:
    kit = read(written_kit(role(), MADE).replace("years: 3", "years: 6"))
    assert (kit.gates[0].least, kit.gates[0].criterion) == (6, "6+ years of experience")
    assert "6 years or more" in kit.gates[0].text


def test_all_mistakes_are_named_at_once_each_with_its_line() -> None:
    told = mistakes(f"""role: night-baker
colour: red
questions:
  - criterion: {LAMPS}
    question: How old are you?
    anchors:
      claimed: Says so.
      mastered: Knows all.
  - criterion: repairing-lamps-and-lense
  - criterion: {RADIO}
    asked: perhaps
    probes:
      colour: Which colour?
      result: [1, 2]
  - criterion: {RADIO}
  - question: Of what?
gates:
  - gate: yeers
  - gate: years
    years: many
  - asked: yes
""")
    assert [line for line, _ in told] == [1, 2, 5, 7, 8, 9, 11, 13, 14, 15, 16, 18, 20, 21]
    said = dict(told)
    assert "“lighthouse-keeper”" in said[1]
    assert "“colour” is nothing a kit has. It has: role, gates, questions." in said[2]
    assert "age may not decide" in said[5]
    assert "lacks: no evidence, described, demonstrated, demonstrated with impact" in said[7]
    assert "“mastered” is nothing “anchors” has" in said[8]
    assert f"Did you mean “{LAMPS}”?" in said[9]
    assert "“yes” or “no”" in said[11]
    assert "a text belongs here" in said[14]
    assert "there twice" in said[15]
    assert "needs “criterion:”" in said[16]
    assert "The brief" in said[18] or "the brief has no gate “yeers”" in said[18]
    assert "whole number" in said[20]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("questions: [", 1, "no valid YAML"),
        ("role: a\n  b: c: d\n", 2, "no valid YAML"),
        ("a: 1\n---\nb: 2\n", 2, "no valid YAML"),
        ("role: \x07bell\n", 1, "a character here that YAML does not allow"),
        ("- a list\n", 1, "names and values"),
        ("questions: many\n", 1, "needs a list"),
        ("questions:\n  - many\n", 2, "names and values"),
        ("gates:\n  - needs: '…'\n", 2, "no words"),
        (f"questions:\n  - criterion: {LAMPS}\n    question: {'x' * 601}\n", 3, "600 is the most"),
        (f"questions:\n  - criterion: {LAMPS}\n    anchors: good\n", 3, "names and values"),
        (f"questions:\n  - criterion: {LAMPS}\n    asked: no\n    asked: yes\n", 4, "twice"),
        ("role: &a [*a]\n", 1, "another role"),
        ("[" * 3000, 1, ""),
        ("gates:\n" + "".join(f"  - needs: paper {n}\n" for n in range(9)), 2, "at most 6 gates"),
        (
            f"questions:\n  - {{criterion: {LAMPS}, asked: no}}\n"
            f"  - {{criterion: {RADIO}, asked: no}}\n",
            2,
            "no question is left",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, what: str) -> None:
    ((at, said), *_) = mistakes(text)
    assert at == line
    assert what in said


def test_nothing_in_a_file_is_run() -> None:
    ((line, said),) = mistakes("role: !!python/object/apply:os.system ['true']\n")
    assert (line, "another role" in said) == (1, True)


def test_every_text_of_a_file_is_read_for_what_may_not_be_asked() -> None:
    told = mistakes(f"""
questions:
  - criterion: {PAINT}
    question: Do you have children?
    probes:
      work: Are you pregnant?
    anchors:
      no evidence: Nothing.
      claimed: Says so.
      described: A native speaker.
      demonstrated: One wall.
      demonstrated with impact: One wall, and how long it lasted.
gates:
  - needs: no criminal record
  - question: What is your religion?
""")
    assert [line for line, _ in told] == [4, 6, 10, 14, 15]


def test_the_example_among_the_seeds_is_read_and_has_nothing_to_mend() -> None:
    file = ROOT / "seeds/community-nurse.kit.yaml"
    brief = ROOT / "seeds/community-nurse.md"
    assert beside(brief) == file
    known = read_brief("community-nurse", brief.name, brief.read_text("utf-8"))
    kit = read_kit(known, file.name, text_of(file))
    assert kit != make_kit(known)
    assert kit_findings(kit) == ()


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.kit.yaml").write_bytes("role: Zoë".encode("latin-1"))
    (tmp_path / "large.kit.yaml").write_bytes(b"#" * 200_001)
    for name, why in (
        ("none.kit.yaml", "there is no such file"),
        ("latin.kit.yaml", "not text in UTF-8"),
        ("large.kit.yaml", "200001 bytes"),
        (".", "there is no such file"),
    ):
        with pytest.raises(KitUnreadable, match=why):
            text_of(tmp_path / name)
    assert beside(tmp_path / "latin.md") == tmp_path / "latin.kit.yaml"
    assert beside(tmp_path / "none.md") is None
