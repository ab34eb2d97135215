"""Briefs of several layouts become the same kind of role: sections, criteria, who may see what."""

from pathlib import Path

import pytest

from bot.briefs.reading import read_brief
from bot.core.roles import Audience, CriterionKind, Role, SectionKind

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
K = SectionKind
KINDS = {
    "ai-infrastructure-architect": {
        1: K.FACTS,
        5: K.PAY,
        10: K.DUTIES,
        20: K.REQUIRED,
        30: K.PREFERRED,
        37: K.SOFT,
        44: K.SIGNALS,
    },
    "community-nurse": {
        15: K.DUTIES,
        23: K.PAY,
        43: K.REQUIRED,
        61: K.OFFER,
        65: K.PROCESS,
        69: K.NOTES,
    },
    "head-pastry-chef": {
        5: K.DUTIES,
        16: K.REQUIRED,
        26: K.PREFERRED,
        34: K.PAY,
        56: K.PROCESS,
        63: K.NOTES,
    },
}
COUNTS = {
    "ai-infrastructure-architect": {"essential": 8, "desirable": 5, "soft": 5, "signal": 4},
    "community-nurse": {"essential": 5, "desirable": 4, "gate": 2},
    "head-pastry-chef": {"essential": 5, "desirable": 5, "gate": 1},
}
TEAM = {K.SIGNALS, K.NOTES}


def seed(name: str) -> Role:
    return read_brief(name, f"{name}.md", (SEEDS / f"{name}.md").read_text("utf-8"))


@pytest.mark.parametrize("name", KINDS)
def test_the_sections_of_the_seeds(name: str) -> None:
    role = seed(name)
    found = {section.line: section.kind for section in role.sections}
    assert {line: found[line] for line in KINDS[name]} == KINDS[name]
    for section in role.sections:
        expected = Audience.TEAM if section.kind in TEAM else Audience.CANDIDATE
        assert section.audience is expected, section.path


@pytest.mark.parametrize("name", COUNTS)
def test_the_criteria_of_the_seeds(name: str) -> None:
    role = seed(name)
    kinds = {kind: len(role.of_kind(kind)) for kind in CriterionKind}
    assert {kind.name.lower(): count for kind, count in kinds.items() if count} == COUNTS[name]
    lines = (SEEDS / f"{name}.md").read_text("utf-8").splitlines()
    for criterion in role.criteria:
        first = criterion.text.split()[0].strip(":,.")
        assert first in lines[criterion.line - 1], criterion.text


LAYOUTS = {
    "bullets": "## What you bring\n- Repairs lamps.\n- Keeps a log.\n\n## Nice to have\n- Sails.\n",
    "numbered": "## Must have\n1. Repairs lamps.\n2. Keeps a log.\n\n"
    "## Would be a plus\n1. Sails.\n",
    "bold headings": "**Requirements**\n\n- Repairs lamps.\n- Keeps a log.\n\n"
    "**Bonus points**\n\n- Sails.\n",
    "underlined": "Requirements\n------------\n* Repairs lamps.\n* Keeps a log.\n\n"
    "Desirable\n---------\n* Sails.\n",
    "table": "## Requirements\n\n| What | Needed |\n| --- | --- |\n| Repairs lamps. | must |\n"
    "| Keeps a log. | must |\n| Sails. | plus |\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_musts_and_wishes_are_told_apart_in_any_layout(layout: str) -> None:
    role = read_brief("keeper", "keeper.md", f"# Lighthouse Keeper\n\n{LAYOUTS[layout]}")
    assert role.title == "Lighthouse Keeper"
    musts, wishes = (
        [criterion.text for criterion in role.of_kind(kind)]
        for kind in (CriterionKind.ESSENTIAL, CriterionKind.DESIRABLE)
    )
    assert [text.rstrip(".") for text in musts] == ["Repairs lamps", "Keeps a log"]
    assert [text.rstrip(".") for text in wishes] == ["Sails"]


def test_front_matter_gives_the_title_and_no_criterion() -> None:
    text = "---\ntitle: Lighthouse Keeper\nteam: Rock 7\n---\n\n## Requirements\n- Repairs lamps.\n"
    role = read_brief("keeper", "keeper.md", text)
    assert role.title == "Lighthouse Keeper"
    assert [criterion.text for criterion in role.criteria] == ["Repairs lamps."]
