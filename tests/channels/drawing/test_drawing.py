"""Every picture of the chat platforms is of a scene, and a scene leaves nothing out."""

from pathlib import Path
from typing import Any

import pytest

from tests.channels.drawing import slack, teams
from tests.channels.drawing.html import NotDrawn
from tests.channels.drawing.scenes import pages

PICTURES = Path(__file__).parents[3] / "docs/pictures"


def test_each_scene_has_its_picture_and_is_drawn_in_both_looks() -> None:
    drawn = pages()
    assert {f"{name}.png" for name in drawn} == {
        each.name for each in PICTURES.iterdir() if each.name.startswith(("slack-", "teams-"))
    }
    for name, html in drawn.items():
        platform = name.partition("-")[0]
        assert all(f'class="{platform} {look}"' in html for look in ("light", "dark"))
    assert drawn["teams-fit-card"].count("demonstrated with impact") == 4
    assert drawn["slack-fit-card"].count("A person decides.") == 2


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
