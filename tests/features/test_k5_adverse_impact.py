"""K5: adverse impact among groups that candidates put themselves into, kept apart from all else."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact  # type: ignore[import-untyped]
from typer.testing import CliRunner

from bot.__main__ import app as command_line
from bot.core.kits.kit import make_kit
from bot.core.messages import Incoming, Reply
from bot.core.roles import Audience
from bot.core.screening.events import Consented, Decided, Finished, Invited, Verdict
from bot.core.screening.self_identification import Category, KeepApart, Told, name_of
from bot.core.screening.self_identification_reading import read_questionnaires
from bot.core.team.impact import Compared, Finding, Group, Person, compared, exact
from bot.ports import Append, Open
from tests.channels.readers import CANDIDATE, CHANNELS
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage

ROLE = "lighthouse-keeper"
EXAMPLE = Path(__file__).resolve().parents[2] / "docs/self-identification.example.toml"
SEASONS = """
why = "We like to know which seasons are with us."
roles = ["lighthouse-keeper"]
[[category]]
id = "season"
question = "Which season do you like best?"
answers = ["Springtide", "Summertide", "Autumntide"]
[[category]]
id = "weather"
question = "Do you like fog?"
answers = ["Yes", "No"]
"""
SEASON = Category("season", "Which season do you like best?", ("Spring", "Summer", "Autumn"))
TO_THE_END = ("yes", "9", "yes", "skip the rest", "send")


def asking(stage: Stage, text: str = SEASONS) -> None:
    file = stage.home / "about.toml"
    file.write_text(text, "utf-8")
    stage.set_policy("self_identification", str(file))


def sent(stage: Stage) -> str:
    """Robin's last reply once the answers are sent."""
    stage.invite("Robin")
    stage.open_link("Robin")
    told = [drawn(stage.say("Robin", said).blocks) for said in TO_THE_END]
    assert not any("about me" in one for one in told[:-1])
    return told[-1]


def in_database(stage: Stage, word: str) -> dict[str, int]:
    """In how many rows of each table a word stands."""
    found: dict[str, int] = {}
    with sqlite3.connect(stage.home / "rolecall.db") as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master")]
        for table in (name for name in tables if not name.startswith(("ix_", "sqlite_"))):
            rows = database.execute(f'SELECT * FROM "{table}"').fetchall()
            found[table] = sum(word.casefold() in str(row).casefold() for row in rows)
    return {table: count for table, count in found.items() if count}


def test_k5_nothing_is_asked_unless_an_administrator_wrote_it(stage: Stage) -> None:
    assert "about yourself" not in sent(stage)
    assert "about yourself" not in drawn(stage.say("Robin", "about me").blocks)


def test_k5_it_is_asked_after_the_end_alone_and_voluntary(stage: Stage) -> None:
    asking(stage)
    told = sent(stage)
    assert "We like to know which seasons are with us. It is voluntary and has no effect" in told
    assert "The hiring team never sees it" in told
    asked = drawn(stage.say("Robin", "about me").blocks)
    assert "Question 1 of 2 about yourself, voluntary. Which season do you like best?" in asked
    assert "‹Rather not say›" in asked
    assert "Do you like fog?" in drawn(stage.say("Robin", "rather not say").blocks)
    assert "kept apart" in drawn(stage.say("Robin", "no").blocks)
    assert [told.answer for told in stage.app.store.apart.of(ROLE)] == ["No"]


def test_k5_an_answer_is_kept_in_one_table_by_a_hash_and_nowhere_else(stage: Stage) -> None:
    asking(stage)
    sent(stage)
    for said in ("about me", "autumntide", "1"):
        stage.say("Robin", said)
    told = stage.app.store.apart.of(ROLE)
    assert [(one.category, one.answer) for one in told] == [
        ("season", "Autumntide"),
        ("weather", "Yes"),
    ]
    assert {one.quarter for one in told} == {"2027-Q1"}
    found = in_database(stage, "Autumntide")
    # The chat holds the question with all of its answers, and not which one was chosen.
    assert found.pop("self_identified") == 1
    assert found == {"messages": 1}
    (screening,) = {one.mark for one in told}
    assert stage.screening("Robin") not in screening
    assert "autumntide" not in str(stage.app.store.screenings.events(stage.screening("Robin")))
    with sqlite3.connect(stage.home / "rolecall.db") as database:
        columns = [row[1] for row in database.execute("PRAGMA table_info(self_identified)")]
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            database.execute("SELECT rowid FROM self_identified")
    assert columns == ["mark", "category", "answer", "role", "quarter"]


