"""In a hiring channel each person sees the card as they may: Teams asks for it anew for each."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator  # type: ignore[import-untyped]
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.testclient import TestClient

from bot.channels.teams import own_views
from bot.channels.teams.access import Access
from bot.channels.teams.app import Own, teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.looking import LOOK
from bot.channels.teams.members import AGAIN, FRESH, MOST, Members
from bot.channels.teams.sender import TeamsSender
from bot.core.clock.policy import Policy
from bot.core.messages import Block, Incoming, Text
from bot.core.ratings import Level
from bot.core.wording import card as words
from bot.core.wording.fit import ERASED
from bot.dialogues.candidates.own_cards import OwnCards
from bot.dialogues.recruiting.filling_in import FillingIn
from bot.ports.delivery import Standing
from bot.settings.role_teams import TeamsInForce
from tests.channels.teams.microsoft import CARD_BYTES, FakeMicrosoft, error, page, utf16
from tests.channels.teams.samples import FIT_CARD
from tests.channels.teams.tenant import ADA, HIRING, RIA, Tenant, mention, personal
from tests.channels.teams.test_teams_dialogs import SCHEMA, inputs_of, office, shown
from tests.channels.turns_now import TurnsNow
from tests.features.deciding.team import Team, finished
from tests.recruiting.candidates import erased
from tests.recruiting.office import KEEPER, Office

__all__ = ["office"]

Json = dict[str, Any]
BO = "33333333-0000-4000-8000-0000000000cc"
CARD = "application/vnd.microsoft.card.adaptive"
BOTS = Level.IMPACT.words
VALIDATOR = Draft6Validator(json.loads(Path(SCHEMA).read_text(encoding="utf-8")))


@dataclass
class Channel:
    """The hiring channel with a candidate's card in it, and who looks at it."""

    tenant: Tenant
    team: Team
    policy: Policy = field(default_factory=Policy)
    number: str = ""

    def post(self) -> Json:
        """Posts the card as it is now, and notes where it stands."""
        (standing,) = self.tenant.turns.sender.send({"conversation": HIRING}, "k", self.team.card)
        posts = self.team.office.store.records.posts(KEEPER)
        post = next(one for one in posts if ":finished:" in one.id)
        self.team.office.store.standings.note([Standing(post.id, "teams", standing)])
        self.number = standing["activity"]
        return self.shared

    @property
    def shared(self) -> Json:
        """The card that everybody sees first."""
        card: Json = self.tenant.microsoft.posts(HIRING)[-1]["attachments"][0]["content"]
        return card

    def asks(self, person: str, trigger: str = "automatic", **more: Any) -> Json:
        """What Teams sends when this person sees the card."""
        action = {"type": "Action.Execute", "id": "", "verb": LOOK, "data": {}}
        value = {"action": action, "trigger": trigger}
        told = {"type": "invoke", "name": "adaptiveCard/action", "id": f"look-{person}"}
        where = mention("", HIRING, person, replyToId=self.number, **told, value=value)
        return {**where, "entities": [], **more}

    def look(self, person: str, **more: Any) -> Json:
        """The card as this person sees it."""
        answer = self.tenant.send(self.asks(person, **more))
        assert answer.status_code == 200
        told: Json = answer.json()
        assert (told["statusCode"], told["type"]) == (200, CARD)
        assert wrong_in(told["value"]) == []
        assert told["value"]["refresh"]["userIds"] == [f"29:{person}"]
        card: Json = told["value"]
        return card


@pytest.fixture
def channel(microsoft: FakeMicrosoft, config: TeamsConfig, office: Office) -> Iterator[Channel]:
    holder: list[Channel] = []
    teams = TeamsInForce("", office.store.role_teams.all, lambda *_: False)
    office.ports = replace(
        office.ports,
        role_teams=teams,
        policies=lambda _: holder[0].policy if holder else Policy(),
    )
    office.bot = type(office.bot)(office.ports)
    both = replace(config, recruiters=frozenset({RIA, BO}))
    microsoft.members = {HIRING: [f"29:{one}" for one in (RIA, BO, ADA)]}
    turns = TurnsNow("teams", TeamsSender(both), {"conversation": HIRING}, office.bot.handle)
    forms, own = FillingIn(office.ports), OwnCards(office.ports)
    routes = teams_routes(both, turns, forms, own=Own(own))
    with TestClient(Starlette(routes=list(routes))) as client:
        holder.append(Channel(Tenant(microsoft, turns, client), finished(office)))
        yield holder[0]


def wrong_in(card: Json) -> list[str]:
    """What is not of Adaptive Cards 1.5; its width is Teams' own."""
    assert card["msteams"] == {"width": "Full"}
    plain = {name: value for name, value in card.items() if name != "msteams"}
    return [wrong.message for wrong in VALIDATOR.iter_errors(plain)]


