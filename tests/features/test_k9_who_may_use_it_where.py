"""K9: who may use it is listed by role, person and channel; the others see nothing of it."""

from dataclasses import replace

import pytest

from bot.bot import Bot
from bot.briefs.reading import read_brief
from bot.core.forms import Wanted
from bot.core.messages import Attachment, Incoming, Origin
from bot.core.plain import plain
from bot.core.roles import Audience
from bot.core.team.hiring_changes import ChooseTeam
from bot.dialogues.recruiting.allowed import works_on
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.dialogues.recruiting.overview import Overview
from bot.settings.role_teams import TeamsInForce, read_teams
from bot.storage.store import open_store
from tests.channels.readers import CANDIDATE as SOMEBODY
from tests.channels.readers import CHANNELS, RECRUITER
from tests.channels.web.clients import recruiter, stranger
from tests.channels.web.fakes import World
from tests.channels.web.sample import PSEUDONYM, ROLE, SCREENING
from tests.dialogues.stage import Stage
from tests.recruiting.office import BAKER, CANDIDATE, KEEPER, KEEPER_BRIEF, NOON, Office, words

RIA, GIA = "slack:T0:U0RIA", "slack:T0:U0GIA"
GROUPS = {"S0BAKERS": {"U0GIA"}, "admins": {"U0ADM"}}


def in_slack(person: str, name: str) -> bool:
    user = person.rpartition(":")[2]
    return user == name or user in GROUPS.get(name, ())


@pytest.fixture
def shared(office: Office) -> Office:
    """An office where the settings give the night baker to a user group."""
    teams = TeamsInForce(f"{BAKER}=S0BAKERS", office.store.role_teams.all, in_slack)
    office.ports = replace(office.ports, role_teams=teams)
    office.bot = Bot(office.ports)
    return office


def says(office: Office, person: str, text: str, role: str = "", **more: object) -> str:
    message = Incoming(office._next_id(), f"dm-{person}", person, Audience.TEAM, text, NOON, role)
    return words(office.bot.handle(replace(message, **more)))  # type: ignore[arg-type]


NO = "You are not among those who work on Night Baker"


def test_whoever_does_not_work_on_a_role_gets_a_polite_no(shared: Office) -> None:
    for said in ("use Night Baker", "What does a night baker do?", "who works on Night Baker?"):
        assert NO in says(shared, RIA, said)
        assert NO not in says(shared, GIA, said)
    assert NO in says(shared, RIA, "show the kit", role=BAKER)
    assert shared.store.kits.approved(BAKER) is None


def test_nothing_of_the_role_is_seen_by_others(shared: Office) -> None:
    says(shared, GIA, "use Night Baker")
    says(shared, GIA, "approve the kit")
    says(shared, GIA, f"invite {CANDIDATE}")
    [entry] = shared.store.screenings.entries()
    shared.candidate("Does it pay in shells?", "dm-kim")
    says(shared, GIA, "ask the team: Is there an oven?")
    [question] = shared.store.questions.of(BAKER)
    for said in ("roles", "summary", "status", "questions", "help"):
        told = says(shared, RIA, said)
        assert "Baker" not in told
        assert entry.pseudonym not in told
        assert "oven" not in told
    assert "no screening" in says(shared, RIA, f"decide {entry.pseudonym}: decline because no")
    assert "no screening" in says(shared, RIA, f"summary {entry.pseudonym}")
    assert "There is no question" in says(shared, RIA, f"answer {question.number} Yes.")
    assert entry.pseudonym in says(shared, GIA, "summary")
    home = plain(Overview(shared.ports).page(Audience.TEAM, RIA))
    assert "Baker" not in home
    assert "Baker" in plain(Overview(shared.ports).page(Audience.TEAM, GIA))


def test_forms_offer_and_take_only_ones_own_roles(shared: Office) -> None:
    for person, count in ((RIA, 1), (GIA, 2)):
        asks = Incoming("m", f"dm-{person}", person, Audience.TEAM, "invite", NOON)
        form = FillingIn(shared.ports).form(Wanted("invite"), asks)
        assert form
        assert len(form.fields[1].options) == count


def test_a_brief_is_no_way_into_somebody_elses_role(shared: Office) -> None:
    brief = KEEPER_BRIEF.replace("Lighthouse Keeper", "Night Baker").encode()
    shared.bot = Bot(replace(shared.ports, fetch=lambda _: brief))
    file = Attachment(f"{BAKER}.md", "", 0, Origin("slack", ()))
    assert NO in says(shared, RIA, "", attachment=file, files=1)
    other = replace(file, name="mine.md")
    says(shared, RIA, "", attachment=other, files=1)
    assert NO in says(shared, RIA, f"add the brief as {BAKER}")


