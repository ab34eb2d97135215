"""The documents for people: what they point to is there, and no setting is left out."""

import re
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PAGES = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))
LARGEST_PICTURE = 200_000
"""Bytes."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_points_to_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    targets = re.findall(r"\]\(([^)#]+)", text) + re.findall(r'src="([^"]+)"', text)
    missing = [
        target
        for target in targets
        if not target.startswith("http") and not (page.parent / target).exists()
    ]
    assert missing == []


def test_every_setting_is_on_the_page_of_settings_and_no_other() -> None:
    names = {
        str(field.validation_alias or f"ROLECALL_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }
    told = re.findall(
        r"`(ROLECALL_\w+|DATABASE_URL|IDENTITY_\w+)`",
        (ROOT / "docs/settings.md").read_text("utf-8"),
    )
    assert set(told) == names


def test_every_page_of_the_docs_is_in_their_index() -> None:
    index = (ROOT / "docs/README.md").read_text("utf-8")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert pages == set(re.findall(r"\]\(([\w-]+\.md)\)", index))


def test_pictures_are_small_and_told_in_words() -> None:
    shown = " ".join(page.read_text("utf-8") for page in PAGES)
    for picture in (ROOT / "docs/pictures").iterdir():
        assert picture.stat().st_size < LARGEST_PICTURE
        tag = rf'<img src="docs/pictures/{picture.name}"[^>]* alt="([^"]+)"'
        alone = re.search(rf"{tag}|!\[([^\]]+)\]\(pictures/{picture.name}\)", shown)
        assert alone is not None, picture.name
        assert len(alone[1] or alone[2]) > 80


def test_what_the_architecture_page_names_in_the_answers_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    section = text.split("## How a question is answered")[1].split("## How an answer is rated")[0]
    files = {file.stem for file in (ROOT / "bot/answers").iterdir()} | {"answers"}
    columns = [row.split("|")[2] for row in section.split("\n") if row.count("|") == 4]
    named = {name.split(".")[0] for column in columns for name in re.findall(r"`([\w.]+)`", column)}
    assert named
    assert named <= files


def test_the_page_of_features_names_every_test_of_a_row_and_no_other() -> None:
    text = (ROOT / "docs/features.md").read_text("utf-8")
    named = set(re.findall(r"\.\./(tests/features/\S+?\.py)\)", text))
    there = {str(file.relative_to(ROOT)) for file in (ROOT / "tests/features").rglob("test_*.py")}
    assert named == there
    rows = re.findall(r"^\| ([RCHK]\d+) \| (.+?) \| (.*?) ?\|$", text, re.MULTILINE)
    numbers = {"R": 14, "C": 10, "H": 10, "K": 12}
    expected = [f"{kind}{n}" for kind, many in numbers.items() for n in range(1, many + 1)]
    assert [row for row, _, _ in rows] == expected
    for row, said, shown in rows:
        assert bool(shown) is not said.startswith("**Not yet.**"), row
        assert not shown or f"/test_{row.lower()}_" in shown, row
