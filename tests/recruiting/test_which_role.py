"""Which role a recruiter means: what was said last in a chat, then the page it is said on."""

import pytest

from bot.core.errors import UnknownRole
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.dialogues.candidates.finding import summary_of
from bot.dialogues.screening.session import standing
from tests.recruiting.office import BAKER, KEEPER, NOON, Office, words


def test_use_wins_over_the_page_it_is_said_on(office: Office) -> None:
    assert "Kit for Lighthouse Keeper" in words(office.team("show the kit", role=KEEPER))
    assert "Night Baker" in words(office.team("use Night Baker", role=KEEPER))
    assert "Kit for Night Baker" in words(office.team("show the kit", role=KEEPER))
    office.team("use Lighthouse Keeper", role=KEEPER)
    assert "Kit for Lighthouse Keeper" in words(office.team("show the kit", role=KEEPER))


def test_use_counts_in_its_own_chat_only(office: Office) -> None:
    office.team("use Night Baker", chat="page-of-keeper", role=KEEPER)
    other = office.team("show the kit", chat="another-page-of-keeper", role=KEEPER)
    assert "Kit for Lighthouse Keeper" in words(other)


def test_a_command_is_carried_out_once_its_role_is_named(office: Office) -> None:
    office.team("What does it pay?")
    assert "Which role do you mean?" in words(office.team("show the kit"))
    assert "Kit for Night Baker" in words(office.team("Night Baker"))
    assert "Nobody was invited" in words(office.team("screenings")), "and the role stays"


def test_nobody_carries_out_what_another_person_said(office: Office) -> None:
    office.team("approve the kit")
    said = Incoming("bo", "team", "U-bo", Audience.TEAM, "Night Baker", NOON)
    assert "Signed off" not in words(office.bot.handle(said))
    assert office.store.kits.approved(BAKER) is None


def test_a_role_that_is_not_there_is_said_to_be_none(office: Office) -> None:
    told = words(office.team("use Blacksmith"))
    assert "There is no role “Blacksmith”." in told
    assert "Which role do you mean?" in told
    assert "no role" not in words(office.team("Night Baker"))


def test_a_role_named_in_the_words_wins_over_the_page_and_stays(office: Office) -> None:
    office.team("What does the Night Baker earn?", role=KEEPER)
    assert "Kit for Night Baker" in words(office.team("show the kit", role=KEEPER))


def test_a_whole_title_wins_over_a_longer_one_that_holds_it(office: Office) -> None:
    office.add("senior-night-baker", "# Senior Night Baker\n\n## Required\n- Laminated doughs\n")
    assert "We now talk about Night Baker." in words(office.team("use night baker"))
    assert "Which role do you mean?" in words(office.team("use baker"))


def test_a_screening_whose_role_was_taken_out_names_the_roles_there_are(office: Office) -> None:
    office.invited(role=KEEPER)
    (entry,) = office.store.screenings.entries()
    office.store.roles.remove(KEEPER, NOON)
    for told in (
        lambda: summary_of(office.ports, entry.pseudonym),
        lambda: standing(office.ports, entry.id),
    ):
        with pytest.raises(UnknownRole, match=f"Known roles: {BAKER}\\.") as raised:
            told()
        assert raised.value.known == (BAKER,)
    assert f"Known roles: {BAKER}." in words(office.team(f"summary {entry.pseudonym}"))