def test_k5_words_that_pick_no_answer_are_not_kept_either(stage: Stage) -> None:
    asking(stage)
    sent(stage)
    stage.say("Robin", "about me")
    told = drawn(stage.say("Robin", "I am a child of the snowfields.").blocks)
    assert "did not keep what you wrote" in told
    stage.say("Robin", "Summertide")
    stage.edit("Robin", "Summertide", "Springtide")
    assert not in_database(stage, "snowfields")
    assert in_database(stage, "Springtide") == {"messages": 2}  # twice the question alone
    assert [one.answer for one in stage.app.store.apart.of(ROLE)] == ["Summertide"]
    assert "41,000 euros" in drawn(stage.say("Robin", "What does it pay?").blocks)


def test_k5_it_can_be_changed_taken_back_and_is_erased_with_the_rest(stage: Stage) -> None:
    asking(stage)
    sent(stage)

    def answers() -> list[str]:
        return [one.answer for one in stage.app.store.apart.of(ROLE)]

    for said in ("about me", "2", "stop", "about me", "3", "stop"):
        stage.say("Robin", said)
    assert answers() == ["Autumntide"]
    stage.say("Robin", "about me")
    stage.say("Robin", "rather not say")
    assert answers() == []
    for said in ("about me", "2", "2", "take back what I said about me"):
        stage.say("Robin", said)
    assert answers() == []
    for said in ("about me", "2", "2"):
        stage.say("Robin", said)
    assert "kept apart" in drawn(stage.say("Robin", "my data").blocks)
    env = {"ROLECALL_HOME": str(stage.home), "ROLECALL_SEEDS": "no-seeds"}
    kept = CliRunner().invoke(command_line, ("export", "7F3", "--everything"), env=env)
    assert {row["answer"] for row in json.loads(kept.output)["self_identified"]} == {
        "Summertide",
        "No",
    }
    assert len(answers()) == 2
    for said in ("erase my data", "yes"):
        stage.say("Robin", said)
    assert answers() == []


def test_k5_retention_erases_it_too(stage: Stage) -> None:
    asking(stage)
    sent(stage)
    for said in ("about me", "2"):
        stage.say("Robin", said)
    stage.now += timedelta(days=191)
    stage.app.clock.tick(stage.now)
    assert stage.app.store.apart.of(ROLE) == ()


def test_k5_the_team_hears_nothing_of_it(stage: Stage) -> None:
    asking(stage)
    sent(stage)
    for said in ("about me", "Autumntide"):
        stage.say("Robin", said)
    for said in ("impact", f"impact {ROLE}", "summary 7F3", "What is Candidate 7F3's season?"):
        told = drawn(stage.say(RECRUITER, said).blocks)
        assert "autumntide" not in told.casefold(), said
        assert "four fifths" not in told
    posts = stage.app.store.records.posts(ROLE)
    assert "autumntide" not in str(posts).casefold()
    assert "about yourself" not in str(posts)


@pytest.mark.parametrize("channel", CHANNELS)
def test_k5_in_every_channel_no_word_of_it_is_kept(stage: Stage, channel: str) -> None:
    asking(stage)
    stage.invite("Robin")
    with CHANNELS[channel](stage) as reader:
        reader.open()
        for said in TO_THE_END:
            reader.say(CANDIDATE, said)
        assert "Which season" in reader.say(CANDIDATE, "about me")
        assert "Do you like fog?" in reader.say(CANDIDATE, "Autumntide")
    assert in_database(stage, "Autumntide") == {"messages": 1, "self_identified": 1}


