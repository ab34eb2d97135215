"""The page of figures, and a summary's files."""

import json

import pytest

from bot.core.team.funnel_shown import charts, told
from bot.core.wording import funnel as to_team

from .clients import recruiter, stranger, tags_of, words_of
from .fakes import FUNNEL, World
from .sample import CANDIDATE, ROLE, SCREENING


@pytest.fixture
def world() -> World:
    return World()


PAGE = f"/roles/{ROLE.id}/funnel"


def test_every_figure_is_drawn_and_said(world: World) -> None:
    page = recruiter(world).get(PAGE).text
    for chart in charts(FUNNEL):
        assert chart.heading in words_of(page)
        for bar in chart.bars:
            assert told(bar) in words_of(page)
    drawn = [one for one in tags_of(page, "svg") if one.get("role") == "img"]
    assert len(drawn) == len(charts(FUNNEL)) == 5
    names = [name["id"] for name in tags_of(page, "desc")]
    assert len(set(names)) == len(names)
    assert "<costing>" not in page
    assert to_team.took(13.5) in words_of(page)


@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_a_summary_is_kept_as_a_file_without_the_name(world: World, form: str) -> None:
    path = f"/screenings/{SCREENING}/export.{form}"
    page = recruiter(world).get(f"/screenings/{SCREENING}").text
    assert path in [link["href"] for link in tags_of(page, "a")]
    file = recruiter(world).get(path)
    assert file.headers["content-disposition"].endswith(f'.{form}"')
    assert "16-hour cold proof" in file.text
    assert CANDIDATE not in file.text
    if form == "json":
        assert json.loads(file.text)[0]["screening"] == SCREENING


def test_strangers_and_wrong_addresses_get_nothing(world: World) -> None:
    for path in (PAGE, f"/screenings/{SCREENING}/export.json"):
        assert stranger(world).get(path).status_code == 403
    for path in ("/roles/none/funnel", f"/screenings/{SCREENING}/export.xml"):
        assert recruiter(world).get(path).status_code == 404
