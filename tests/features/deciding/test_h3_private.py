"""H3: a pseudonym in the channel; name and contact are shown to one person, and the log says so."""

from dataclasses import asdict

from bot.core.roles import Audience
from bot.core.screening.events import Finished
from bot.core.screening.team_events import NoteKept, Revealed
from bot.turns.letters import Letter, letter
from tests.features.deciding.team import BO, RIA, STORY, Team, finished
from tests.recruiting.candidates import erased, screened
from tests.recruiting.office import CANDIDATE, KEEPER, NOON, Office, words

CONTACT = f"{STORY} Write to ottoline@lamps.example."


def test_h3_name_and_contact_are_shown_to_one_person_and_the_log_says_why(office: Office) -> None:
    team = finished(office, CONTACT)
    for shown in (team.card_words, team.say("summary " + team.code)):
        assert "ottoline@lamps.example" not in shown
    told = team.say(f"reveal {team.code}: to fix the interview", chat="dm-ria")
    assert f"Name: {CANDIDATE}" in told
    assert "ottoline@lamps.example" in told
    assert "Writes from: Slack" in told
    assert team.last() == Revealed(NOON, "to fix the interview", RIA, "Ria")
    assert CANDIDATE not in team.card_words


def test_h3_nothing_is_revealed_where_others_read_or_without_a_reason(team: Team) -> None:
    before = team.log
    in_thread = team.say("reveal: to fix the interview", BO)
    assert "to one person alone" in in_thread
    assert "Why do you need it?" in team.say(f"reveal {team.code}", chat="dm-ria")
    guest = team.say(f"reveal {team.pseudonym}: why", chat="dm", audience=Audience.CANDIDATE)
    assert all(CANDIDATE not in told for told in (in_thread, guest))
    assert team.log == before


def test_h3_what_was_revealed_goes_when_the_candidate_erases(team: Team) -> None:
    team.say(f"reveal {team.code}: to fix the interview", chat="dm-ria")
    erased(team.office, team.screening)
    assert CANDIDATE not in str(team.office.store.records.transcript("dm-ria"))


def test_h3_notes_marked_for_the_record_keep_their_author(team: Team) -> None:
    assert "Kept for the record" in team.say("for the record: the lens is still in use", BO)
    assert team.last() == NoteKept(NOON, "the lens is still in use", BO, "Bo")
    assert "the lens is still in use" in team.card_words
    assert "Bo, 23 November 2026, 12:00 UTC" in team.card_words
    assert "What should I keep?" in team.say(f"note {team.code}: …")
    assert "at most 2,000" in team.say(f"note: {'x' * 2_001}")
    for number in range(4):
        team.say(f"note {team.code}: note {number}", chat="dm-ria")
    assert "note 3" in team.card_words
    assert "3 more in the details." in team.card_words
    assert isinstance(team.log[-6], Finished)
    erased(team.office, team.screening)
    assert "lens" not in str(team.office.store.records.posts("lighthouse-keeper"))


def test_h3_a_code_of_letters_alone_is_a_candidate_too(office: Office) -> None:
    """Many codes hold no digit; what is said of a person must not become a question."""
    screening = screened(office, "MCX", (STORY,))
    office.team(f"use {KEEPER}")
    assert "Kept for the record" in words(office.team("note MCX: showed the lens"))
    assert "Kept for the record" in words(office.team("note mcx: and the lamp"))
    assert f"Name: {CANDIDATE}" in words(office.team("reveal MCX: to fix the interview"))
    assert "Nothing was decided" in words(office.team("tell MCX: see you on Monday"))
    kept = office.store.screenings.events(screening)
    assert [one.text for one in kept if isinstance(one, NoteKept)] == [
        "showed the lens",
        "and the lamp",
    ]


def test_h3_a_name_that_nobody_has_here_is_no_question_about_the_role(office: Office) -> None:
    office.team(f"use {KEEPER}")
    for said in ("note Robin: kind", "reveal Robin", "tell Robin: see you", "reveal Robin: why"):
        assert "There is no screening “Robin”" in words(office.team(said))
    assert "no screening" not in words(office.team("tell me: what are the requirements?"))


def test_h3_a_whispered_message_stays_whispered_when_it_is_written_down() -> None:
    from bot.core.messages import Incoming

    said = Incoming("m", "slack:T:C:U", "U", Audience.TEAM, "reveal 7F3: x", NOON, whispered=True)
    assert letter(Letter("slack", {}, said).written()).incoming == said
    assert asdict(said)["whispered"]