def test_k5_the_example_is_read_and_a_mistake_is_told() -> None:
    read = read_questionnaires(EXAMPLE.read_text("utf-8"))
    assert [one.id for one in read.of("any-role").categories] == ["gender", "age"]
    for wrong, told in (
        ("why = ", "no TOML"),
        ("why = 'x'\nroles = ['*']", "write one"),
        (SEASONS.replace("Summertide", "springtide"), "two answers are the same"),
        (SEASONS.replace("Summertide", "7"), "is a number"),
        (SEASONS.replace('"weather"', '"season"'), "id of its own"),
        (SEASONS.replace('"weather"', '"Fog!"'), "small letters"),
        (SEASONS.replace("why", "because"), "there is no “because”"),
    ):
        with pytest.raises(ValueError, match=told):
            read_questionnaires(wrong)


def test_k5_a_file_that_cannot_be_read_is_a_wrong_setting(tmp_path: Path) -> None:
    env = {"ROLECALL_HOME": str(tmp_path), "ROLECALL_SELF_IDENTIFICATION": str(tmp_path / "none")}
    result = CliRunner().invoke(command_line, ("doctor",), env=env)
    assert "ROLECALL_SELF_IDENTIFICATION is wrong" in str(result.exception)


# The figures


def people(**groups: tuple[int, int, int]) -> list[Person]:
    """So many of each group who were advanced, declined, and not decided on."""
    made = []
    for name, counts in groups.items():
        for verdict, count in zip((Verdict.ADVANCE, Verdict.DECLINE, None), counts, strict=True):
            made += [Person({"season": name}, verdict)] * count
    return made


def by_name(found: Compared) -> dict[str, Group]:
    return {group.name: group for group in found.groups}


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_k5_the_exact_test_is_scipys(a: int, b: int, c: int, d: int) -> None:
    if a + b and c + d:
        there = fisher_exact([[a, b], [c, d]]).pvalue
        assert exact(a, a + b, c, c + d) == pytest.approx(there, rel=1e-6, abs=1e-12)


def test_k5_a_rate_below_four_fifths_is_told_with_its_test() -> None:
    found = by_name(compared(SEASON, people(Spring=(20, 20, 3), Summer=(15, 25, 0))))
    spring, summer = found["Spring"], found["Summer"]
    assert (spring.finished, spring.decided, spring.advanced) == (43, 40, 20)
    assert spring.finding is Finding.HIGHEST
    assert summer.ratio == pytest.approx(0.75)
    assert summer.finding is Finding.BELOW
    assert summer.p == pytest.approx(fisher_exact([[15, 25], [20, 20]]).pvalue)
    level = by_name(compared(SEASON, people(Spring=(20, 20, 0), Summer=(16, 24, 0))))
    assert level["Summer"].finding is Finding.NOT_BELOW
    assert level["Summer"].ratio == pytest.approx(0.8)


def test_k5_of_one_to_four_advanced_no_count_is_told_but_the_most_it_can_be() -> None:
    summer = by_name(compared(SEASON, people(Spring=(20, 20, 0), Summer=(2, 38, 0))))["Summer"]
    assert (summer.advanced, summer.rate) == (None, None)
    assert summer.bound
    assert summer.ratio == pytest.approx((4 / 40) / (20 / 40))
    assert summer.finding is Finding.BELOW
    open_ = by_name(compared(SEASON, people(Spring=(20, 20, 0), Summer=(16, 4, 0))))["Summer"]
    assert (open_.advanced, open_.finding) == (None, Finding.HIGHEST)


