"""Every picture of the chat platforms is of a scene, and a scene leaves nothing out."""

from pathlib import Path
from typing import Any

import pytest

from bot.channels.teams.words import PICTURE
from tests.channels.drawing import slack, teams
from tests.channels.drawing.html import NotDrawn
from tests.channels.drawing.keeping import LARGEST
from tests.channels.drawing.played import decided, stage_after_screening
from tests.channels.drawing.scenes import PLAYED, pages, played_pages

PICTURES = Path(__file__).parents[3] / "docs/pictures"


def test_each_scene_has_its_picture_and_is_drawn_in_both_looks() -> None:
    drawn = pages()
    pictures = [each for each in PICTURES.iterdir() if not each.name.startswith(("web-", "fit-"))]
    assert {each.stem for each in pictures} == {*drawn, *PLAYED}
    assert all(each.stat().st_size <= LARGEST for each in PICTURES.iterdir())
    for name, html in drawn.items():
        platform = name.partition("-")[0]
        assert all(f'class="{platform} {look}"' in html for look in ("light", "dark"))


@pytest.mark.programs
def test_a_card_is_drawn_as_it_is_posted_and_as_a_decision_leaves_it(tmp_path: Path) -> None:
    with stage_after_screening(tmp_path) as stage:
        drawn = played_pages(decided(stage))
    assert tuple(drawn) == PLAYED
    for channel in ("slack", "teams", "terminal"):
        before, after = drawn[f"{channel}-fit-card"], drawn[f"{channel}-decided"]
        for page in (before, after):
            assert page.count("A person decides.") == 2, "in the light and in the dark look"
            assert page.count("FinOps practices, TCO modeling") >= 2
        assert "Decided: advance" not in before
        assert after.count("Decided: advance") == 2
    for name in ("slack-fit-card", "slack-decided"):
        assert drawn[name].count("data:image/png;base64,") == 2
    for name in ("teams-fit-card", "teams-decided"):
        assert drawn[name].count(f"<button>{PICTURE}</button>") == 2
    assert drawn["slack-decide"].count("Why?") == drawn["teams-decide"].count("Why?") == 2


@pytest.mark.parametrize(
    "block", [{"type": "image"}, {"type": "actions", "elements": [{"type": "datepicker"}]}]
)
def test_what_the_drawing_does_not_know_is_not_left_out(block: dict[str, Any]) -> None:
    with pytest.raises(NotDrawn):
        slack.message([block])
    content = {"version": "1.5", "body": [block]}
    with pytest.raises(NotDrawn):
        teams.activity({"attachments": [{"content": content}]})


def test_words_of_people_are_no_html() -> None:
    words = {"type": "text", "text": "<script>"}
    section = {"type": "rich_text_section", "elements": [words]}
    assert "&lt;script&gt;" in slack.message([{"type": "rich_text", "elements": [section]}])
