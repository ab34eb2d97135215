"""The whole way through the served product: a candidate's page, the channel's page, and back."""

import html
import re
from datetime import UTC, datetime

from starlette.testclient import TestClient

from bot.core.wording import questions as words
from bot.serving import turns_of, web

from .conftest import ROLE, World

ASKED = "How big is the crew?"
ANSWER = "The crew is eight people."


def test_a_candidate_asks_and_finds_the_answer_on_the_page(world: World) -> None:
    world.now = datetime.now(UTC)
    world.recruiter("approve the kit")
    invited = world.recruiter("invite Ottoline Invented-Quibble")
    link = re.search(r"/c/([\w-]+)", invited)
    assert link
    turns = turns_of(world.app)
    turns.start()
    pages = web(world.app, turns)
    with TestClient(pages, "http://localhost:8000", client=("127.0.0.1", 5)) as client:
        page = link[0]
        client.get(page)
        for said in ("yes", ASKED, "yes"):
            shown = client.post(page, data={"text": said})
        assert "I have asked the hiring team" in text_of(shown.text)
        channel = f"/roles/{ROLE}/channel"
        assert ASKED in text_of(client.get(channel).text)
        form = {"text": ANSWER, "author": "Rhea Invented", "audience": "all"}
        answered = text_of(client.post(f"{channel}/answers/1", data=form).text)
        assert "cited as “answered by Rhea Invented on" in answered
        assert words.OFFER not in answered
        back = text_of(client.get(page).text)
        assert back.count(f"You asked the hiring team: “{ASKED}”") == 1
        assert ANSWER in back
        assert "Question 1 of 2." in back.partition(ANSWER)[2]
        assert text_of(client.get(page).text).count(ANSWER) == 1


def text_of(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))
