"""K11: the deployer's guide says what is so: its figures, links, commands and settings."""

import re
from pathlib import Path

import pytest

from bot.__main__ import app
from bot.core.clock.policy_reading import read_value
from bot.core.wording.screening import notice_points
from bot.settings import Settings
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDE = (DOCS / "deployers-guide.md").read_text("utf-8")
QUALITY = (DOCS / "quality.md").read_text("utf-8")


def section(title: str) -> str:
    return GUIDE.split(f"\n## {title}", 1)[1].split("\n## ", 1)[0]


def anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_k11_every_measured_figure_is_the_one_on_the_page_of_quality() -> None:
    told = " ".join(QUALITY.split())
    rows = [row.split("|")[2] for row in section("Measured quality").split("\n") if "%" in row]
    rates = [rate for row in rows for rate in re.findall(r"[\d.]+ %", row)]
    assert len(rates) == 6
    for rate in rates:
        assert rate in told, rate
    kappa = re.search(r"quadratic weighted kappa \| (\.\d\d) \| (≥ \.\d\d)", GUIDE)
    assert kappa
    assert f"| quadratic weighted kappa | {kappa[2]} | {kappa[1]} |" in told
    false = re.search(r"given 0 or 1 \| (\d+) of ([\d,]+) ", GUIDE)
    assert false
    row = rf"called demonstrated, given 0 or 1 \({false[2]} answers[^|]*\| 0 \| {false[1]} \|"
    assert re.search(row, told)
    swaps, orders = re.findall(r"\| 0 of ([\d,]+) \| 0 \|", GUIDE)
    assert f"{swaps} swaps" in told
    assert "change 0 ratings" in told
    assert f"{orders} injections" in told
    assert "raise 0 levels" in told
    lowest, highest = re.findall(r"from kappa (\.\d\d) to (\.\d\d)", GUIDE)[0]
    assert f"the kappa goes from {lowest} " in told
    assert f"to {highest} " in told


def test_k11_the_examples_of_failures_are_measured_ones() -> None:
    told = " ".join(QUALITY.split())
    quoted = re.findall(r"“([^”]{20,})”", " ".join(section("Measured quality").split()))
    assert len(quoted) >= 3
    assert [one for one in quoted if one not in told] == []


def test_k11_what_it_points_to_is_there() -> None:
    for target, anchor in re.findall(r"\]\(([\w.-]+\.md)(?:#([\w-]+))?\)", GUIDE):
        page = (DOCS / target).read_text("utf-8")
        assert not anchor or anchor in anchors(page), (target, anchor)


def commands() -> set[str]:
    found = {str(one.name) for one in app.registered_commands}
    for group in app.registered_groups:
        assert group.typer_instance
        inner = [f"{group.name} {one.name}" for one in group.typer_instance.registered_commands]
        found |= {str(group.name), *inner}
    return found


@pytest.mark.parametrize("page", ["deployers-guide.md", "impact.md", "clock.md"])
def test_k11_every_command_and_setting_it_names_is_there(page: str) -> None:
    text = (DOCS / page).read_text("utf-8")
    for said in re.findall(r"rolecall ((?:[a-z]+ ?)+)", text):
        group, *rest = said.split()
        known = commands()
        assert group in known, said
        inner = {one for one in known if one.startswith(f"{group} ")}
        assert not inner or not rest or f"{group} {rest[0]}" in inner, said
    settings = {f"ROLECALL_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"ROLECALL_\w+", text)) <= settings


def test_k11_what_it_says_of_keeping_and_telling_is_so() -> None:
    days = Settings.model_fields["retention_days"].default
    assert f"erased {read_value('retention_days', days)} days after the end" in GUIDE
    told = " ".join(notice_points(190))
    for promise in ("looked at", "Who decides", "quoted to the hiring team", "erase my data"):
        assert promise in told
    assert "no legal advice" in GUIDE


def test_k11_a_role_that_is_stopped_lets_its_candidates_erase_their_data(stage: Stage) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    stage.say("Robin", "yes")
    screening = stage.screening("Robin")
    stage.app.store.roles.remove("lighthouse-keeper", stage.now)
    told = drawn(stage.say("Robin", "9 years").blocks)
    assert "not hired for here any more" in told
    for said in ("erase my data", "continue", "erase my data", "yes"):
        assert stage.app.store.screenings.events(screening)
        stage.say("Robin", said)
    assert stage.app.store.screenings.events(screening) == ()
