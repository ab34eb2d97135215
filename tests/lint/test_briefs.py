"""What is found in briefs: all that should be mended, and in good briefs nothing."""

from pathlib import Path

import pytest

from bot.briefs.reading import read_brief
from bot.core.kits.kit import make_kit
from bot.core.lint.briefs import brief_findings
from bot.core.lint.finding import Finding
from bot.core.lint.kits import kit_findings
from bot.core.roles import Role

ROOT = Path(__file__).resolve().parents[2]
BRIEFS = sorted(
    file
    for folder in ("seeds", "tests/quality/briefs", "tests/dialogues/briefs")
    for file in (ROOT / folder).glob("*.md")
)
# Read one by one: each of these lines does ask for two things.
DOUBLED = {
    "ai-infrastructure-architect": [38],
    "data-platform-engineer": [44],
    "sre-engineering-manager": [44],
}


def role_of(*required: str, preferred: tuple[str, ...] = (), more: str = "") -> Role:
    brief = "\n".join(
        [
            "# Lamp Keeper",
            "## Required",
            *(f"- {line}" for line in required),
            *(["## Preferred", *(f"- {line}" for line in preferred)] if preferred else []),
            more,
        ]
    )
    return read_brief("lamp-keeper", "lamp-keeper.md", brief)


def found(*required: str, preferred: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    return brief_findings(role_of(*required, preferred=preferred))


@pytest.mark.parametrize("file", BRIEFS, ids=lambda file: file.stem)
def test_good_briefs_and_their_kits_raise_no_false_alarm(file: Path) -> None:
    role = read_brief(file.stem, file.name, file.read_text("utf-8"))
    in_brief = brief_findings(role)
    assert [one.line for one in in_brief] == DOUBLED.get(file.stem, [])
    assert not any(one.barred for one in in_brief)
    assert kit_findings(make_kit(role)) == ()


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("A rockstar with lamps", "rockstar"),
        ("Strong culture fit", "culture fit"),
        ("Fits into our team", "Fits into our team"),
        ("A passionate team player", "passionate"),
        ("Hard-working and energetic", "Hard-working"),
        ("Excellent communication skills", "Excellent communication skills"),
        ("Attention to detail", "Attention to detail"),
        ("Native English speaker", "Native English speaker"),
        ("Recent graduate", "Recent graduate"),
    ],
)
def test_what_cannot_be_measured_or_may_not_decide_is_found(line: str, quote: str) -> None:
    (finding,) = found(line)
    assert (finding.line, finding.quote) == (3, quote)
    assert finding.instead


@pytest.mark.parametrize(
    "line",
    [
        "Event-driven systems and dynamic programming",
        "World-class venues, as a lighting technician",
        "Written communication with ships",
        "Team lead of five keepers",
        "Unicorn startups among the clients",
        "Data-driven decisions about lamp oil",
        "Strong communication protocols for ships",
    ],
)
def test_words_of_a_trade_are_no_traits(line: str) -> None:
    assert found(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Knowledge of lamp oil and the ability to lead a crew",
        "Degree in optics and 5 years of keeping lights",
        "Repairs lamps; writes the tide tables",
        "Lamps, lenses, horns, boats, radios and stairs",
    ],
)
def test_two_requirements_in_one_are_found(line: str) -> None:
    (finding,) = found(line)
    assert "Several requirements" in finding.why


@pytest.mark.parametrize(
    "line",
    [
        "Repairing lamps and lenses",
        "Spreadsheets; we use Calc daily",
        "French good enough for the harbour; English is helpful but not required",
        "One of: lamps, lenses, horns, boats, radios or stairs",
        "Lamp types (oil, gas, arc, halogen, LED, xenon)",
        "Lamps: oil, gas, arc, halogen, LED, xenon",
    ],
)
def test_one_requirement_with_a_remark_or_examples_is_one(line: str) -> None:
    assert found(line) == ()


@pytest.mark.parametrize(
    ("one", "other", "again"),
    [
        ("Repairing lamps", "Repairing lamps.", "It stands on line 3 already."),
        (
            "Experience in repairing lamps and horns",
            "Lamp and horn repairs",
            "Nearly the same stands on line 3 already.",
        ),
        ("Writing tide tables", "Tide table writing", "Nearly the same stands on line 3 already."),
    ],
)
def test_the_same_requirement_twice_is_found(one: str, other: str, again: str) -> None:
    assert [finding.why for finding in found(one, preferred=(other,))] == [again]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Payroll in Singapore", "Malaysian payroll"),
        ("Terraform", "Terraform at scale with many teams"),
        ("Wound assessment and dressing", "Compression bandaging and Doppler assessment"),
        ("German at B2", "English at B2"),
    ],
)
def test_requirements_that_share_a_word_are_two(one: str, other: str) -> None:
    assert found(one, preferred=(other,)) == ()


def test_hiring_signals_are_read_for_what_may_not_decide_alone() -> None:
    signals = "## Hiring signals\n- Seems like a rockstar\n- Youthful and single-minded\n"
    (finding,) = brief_findings(role_of("Repairing lamps", more=signals))
    assert (finding.quote, finding.barred) == ("Youthful", True)
