"""The record page, the picture, and candidates side by side on the web."""

import itertools
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.listening import LONGEST_QUOTE, quotable
from bot.channels.web import words
from bot.core.fit.picture import picture, picture_file
from bot.core.fit.sketch import of_summary
from bot.core.fit.summary import summarize
from bot.core.ratings import Evidence, Level, Outcome, Rating
from bot.core.screening.events import Answered, Corrected, Invited, Paused, Probed
from bot.core.screening.screening import replayed
from bot.core.team.record import Moment, Spoken, record, spoken_in
from bot.core.team.screened import Screened
from bot.core.text.contact import LEFT_OUT, private_spans, veiled
from bot.core.wording import candidates as to_team

from .clients import recruiter, stranger, tags_of, words_of
from .fakes import World
from .sample import KIT, NOW, OTHER, PSEUDONYM, ROLE, SCREENING, SOURDOUGH, summary

RECORD = f"/screenings/{SCREENING}/record"
COMPARE = f"/roles/{ROLE.id}/compare"
PICTURE = f"/screenings/{SCREENING}/picture.svg"
MARKUP = '<script>alert(1)</script> & "x" <b>bold</b>'


def rated(answer: str, quote: str) -> Rating:
    at = answer.index(quote)
    span = (Evidence(at, at + len(quote), quote),)
    return Rating(Outcome.RATED, Level.DESCRIBED, span, ("Invented.",), None, "invented-1")


@pytest.mark.parametrize("path", [RECORD, COMPARE, PICTURE])
def test_strangers_see_nothing(path: str) -> None:
    found = stranger(World()).get(path)
    assert found.status_code == 403
    assert "7F3" not in found.text


@pytest.mark.parametrize("path", [RECORD, PICTURE, f"/screenings/{SCREENING}?ask=bread"])
def test_an_erased_screening_is_gone(path: str) -> None:
    world = World()
    world.screenings.erased = True
    found = recruiter(world).get(path)
    assert found.status_code == 404
    assert words.LOST in words_of(found.text)


def test_the_record_holds_every_question_and_answer_with_its_marks() -> None:
    html = recruiter(World()).get(RECORD).text
    said = words_of(html)
    for question in KIT.questions:
        assert question.text in said
    assert "nobody had to start before two" in said
    assert "six, maybe seven" in said
    assert words.SKIPPED in said
    assert len(tags_of(html, "mark")) == 4
    assert words.MARK_BEGINS in said


def test_summary_and_record_lead_to_each_other() -> None:
    client = recruiter(World())
    there, back = client.get(f"/screenings/{SCREENING}").text, client.get(RECORD).text
    ids = {str(a.get("id")) for tag in ("article", "span") for a in tags_of(back, tag)}
    for link in tags_of(there, "a"):
        path, _, place = str(link["href"]).partition("#")
        if path == RECORD and place:
            assert place in ids
    assert {"href": f"/screenings/{SCREENING}#essential-1"} in tags_of(back, "a")
    assert {f"q1-{start}" for start, _ in quotable(SOURDOUGH)} <= ids


def _with(world: World, *events: Answered | Corrected | Probed | Paused) -> None:
    told = (Invited(NOW, ROLE.id, KIT.version, ROLE.version, PSEUDONYM, trial=False), *events)
    made = Screened(
        summarize(ROLE, KIT, replayed(SCREENING, told)), record(KIT, told), "Ottoline Invented"
    )
    world.known = made


def test_the_record_hides_names_and_contact_data_and_escapes_the_rest() -> None:
    world, answer = World(), f"Ottoline here: otto@mail.example. I baked. {MARKUP}"
    _with(world, Answered(NOW, "q1", answer, rated(answer, "I baked.")))
    html = recruiter(world).get(RECORD).text
    assert "otto@mail" not in html
    assert "Ottoline" not in html
    assert words_of(html).count(f"[{words.HIDDEN}]") == 2
    assert "<script>alert" not in html
    assert "<b>bold" not in html


def test_a_follow_up_a_correction_and_a_pause_are_in_it() -> None:
    first, both = "I baked.", "I baked.\n\nAlone."
    world = World()
    _with(
        world,
        Answered(NOW, "q1", first, rated(first, first)),
        Probed(NOW, "q1", "What was your part?"),
        Answered(NOW, "q1", both, rated(both, "Alone.")),
        Paused(NOW),
        Answered(NOW, "q2", "Old words.", rated("Old words.", "Old")),
        Corrected(NOW + timedelta(hours=1), "q2", "New words.", rated("New words.", "New")),
    )
    said = words_of(recruiter(world).get(RECORD).text)
    assert said.index("I baked.") < said.index("What was your part?") < said.index("Alone.")
    assert "The candidate paused." in said
    assert said.index("New") < said.index(words.EARLIER_ANSWERS) < said.index("Old words.")


