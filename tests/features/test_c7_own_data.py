"""C7: candidates see and erase all of it by themselves, also the cards that were posted."""

from sqlalchemy import text

from bot.storage.tables import metadata
from tests.features.deciding.team import THREAD, finished
from tests.recruiting.office import CANDIDATE, KEEPER, Office

ANSWER = "Relit the zephyr-lamp in one night, alone."


def kept_in(office: Office, word: str) -> set[str]:
    """The tables that hold a word."""
    with office.store.database.reading() as connection:
        return {
            table.name
            for table in metadata.sorted_tables
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"'))
            if word in repr(tuple(row))
        }


def test_c7_my_data_shows_all_that_was_said(office: Office) -> None:
    team = finished(office, ANSWER)
    for asked in ("my data", "export my data", "What do you know about me?"):
        told = team.candidate(asked)
        assert f"“{ANSWER}”" in told
        assert team.pseudonym in told


def test_c7_erasing_leaves_no_word_in_any_table_and_replaces_what_was_posted(
    office: Office,
) -> None:
    team = finished(office, ANSWER)
    team.say(f"ask {team.code}: what about the zephyr-lamp?", chat=THREAD)
    team.say(f"reveal {team.code}: to fix the interview", chat="dm-ria")
    assert "events" in kept_in(office, "zephyr")
    assert "cannot be undone" in team.candidate("erase my data")
    assert "Everything you told me is deleted." in team.candidate("erase my data")
    assert kept_in(office, "zephyr") == set()
    assert kept_in(office, CANDIDATE) == set()
    assert "had their data erased" in str(office.store.records.posts(KEEPER))
    [standing] = office.store.standings.erased()
    assert standing.address == {"channel": "C1", "ts": "17.5"}, "what stands in Slack is due too"
