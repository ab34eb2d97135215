"""C7: candidates see, take along and erase all of it, also the cards that were posted."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from sqlalchemy import text

from bot.answers.terms import named, stems
from bot.answers.understanding import understand
from bot.core.messages import File, Incoming
from bot.core.roles import Audience
from bot.core.screening.screening import Stage as Standing
from bot.storage.tables import metadata
from tests.dialogues.stage import Stage
from tests.features.deciding.team import THREAD, finished
from tests.recruiting.office import CANDIDATE, KEEPER, NOON, Office

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


@pytest.mark.parametrize("asked", ["my data as a file", "export my data", "Download my data."])
def test_c7_all_of_it_is_there_as_files_to_take_along(office: Office, asked: str) -> None:
    team = finished(office, ANSWER)
    team.say(f"override 1: claimed, since the zephyr-lamp was small ({team.code})", chat=THREAD)
    team.say(f"note {team.code}: ask about the burner", chat=THREAD)
    team.candidate("person please")
    told = office.bot.handle(Incoming("f", "dm-ottoline", "U-o", Audience.CANDIDATE, asked, NOON))
    readable, data = (block for block in told.blocks if isinstance(block, File))
    assert (readable.name, data.name) == ("my-data.txt", "my-data.json")
    assert f"“{ANSWER}”" in readable.text
    kept = json.loads(data.text)
    schema = json.loads(Path("docs/my-data.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(kept)
    assert kept["invited_as"] == CANDIDATE
    assert kept["shown_as"] == team.pseudonym
    assert [one["answer"] for one in kept["answers"][0]["versions"]] == [ANSWER]
    assert [one["words"] for one in kept["asked_for_a_person"]] == ["person please"]
    assert ANSWER in [one["words"] for one in kept["messages"]]
    for teams_own in ("burner", "claimed", "demonstrated", "plain-1", "It is said."):
        assert teams_own not in readable.text + data.text, "nothing of the team's is in them"


def test_c7_the_file_keeps_its_form_for_whoever_chose_another_way(office: Office) -> None:
    token = office.invited()
    for said in (f"start {token}", "another way", "another way"):
        office.candidate(said)
    told = office.candidate("my data as a file")
    (data,) = (block for block in told.blocks if isinstance(block, File) and "json" in block.name)
    schema = json.loads(Path("docs/my-data.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(json.loads(data.text))
    assert json.loads(data.text)["status"] == "another way"
    assert set(schema["properties"]["status"]["enum"]) == {standing.value for standing in Standing}


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


@pytest.mark.parametrize("asked", ["erase my data", "withdraw"])
def test_c7_what_cannot_be_undone_needs_a_clear_yes(stage: Stage, asked: str) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in ("yes", asked, "I guess ok"):
        stage.say("Robin", said)
    assert stage.log("Robin").open


def test_c7_no_question_outlives_its_candidate_in_memory(stage: Stage) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    stage.say("Robin", "Is there a zephyr-lamp on the island?")
    assert understand.cache_info().currsize
    for said in ("erase my data", "yes"):
        stage.say("Robin", said)
    assert [one.cache_info().currsize for one in (understand, stems, named)] == [0, 0, 0]
