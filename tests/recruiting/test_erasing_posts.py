"""A candidate erases their data after the fit card was posted: the web page shows a notice."""

from bot.channels.web import render
from bot.core.wording.fit import ERASED
from tests.recruiting.office import KEEPER, Office


def test_the_hiring_channels_page_shows_a_notice_in_place_of_the_card(office: Office) -> None:
    token = office.invited()
    answer = "Relit the zephyr-lamp in one night."
    for text in (f"start {token}", "yes", answer, "send"):
        office.candidate(text)
    before = render.posts(office.store.records.posts(KEEPER))
    assert "Relit" in before
    office.candidate("erase my data")
    office.candidate("erase my data")
    after = render.posts(office.store.records.posts(KEEPER))
    assert ERASED in after
    assert "Relit" not in after
    assert "/screenings/" not in after