@pytest.mark.parametrize(
    ("groups", "name"),
    [
        ({"Spring": (10, 10, 0), "Summer": (9, 10, 0)}, "Summer"),  # 19 decisions
        ({"Spring": (10, 10, 0), "Summer": (0, 0, 40)}, "Summer"),  # nothing decided
        ({"Spring": (0, 30, 0), "Summer": (0, 30, 0)}, "Summer"),  # nobody advanced
        ({"Spring": (5, 15, 0), "Summer": (4, 16, 0)}, "Summer"),  # 1 to 4 leave both open
        ({"Spring": (30, 30, 0)}, "Spring"),  # one group alone
    ],
)
def test_k5_too_few_to_say(groups: dict[str, tuple[int, int, int]], name: str) -> None:
    group = by_name(compared(SEASON, people(**groups)))[name]
    assert (group.finding, group.ratio, group.p) == (Finding.TOO_FEW, None, None)


def test_k5_a_group_of_one_to_four_is_hidden_and_cannot_be_worked_out() -> None:
    found = by_name(
        compared(SEASON, people(Spring=(30, 30, 0), Summer=(9, 9, 0), Autumn=(3, 0, 0)))
    )
    assert found["Autumn"] == Group("Autumn")
    assert found["Summer"] == Group("Summer")
    assert found["Spring"].advanced == 30
    two = people(Spring=(9, 9, 0), Summer=(1, 0, 0))
    assert all(group.finished is None for group in compared(SEASON, two).groups)


def decided(stage: Stage, number: int, season: str, verdict: Verdict) -> None:
    """Somebody who finished, chose a season, and was decided on."""
    role = stage.roles[0]
    name, at, kit = f"invented{number:08}", datetime(2027, 2, 1, 9, tzinfo=UTC), make_kit(role)
    invited = Invited(at, role.id, kit.version, role.version, f"Candidate N{number}", False)
    events = (Consented(at, "yes"), Finished(at), Decided(at, verdict, "invented", "U-ada"))
    incoming = Incoming(f"d{number}", f"c{number}", "U-ada", Audience.TEAM, "", at)
    apart = Told(stage.app.mark(name_of(name)), role.id, "2027-Q1", "season", season)
    opened = Open(name, invited, "Invented Person", f"token{number}", at, kit)
    changes = (opened, Append(name, 1, events), KeepApart(apart))
    stage.app.store.inbox.commit(incoming, Reply(()), changes)


def test_k5_the_command_joins_answers_and_decisions_by_the_hash(stage: Stage) -> None:
    asking(stage)
    for number in range(44):
        spring, advanced = number % 2, number % 4 in (1, 2) if number < 30 else number % 2
        verdict = Verdict.ADVANCE if advanced else Verdict.DECLINE
        decided(stage, number, "Springtide" if spring else "Autumntide", verdict)
    stage.app.store.inbox.commit(
        Incoming("lost", "c", "U-ada", Audience.TEAM, "", stage.now),
        Reply(()),
        (KeepApart(Told("of another secret", ROLE, "2027-Q1", "season", "Springtide")),),
    )
    env = {
        "ROLECALL_HOME": str(stage.home),
        "ROLECALL_SEEDS": "no-seeds",
        "ROLECALL_SELF_IDENTIFICATION": str(stage.home / "about.toml"),
    }

    def run(*said: str) -> str:
        result = CliRunner().invoke(command_line, ("impact", ROLE, *said), env=env)
        assert result.exit_code == 0, result.output
        return result.output

    told = run()
    assert "Springtide: 22 sent answers, 22 decided; 15 advanced (68%): highest rate" in told
    expected = f"ratio {(7 / 22) / (15 / 22):.2f}, exact test p = {exact(7, 22, 15, 22):.3f}"
    assert f"7 advanced (32%); {expected}: below four fifths" in told
    assert "Some answers belong to no screening" in told
    assert "People decided." in told
    data = json.loads(run("--json", "--since", "2027-Q1"))
    assert data["decided"] == 44
    assert data["categories"][0]["groups"][0]["advanced"] == 15
    assert json.loads(run("--json", "--since", "2027-Q2"))["invited"] == 0
    assert "invented0" not in told
    wrong = CliRunner().invoke(command_line, ("impact", ROLE, "--since", "spring"), env=env)
    assert wrong.exit_code == 2