def test_a_record_names_what_is_said_of_questions_nobody_knows_any_more() -> None:
    told = (Answered(NOW, "q99", "Words.", rated("Words.", "Words.")), Paused(NOW))
    spoken, moment = record(KIT, told)
    assert isinstance(spoken, Spoken)
    assert isinstance(moment, Moment)
    assert spoken_in((spoken, moment)) == (spoken,)


def test_asking_on_the_summary_page_shows_the_answer_and_escapes_the_question() -> None:
    html = recruiter(World()).get(f"/screenings/{SCREENING}", params={"ask": MARKUP}).text
    assert "I moved the whole line" in words_of(html)
    assert "<script>alert" not in html


def test_the_table_has_both_candidates_in_their_order_and_words_for_levels() -> None:
    html = recruiter(World()).get(COMPARE).text
    said = words_of(html)
    assert said.index("Candidate 2B1") < said.rindex("Candidate 7F3")
    assert [a["scope"] for a in tags_of(html, "th")].count("col") == 3
    for part in ("no evidence", "demonstrated with impact", "declined", to_team.unfinished(1)):
        assert part in said
    assert "I moved the whole line to a 16-hour cold proof" in said


def test_the_table_by_a_requirement_and_with_nothing_to_show() -> None:
    client = recruiter(World())
    one = words_of(client.get(COMPARE, params={"on": "HACCP"}).text)
    assert "HACCP" in one
    assert "Costing of recipes" not in one
    none = words_of(client.get(COMPARE, params={"on": "yoga"}).text)
    assert to_team.no_such_requirement("yoga") in none
    assert to_team.COMPARE_NOBODY in words_of(client.get(f"/roles/{OTHER.id}/compare").text)
    assert client.get("/roles/unknown/compare").status_code == 404


def test_the_picture_says_each_level_in_words_and_by_place() -> None:
    drawn = picture(of_summary(summary()))
    root = ET.fromstring(drawn)
    said = "".join(root.itertext())
    for assessment in summary().assessments:
        if assessment.question:
            assert f"{assessment.criterion.text}: {assessment.rating.words}" in said
    places = [c.get("cx") for c in root.iter("{http://www.w3.org/2000/svg}circle")]
    assert len(set(places)) == 3
    assert "style" not in drawn
    assert of_summary(summary()).described in said


def test_the_picture_of_a_file_is_readable_on_light_and_dark_ground() -> None:
    found = recruiter(World()).get(PICTURE)
    assert found.headers["content-type"] == "image/svg+xml"
    assert found.text == picture_file(of_summary(summary()))
    assert "prefers-color-scheme:dark" in found.text
    ET.fromstring(found.text.partition("\n")[2])


def test_sixty_long_requirements_with_markup_are_drawn() -> None:
    whole = summary()
    one = next(a for a in whole.assessments if a.question)
    long = replace(one, criterion=replace(one.criterion, text=f"{MARKUP} " + "word " * 1_000))
    drawn = picture(of_summary(replace(whole, assessments=(long,) * 60)))
    root = ET.fromstring(drawn)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}g"))) == 60
    assert "<script>" not in drawn


@given(st.text(max_size=1_500))
def test_quotable_pieces_are_exact_in_order_and_never_too_long(answer: str) -> None:
    spans = list(quotable(answer))
    assert all(start < end <= start + LONGEST_QUOTE for start, end in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))
    kept = "".join(answer[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(answer.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("From 2019 - 2021 I led four.", "From 2019 - 2021 I led four."),
        ("Write to a.b@mail.example now", f"Write to {LEFT_OUT} now"),
        ("Ring +44 7700 900123.", f"Ring {LEFT_OUT}."),
        ("My name is Otto Madeup.", f"My name is {LEFT_OUT}."),
        ("Ms Quibble and quibble", f"Ms {LEFT_OUT} and quibble"),
        ("ottoline quibble spoke", f"{LEFT_OUT} spoke"),
        ("", ""),
    ],
)
def test_what_is_private_is_left_out(text: str, shown: str) -> None:
    assert veiled(text, "Ottoline Quibble") == shown


@given(st.text(max_size=300), st.text(max_size=30))
def test_private_spans_are_in_order(text: str, name: str) -> None:
    edges = [edge for span in private_spans(text, name) for edge in span]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(text)