def buttons(card: Json) -> list[str]:
    return [action["title"] for part in card["body"] for action in part.get("actions", [])]


def test_the_card_of_a_channel_is_asked_for_anew_by_each_member(channel: Channel) -> None:
    posted = channel.post()
    assert posted["refresh"]["action"]["verb"] == LOOK
    assert posted["refresh"]["userIds"] == [f"29:{one}" for one in (RIA, ADA, BO)]
    assert wrong_in(posted) == []
    assert "Advance" in buttons(posted), "who is never asked anew can act on it too"
    picture = channel.tenant.microsoft.posts(HIRING)[-1]["attachments"][1]["content"]
    assert picture["body"][0]["type"] == "Image"
    assert "refresh" not in picture
    place = {"conversation": HIRING, "activity": channel.number}
    channel.tenant.turns.sender.replace(place, "r", channel.team.card)
    assert channel.shared["refresh"] == posted["refresh"]
    assert channel.tenant.microsoft.members_asked == 1


def test_who_works_on_the_role_gets_the_buttons_and_others_do_not(channel: Channel) -> None:
    channel.post()
    assert buttons(channel.look(RIA)) == buttons(channel.shared)
    others = channel.look(ADA)
    assert buttons(others) == []
    assert words.READ_ALONG in shown(others)
    assert BOTS in shown(others), "what the whole channel reads"
    told = channel.team.say(f"only {BO} works on Lighthouse Keeper", BO, "dm-bo")
    assert BO in told
    assert buttons(channel.look(RIA)) == [], "a recruiter, and not of this role"
    assert buttons(channel.look(BO)) == buttons(channel.shared)


def test_looking_changes_nothing_and_is_written_down_nowhere(channel: Channel) -> None:
    channel.post()
    before, posts = channel.team.log, len(channel.tenant.microsoft.posts(HIRING))
    assert channel.look(RIA) == channel.look(RIA) == channel.look(RIA, trigger="manual")
    assert channel.team.log == before
    assert channel.tenant.turns.heard == []
    assert len(channel.tenant.microsoft.posts(HIRING)) == posts
    pressed = channel.asks(RIA)
    pressed["value"]["action"] |= {"verb": "say", "data": {"typed": "undo 7F3"}}
    assert channel.tenant.send(pressed).json()["statusCode"] == 400, "nobody pressed it"
    assert channel.tenant.turns.heard == []


def test_rated_blind_levels_are_seen_by_whoever_has_rated(channel: Channel) -> None:
    channel.policy = Policy(blind_first=True)
    channel.team.say("note: read")
    channel.post()
    for card in (channel.shared, channel.look(RIA), channel.look(ADA)):
        assert BOTS not in shown(card)
    rate = next(
        action
        for part in channel.look(RIA)["body"]
        for action in part.get("actions", [])
        if action["title"] == words.RATE
    )
    asked = {**channel.asks(RIA), "name": "task/fetch", "value": {"data": rate["data"]}}
    form = channel.tenant.send(asked).json()
    (level,) = inputs_of(form)
    assert [one["value"] for one in level["choices"]] == [one.words for one in Level]
    (hand_in,) = form["task"]["value"]["card"]["content"]["actions"]
    for number, given in enumerate(({}, {"1": "described"}, {"1": "described"})):
        filled = {"name": "task/submit", "value": {"data": {**hand_in["data"], **given}}}
        told = channel.tenant.send({**channel.asks(RIA, id=f"s{number}"), **filled}).json()
        assert ("Kept: your levels" in shown(told)) is bool(given)
    assert BOTS in shown(channel.look(RIA))
    assert words.RATE not in buttons(channel.look(RIA))
    for person in (BO, ADA):
        assert BOTS not in shown(channel.look(person))
    assert BOTS not in shown(channel.post()), "the channel's own card waits for the decision"
    channel.team.say("advance because of the lens")
    assert BOTS in shown(channel.look(BO))


def test_a_name_is_on_nobodys_card_also_where_it_was_shown(channel: Channel) -> None:
    channel.post()
    told = channel.team.say(f"reveal {channel.team.code}: to call them", RIA, "dm-ria")
    assert "Ottoline" in told
    assert "Ottoline" not in shown(channel.look(RIA))


def test_under_an_erased_card_there_is_the_notice(channel: Channel) -> None:
    channel.post()
    erased(channel.team.office, channel.team.screening)
    for person in (RIA, ADA):
        card = channel.look(person)
        assert ERASED in shown(card)
        assert buttons(card) == []