def test_a_choice_in_words_wins_over_the_settings(shared: Office) -> None:
    told = says(shared, GIA, "Only @U0RIA, S0BAKERS and the admins work on Night Baker.")
    assert "U0RIA, S0BAKERS, admins" in told
    says(shared, RIA, "use Night Baker")
    assert "Kit for Night Baker" in says(shared, RIA, "show the kit")
    assert NO not in says(shared, "slack:T0:U0ADM", "use Night Baker")
    assert NO in says(shared, "slack:T0:U0EVE", "use Night Baker")
    says(shared, RIA, "everybody works on Night Baker")
    assert NO not in says(shared, "slack:T0:U0EVE", "use Night Baker")


def test_nobody_locks_themselves_out(shared: Office) -> None:
    assert "would not be among them yourself" in says(shared, RIA, f"only U0GIA works on {KEEPER}")
    assert "do not know who" in says(shared, RIA, f"only Gia works on {KEEPER}")
    assert shared.store.role_teams.all() == ()


def test_a_candidate_and_whoever_sits_at_the_machine_are_not_kept_out(shared: Office) -> None:
    asked = shared.candidate("What are the requirements of Night Baker?")
    assert "Sourdough" in words(asked)
    assert NO not in says(shared, "recruiter", "use Night Baker")


def test_who_works_where_is_read_once_and_each_name_looked_up_once(office: Office) -> None:
    asked: list[str] = []

    def looked_up(person: str, name: str) -> bool:
        asked.append(name)
        return in_slack(person, name)

    def chosen() -> tuple[ChooseTeam, ...]:
        asked.append("")
        return (ChooseTeam("role-7", ("U0GIA",), GIA, NOON),)

    may = works_on(TeamsInForce("*=S0BAKERS, admins", chosen, looked_up), RIA)
    assert not any(may(f"role-{number}") for number in range(1000))
    assert sorted(asked) == ["", "S0BAKERS", "U0GIA", "admins"]


def test_a_choice_made_with_one_program_holds_in_the_other(shared: Office, url: str) -> None:
    other = open_store(url, read_brief)
    assert other.role_teams.all() == ()
    for names in ("U0RIA and U0GIA", "U0GIA"):
        says(shared, GIA, f"only {names} work on Night Baker")
        [choice] = other.role_teams.all()
        assert choice.members == tuple(names.split(" and "))
    other.close()


def test_in_teams_a_person_is_named_by_their_object_id(office: Office) -> None:
    ria = "00000000-0000-0000-0000-00000000000a"
    teams = TeamsInForce(f"*={ria.upper()}", tuple, in_slack)
    assert teams.belongs(ria, ria.upper())
    assert not teams.belongs(ria.replace("a", "b"), ria)


def test_the_setting_says_what_is_wrong_with_it() -> None:
    assert read_teams("a=U0RIA, S0HR; *=admins; a=U0GIA") == {
        "a": ("U0RIA", "S0HR", "U0GIA"),
        "*": ("admins",),
    }
    for wrong in ("a", "a=", "=U0RIA", "a=U0RIA; b"):
        with pytest.raises(ValueError, match="is not of the form ROLE=NAME"):
            read_teams(wrong)


def test_k9_in_slack_people_and_channels_are_listed(stage: Stage) -> None:
    with CHANNELS["Slack"](stage) as reader:
        assert "These are the questions every candidate gets" in reader.say(
            RECRUITER, "show the kit"
        )
        told = reader.say(SOMEBODY, "show the kit")
        assert "These are the questions" not in told
        assert "hiring signals" not in reader.say(SOMEBODY, "What are the hiring signals?").lower()
        workspace = reader.workspace
        workspace.mention("show the kit", user="U0RIA")
        assert "These are the questions" not in str(workspace.slack.messages[-1])


def test_k9_on_the_web_only_who_has_signed_in_sees_the_teams_pages() -> None:
    world = World()
    for path in ("/", f"/roles/{ROLE.id}/channel", f"/screenings/{SCREENING}"):
        shut = stranger(world).get(path)
        assert shut.status_code in (401, 403)
        assert PSEUDONYM not in shut.text
        assert recruiter(world).get(path).status_code == 200
