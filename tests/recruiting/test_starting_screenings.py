"""Where an invitation code is taken: in private chats, also in one that held a screening before."""

from datetime import timedelta

import pytest

from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.core.screening.events import Answered, Consented, Finished
from bot.core.screening.screening import replayed
from tests.recruiting.office import BAKER, CANDIDATE, KEEPER, NOON, Office, words

NOTICE = "I am Rolecall, a program"


@pytest.mark.parametrize("form", ["{}", "start {}", "/start {}", "  {}  "])
def test_a_code_in_a_private_chat_opens_its_screening(office: Office, form: str) -> None:
    reply = words(office.candidate(form.format(office.invited())))
    assert NOTICE in reply
    assert "Lighthouse Keeper" in reply


def test_a_code_where_others_read_along_opens_nothing(office: Office) -> None:
    token = office.invited()
    told = words(office.candidate(f"start {token}", chat="channel", private=False))
    assert NOTICE not in told
    assert token not in told
    assert office.store.conversations.get("channel").screening == ""
    (entry,) = office.store.screenings.entries()
    assert len(office.store.screenings.events(entry.id)) == 1
    assert NOTICE in words(office.candidate(f"start {token}")), "it is not used up"


def test_a_second_code_opens_a_second_screening_in_the_same_chat(office: Office) -> None:
    first, second = office.invited(role=KEEPER), office.invited(role=BAKER)
    for text in (first, "yes", "Lamps at the rock.", "send"):
        office.candidate(text)
    assert "Night Baker" in words(office.candidate(second))
    assert "sourdough" in words(office.candidate("yes"))
    office.candidate("Bread at the mill.")
    keeper, baker = (office.store.screenings.entries(role)[0].id for role in (KEEPER, BAKER))
    assert [type(event) for event in office.store.screenings.events(keeper)[1:]] == [
        Consented,
        Answered,
        Finished,
    ]
    heard = replayed(baker, office.store.screenings.events(baker))
    assert [given[-1].answer for given in heard.given.values()] == ["Bread at the mill."]


def test_a_second_code_leaves_an_unfinished_screening_as_it_is(office: Office) -> None:
    first, second = office.invited(role=KEEPER), office.invited(role=BAKER)
    for text in (first, "yes", second, "yes"):
        office.candidate(text)
    office.candidate("Bread at the mill.")
    assert "Think of one piece of work that involved repairing" in words(office.candidate(first))
    keeper = office.store.screenings.entries(KEEPER)[0].id
    assert len(office.store.screenings.events(keeper)) == 2


def test_a_code_that_is_too_old_opens_nothing(office: Office) -> None:
    token = office.invited()
    late = NOON + timedelta(days=15)
    said = Incoming("m-late", "dm", "U-o", Audience.CANDIDATE, f"start {token}", late)
    assert NOTICE not in words(office.bot.handle(said))
    assert office.store.conversations.get("dm").screening == ""


def test_a_code_that_is_written_on_another_screenings_page_is_an_answer(office: Office) -> None:
    """The web page's link says which screening is meant; a code typed there changes nothing."""
    office.invited(role=KEEPER)
    other = office.invited(CANDIDATE, role=BAKER)
    keeper, baker = (office.store.screenings.entries(role)[0].id for role in (KEEPER, BAKER))
    for number, text in enumerate(("", "yes", other)):
        office.bot.handle(
            Incoming(
                f"m-page-{number}", "page", "p", Audience.CANDIDATE, text, NOON, screening=keeper
            )
        )
    given = replayed(keeper, office.store.screenings.events(keeper)).given
    assert [answers[-1].answer for answers in given.values()] == [other]
    assert len(office.store.screenings.events(baker)) == 1
