"""H9: candidates stand side by side in the order of finishing, never sorted by level."""

from bot.core.ratings import Level
from bot.dialogues.candidates.comparing import of_role
from tests.recruiting.candidates import screened
from tests.recruiting.office import KEEPER, Office


def test_the_best_rated_does_not_come_first(office: Office) -> None:
    for code, level, after in (
        ("7F3", Level.IMPACT, 30),
        ("2B1", Level.CLAIMED, 10),
        ("K2M", Level.DEMONSTRATED, 20),
    ):
        screened(office, code, ("I rebuilt lamps.",), level=level, after=after)
    found = of_role(office.ports, KEEPER)
    assert found
    names = [one.summary.pseudonym for one in found.people]
    assert names == ["Candidate 2B1", "Candidate K2M", "Candidate 7F3"]
    assert [cell.rating.level for cell in found.rows[0].cells if cell] == [
        Level.CLAIMED,
        Level.DEMONSTRATED,
        Level.IMPACT,
    ]
    assert all(
        quote == "I rebuilt lamps."
        for cell in found.rows[0].cells
        if cell
        for quote in cell.rating.quotes
    )
