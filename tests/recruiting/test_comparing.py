"""Candidates side by side: in the order of finishing, in words, never ordered or added up."""

import pytest

from bot.core.messages import Pairs, Quote, Text
from bot.core.ratings import Level
from bot.core.wording import candidates as said
from bot.dialogues.candidates.comparing import PEOPLE, ROWS, of_role
from tests.recruiting.candidates import erased, screened
from tests.recruiting.office import BAKER, KEEPER, Office, words


@pytest.fixture
def three(office: Office) -> Office:
    """One finished late with much, one early with little, one not yet."""
    screened(office, "7F3", ("I rebuilt lamps.",), level=Level.IMPACT, after=30)
    screened(office, "2B1", ("I like lamps.",), level=Level.CLAIMED, after=10)
    screened(office, "K2M", ("I saw a lamp.",), finished=False)
    office.team("use Lighthouse Keeper")
    return office


def levels(office: Office, text: str) -> list[tuple[tuple[str, str], ...]]:
    """The rows that a comparison shows."""
    return [block.rows for block in office.team(text).blocks if isinstance(block, Pairs)]


def test_everybody_stands_in_the_order_of_finishing(three: Office) -> None:
    early, late = ("Candidate 2B1", "claimed"), ("Candidate 7F3", "demonstrated with impact")
    for text in ("compare everybody", "compare all candidates", "compare the candidates"):
        assert levels(three, text) == [(early, late)]
    assert said.unfinished(1) in words(three.team("compare everybody"))
    assert levels(three, "compare 7F3 and 2B1") == [(early, late)]
    assert levels(three, "compare 7F3, K2M")[0][-1][0] == "Candidate K2M"


def test_by_a_requirement_with_quotes(three: Office) -> None:
    blocks = three.team("compare 7F3 with 2B1 on lamps").blocks
    assert [b for b in blocks if isinstance(b, Quote)] == [
        Quote("I like lamps.", "Candidate 2B1"),
        Quote("I rebuilt lamps.", "Candidate 7F3"),
    ]
    none = three.team("compare 7F3 with 2B1 on basket weaving").blocks
    assert none == (Text(said.no_such_requirement("basket weaving")),)


def test_nothing_is_added_up_or_called_best(three: Office) -> None:
    told = words(three.team("compare everybody")).casefold()
    for word in ("total", "score", "best", "average", "rank:", "points", "winner"):
        assert word not in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("compare", said.COMPARE_WHOM),
        ("compare 7F3", said.COMPARE_ONE.format(pseudonym="Candidate 7F3")),
        ("compare 7F3 and ZZ9", "There is no screening “ZZ9”."),
    ],
)
def test_what_cannot_be_compared_is_told(three: Office, text: str, told: str) -> None:
    assert words(three.team(text)).startswith(told)


def test_two_roles_are_not_compared(three: Office) -> None:
    screened(three, "P9X", ("Bread.",), BAKER)
    told = words(three.team("compare 7F3 and P9X"))
    assert told == said.OTHER_ROLES.format(one="Candidate 7F3", other="Candidate P9X")


def test_erased_and_nobody(three: Office) -> None:
    erased(three, f"{KEEPER}-7f3")
    assert "There is no screening “7F3”" in words(three.team("compare 7F3 and 2B1"))
    assert levels(three, "compare everybody") == [(("Candidate 2B1", "claimed"),)]
    assert words(three.team("compare everybody", role=BAKER, chat="t2")) == said.COMPARE_NOBODY


def test_what_is_no_candidate_is_a_question_about_the_role(three: Office) -> None:
    assert "Side by side" not in words(three.team("compare this lamp with the old lenses"))


def test_sixty_requirements_and_many_people_fit_a_chat(office: Office) -> None:
    items = "\n".join(f"- Skill number {number} with {number} parts" for number in range(60))
    office.add("many", f"# Many Things\n\n## Required\n{items}\n")
    answers = tuple(f"I did {number}. " + "Long words " * 450 for number in range(60))
    for number in range(PEOPLE + 2):
        screened(office, f"A{number}B", answers, "many", after=number)
    reply = office.team("compare everybody", role="many", chat="t2")
    rows = [block.rows for block in reply.blocks if isinstance(block, Pairs)]
    assert [len(row) for row in rows] == [PEOPLE] * ROWS
    assert said.more_rows(60 - ROWS) in words(reply)
    assert said.more_people(2) in words(reply)
    whole = of_role(office.ports, "many")
    assert whole
    assert (len(whole.rows), len(whole.people)) == (60, PEOPLE + 2)
