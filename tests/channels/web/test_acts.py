"""A team acts on a screening's page: forms that say what could be typed, without any script."""

from dataclasses import replace

import pytest

from bot.channels.web import acts_words
from bot.core.messages import Text
from bot.core.ratings import Level
from bot.core.roles import Audience
from bot.core.screening.events import Decided, Verdict
from bot.core.screening.team_events import (
    CandidateTold,
    MoreAnswered,
    MoreAsked,
    NoteKept,
    Overridden,
    Revealed,
)
from bot.core.team.blind import to_rate, unshown
from bot.core.team.review import OneMore, Review
from bot.core.team.screened import Screened

from .clients import BASE, recruiter, stranger, tags_of, words_of
from .fakes import World
from .sample import NOW, SCREENING

PAGE = f"/screenings/{SCREENING}"
NASTY = "<script>alert(1)</script> & a lens"
WHO = ("U-ria", "Ria Example")
ANSWERED = OneMore(MoreAsked(NOW, "Which lens?", *WHO), MoreAnswered(NOW, "Which lens?", NASTY))


@pytest.fixture
def world() -> World:
    made = World()
    made.known = made.screened(SCREENING)
    made.say = lambda said: (Text(f"Heard: {said.text}"),)
    return made


def reviewed(world: World, review: Review) -> Screened:
    """The screening with what a team added."""
    return replace(world.screened(SCREENING), review=review)


def test_every_field_has_a_label_and_every_form_a_button(world: World) -> None:
    html = recruiter(world).get(PAGE).text
    forms = [form for form in tags_of(html, "form") if form.get("class") == "act"]
    rated = len(to_rate(world.screened(SCREENING).summary))
    assert len(forms) == 4 + rated
    assert {form["method"] for form in forms} == {"post"}
    labelled = {label.get("for") for label in tags_of(html, "label")}
    fields = {field["id"] for name in ("textarea", "select") for field in tags_of(html, name)}
    assert fields <= labelled
    assert len(tags_of(html, "legend")) == 1
    ids = [field["value"] for field in tags_of(html, "input") if field.get("name") == "id"]
    assert len(set(ids)) == len(forms)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"act": "decide", "verdict": "advance"}, "decide {}: advance because {}"),
        ({"act": "decide", "verdict": "hire at once"}, "decide {}"),
        ({"act": "undo"}, "undo {}: {}"),
        ({"act": "tell"}, "tell {}: {}"),
        ({"act": "ask one more"}, "ask one more {}: {}"),
        ({"act": "note"}, "note {}: {}"),
        ({"act": "reveal"}, "reveal {}: {}"),
        (
            {"act": "override", "number": "2", "level": "claimed"},
            "override {} 2: claimed because {}",
        ),
        ({"act": "override", "number": "2", "level": "best"}, "override"),
        ({"act": "rate", "level-1": "claimed", "level-2": "x"}, "rate {}: 1 claimed"),
    ],
)
def test_a_form_says_what_could_be_typed(world: World, form: dict[str, str], said: str) -> None:
    client = recruiter(world)
    sent = {"id": "form-1", "text": NASTY, **form}
    page = client.post(PAGE, data=sent, headers={"origin": BASE})
    [taken] = world.turns.taken
    assert taken.text == said.format(f"candidate {SCREENING}", NASTY)
    assert (taken.audience, taken.person) == (Audience.TEAM, "Ria Example")
    assert page.status_code == 200
    assert "Heard: " in words_of(page.text)
    assert "<script>alert(1)" not in page.text
    client.post(PAGE, data=sent, headers={"origin": BASE})
    assert len(world.turns.taken) == 1


def test_nobody_else_can_act(world: World) -> None:
    form = {"id": "form-1", "act": "decide", "verdict": "decline", "text": "because"}
    assert stranger(world).post(PAGE, data=form, headers={"origin": BASE}).status_code == 403
    foreign = {"origin": "https://evil.example"}
    assert recruiter(world).post(PAGE, data=form, headers=foreign).status_code == 403
    unknown = {**form, "act": "delete everything"}
    assert recruiter(world).post(PAGE, data=unknown, headers={"origin": BASE}).status_code == 404
    elsewhere = recruiter(world).post("/screenings/gone", data=form, headers={"origin": BASE})
    assert elsewhere.status_code == 404
    assert not world.turns.taken


def test_what_the_team_added_stands_on_the_page_with_author_and_time(world: World) -> None:
    criterion = world.screened(SCREENING).summary.assessments[0].criterion.id
    world.known = reviewed(
        world,
        Review(
            steps=(Decided(NOW, Verdict.ADVANCE, NASTY, *WHO),),
            told=CandidateTold(NOW, "Welcome to the next talk.", *WHO),
            more=(
                OneMore(
                    MoreAsked(NOW, "Which lens?", *WHO), MoreAnswered(NOW, "Which lens?", NASTY)
                ),
            ),
            overrides=(Overridden(NOW, criterion, Level.CLAIMED, "it was only told", *WHO),),
            notes=(NoteKept(NOW, "a fine lens", "U-bo", "Bo Example", *WHO),),
            reveals=(Revealed(NOW, "to fix the interview", *WHO),),
        ),
    )
    html = recruiter(world).get(PAGE).text
    shown = words_of(html)
    for part in (
        "Decided: advance · Ria Example",
        "in words approved by Ria Example",
        "Which lens?",
        "Set to “claimed” by Ria Example",
        "it was only told",
        "Bo Example; marked by Ria Example",
        "to fix the interview",
        NASTY,
    ):
        assert part in shown
    assert "<script>alert(1)" not in html
    assert acts_words.UNDO_BUTTON in shown
    assert acts_words.DECIDE_BUTTON not in shown


def test_who_rates_blind_sees_no_level_before_their_own(world: World) -> None:
    world.known = unshown(world.screened(SCREENING))
    html = recruiter(world).get(PAGE).text
    shown = words_of(html)
    assert acts_words.RATE_INTRO in shown
    assert "demonstrated" not in shown.split(acts_words.RATE_BUTTON)[1]
    assert acts_words.OVERRIDE not in shown
    record = words_of(recruiter(world).get(f"{PAGE}/record").text)
    assert "Rated" not in record