def test_what_cannot_be_shown_stays_as_it_is(
    channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel.post()
    tenant = channel.tenant
    assert tenant.send(channel.asks(RIA), token="wrong").status_code == 401
    elsewhere = {**personal(None, RIA)["conversation"], "id": "19:other@thread.tacv2"}
    wrong: Any
    for wrong in (
        {"replyToId": "no-such-card"},
        {"replyToId": 7},
        {"conversation": elsewhere},
        {"conversation": None},
        {"from": {}},
    ):
        answer = tenant.send(channel.asks(RIA, **wrong))
        assert (answer.status_code, answer.json()["statusCode"]) == (200, 400), wrong

    def slowly(self: OwnCards, incoming: Incoming) -> tuple[Block, ...]:
        time.sleep(0.2)
        return (Text("late"),)

    def broken(self: OwnCards, incoming: Incoming) -> tuple[Block, ...]:
        raise OSError("the disk is full")

    monkeypatch.setattr(own_views, "SECONDS", 0.02)
    for fails in (slowly, broken):
        monkeypatch.setattr(OwnCards, "of", fails)
        assert tenant.send(channel.asks(RIA)).json()["statusCode"] == 400


@pytest.mark.parametrize("people", [MOST, MOST + 1])
def test_with_more_people_than_teams_asks_for_all_see_the_same(
    sender: TeamsSender, microsoft: FakeMicrosoft, people: int
) -> None:
    microsoft.members = {HIRING: ["28:bot", *(f"29:{n:02}" for n in range(people))]}
    microsoft.members_page = 50
    for key in ("1", "2"):
        sender.send({"conversation": HIRING}, key, FIT_CARD)
    for post in microsoft.posts(HIRING):
        card = post["attachments"][0]["content"]
        assert ("refresh" in card) is (people == MOST)
        assert utf16(card) <= CARD_BYTES
    assert microsoft.members_asked == 2, "each page once, and then it is known"


def test_where_ids_have_no_room_teams_is_left_to_ask_for_everybody(
    sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    microsoft.members = {HIRING: [f"29:{n:0200}" for n in range(MOST)]}
    sender.send({"conversation": HIRING}, "k", FIT_CARD)
    (post,) = microsoft.posts(HIRING)
    card = post["attachments"][0]["content"]
    assert card["refresh"]["action"]["verb"] == LOOK
    assert "userIds" not in card["refresh"]
    assert wrong_in(card) == []
    assert utf16(card) <= CARD_BYTES


@pytest.mark.parametrize(
    "refusal",
    [
        error(403, "BotNotInConversationRoster"),
        error(500, "ServiceError"),
        error(401, "Unauthorized"),
        page(200),
        page(502),
    ],
)
def test_where_teams_tells_no_members_the_card_is_posted_without(
    sender: TeamsSender, microsoft: FakeMicrosoft, refusal: Response
) -> None:
    microsoft.members_refused = refusal
    for key in ("1", "2"):
        sender.send({"conversation": HIRING}, key, FIT_CARD)
    assert [len(post["attachments"]) for post in microsoft.posts(HIRING)] == [1, 1]
    assert "refresh" not in str(microsoft.posts(HIRING))
    assert microsoft.members_asked == 1, "not asked again at once"


def test_what_is_known_of_members_gets_old(config: TeamsConfig, microsoft: FakeMicrosoft) -> None:
    now = [0.0]
    members = Members(Access(config), lambda: now[0])
    microsoft.members = {HIRING: ["29:a"]}
    assert members.of(HIRING, f"{microsoft.url}/") == ("29:a",)
    microsoft.members = {HIRING: ["29:a", "29:b"]}
    assert members.of(HIRING, microsoft.url) == ("29:a",)
    now[0] = FRESH
    assert members.of(HIRING, microsoft.url) == ("29:a", "29:b")
    now[0] += FRESH
    assert members.of(HIRING, "http://127.0.0.1:9") == ()
    now[0] += AGAIN
    assert members.of(HIRING, microsoft.url) == ("29:a", "29:b")


def test_a_card_elsewhere_than_in_a_channel_is_not_asked_for_anew(
    sender: TeamsSender, microsoft: FakeMicrosoft
) -> None:
    microsoft.members = {HIRING: ["29:a"], "a:1": ["29:a"]}
    for address in (
        {"conversation": "a:1"},
        {"conversation": f"{HIRING};messageid=17"},
        {"conversation": HIRING, "reply_to": "17"},
    ):
        sender.send(address, "k", FIT_CARD)
    sender.send({"conversation": HIRING}, "k", (Text("A note."),))
    assert microsoft.members_asked == 0
    assert "refresh" not in str(microsoft.rooms)
