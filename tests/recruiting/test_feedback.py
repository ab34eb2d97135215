"""What people think of answers: kept with how the answer came about, and without who asked."""

from dataclasses import replace

from sqlalchemy import text as sql

from bot.core.answering.feedback import Opinion
from bot.core.messages import Incoming
from bot.core.roles import Audience
from tests.recruiting.office import KEEPER, NOON, Office, words

WHO = "U-robin-invented"


def press(office: Office, said: str, about: str, number: str, who: str = WHO) -> str:
    message = Incoming(number, "dm-robin", who, Audience.CANDIDATE, said, NOON, about=about)
    return words(office.bot.handle(message))


def ask(office: Office, number: str = "q-1", who: str = WHO, question: str = "") -> str:
    said = question or "What are the requirements?"
    asked = Incoming(number, "dm-robin", who, Audience.CANDIDATE, said, NOON, role=KEEPER)
    return words(office.bot.handle(asked))


def opinions(office: Office) -> tuple[Opinion, ...]:
    return office.store.traces.opinions()


def test_a_thumb_is_kept_with_how_the_answer_came_about(office: Office) -> None:
    assert "Repairing lamps and lenses" in ask(office)
    assert press(office, "good answer", "q-1", "t-1") == "", "the platform itself shows the thumb"
    (one,) = opinions(office)
    role = office.store.roles.get(KEEPER)
    assert role
    assert one.good
    assert (one.trace.role, one.trace.version, one.trace.answered) == (KEEPER, role.version, True)
    assert (one.trace.route, one.trace.lines) == ("a list", (4,))


def test_the_last_press_of_a_person_counts_and_another_person_has_their_own(
    office: Office,
) -> None:
    ask(office)
    for number, said in enumerate(("good answer", "bad answer", "good answer", "bad answer")):
        press(office, said, "q-1", f"t-{number}")
    press(office, "good answer", "q-1", "t-other", "U-kim-invented")
    assert sorted(one.good for one in opinions(office)) == [False, True]


def test_nobody_is_named_in_what_is_kept(office: Office) -> None:
    office = Office(office.store)
    office.bot._ports = replace(office.ports, mark=lambda name: f"{len(name):064}")
    ask(office)
    press(office, "good answer", "q-1", "t-1")
    with office.store.database.reading() as connection:
        rows = [*connection.execute(sql("SELECT * FROM feedback")).all()]
        rows = [*rows, *connection.execute(sql("SELECT * FROM traces")).all()]
    assert rows
    assert WHO not in str(rows)
    assert "requirements" not in str(rows), "nor what was asked"


def test_words_do_what_a_thumb_does_for_the_last_answer(office: Office) -> None:
    assert "no answer in this chat yet" in ask(office, "q-0", question="good answer")
    ask(office, "q-1")
    ask(office, "q-2", question="Does it pay in shells?")
    assert "noted: that answer was not good" in ask(office, "q-3", question="Bad answer.")
    (one,) = opinions(office)
    assert (one.good, one.trace.answered) == (False, False)
    assert office.store.traces.named("q-2") == "q-2"


def test_a_thumb_under_what_is_no_answer_is_nothing(office: Office) -> None:
    press(office, "good answer", "never-asked", "t-1")
    assert opinions(office) == ()


def test_an_answer_is_also_known_by_where_it_stands(office: Office) -> None:
    ask(office)
    office.store.traces.stands("mark of 19:x 17", "q-1")
    office.store.traces.stands("mark of 19:x 17", "q-1")
    press(office, "bad answer", "19:x 17", "t-1")
    assert [one.good for one in opinions(office)] == [False]


def test_it_goes_with_the_askers_data(office: Office) -> None:
    token = office.invited()
    office.candidate(f"start {token}")
    office.candidate("yes")
    office.candidate("What are the requirements?")
    last = office.store.traces.last("dm-ottoline")
    assert last
    office.bot.handle(
        Incoming("t", "dm-ottoline", "U-o", Audience.CANDIDATE, "good answer", NOON, about=last)
    )
    ask(office, "q-of-another", "U-kim-invented")
    assert len(opinions(office)) == 1
    office.candidate("erase my data")
    office.candidate("yes, erase")
    assert opinions(office) == ()
    assert office.store.traces.named(last) is None
    assert office.store.traces.named("q-of-another"), "others keep theirs"
