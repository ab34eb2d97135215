"""Installing an app from its page: to Slack and back, and nothing is kept where that is not so."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import Response

from bot.briefs.reading import read_brief
from bot.channels.slack.config import App, OAuth, SlackConfig
from bot.channels.slack.manifest import Way, manifest, scopes_of
from bot.channels.slack.oauth import AUTHORIZE, Kept, oauth_routes
from bot.storage.store import Store, open_store
from tests.channels.slack.fake_api import (
    CLIENT,
    CLIENT_SECRET,
    FakeSlack,
    Json,
    broken,
    slow_down,
)
from tests.loopback import running

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOST = "https://rolecall.example"
BACK = f"{HOST}/slack/oauth_redirect"


@dataclass
class Browser:
    """An administrator's browser: it goes to Slack's page and is sent back from there."""

    url: str
    slack: FakeSlack
    store: Store
    now: datetime = NOW
    cookies: dict[str, str] = field(default_factory=dict)
    page: str = ""
    status: int = 0

    def begin(self) -> dict[str, str]:
        """Open the page to install; what is asked of Slack."""
        answer = self._get("/slack/install")
        assert answer.status_code == 302
        address = answer.headers["location"]
        assert address.startswith(f"{AUTHORIZE}?")
        return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}

    def come_back(self, **told: str) -> int:
        """Slack sends the browser back."""
        answer = self._get("/slack/oauth_redirect", told)
        self.page, self.status = answer.text, answer.status_code
        return self.status

    def agree(self, **given: object) -> int:
        """The whole way, with what Slack gives in the end."""
        asked = self.begin()
        self.slack.codes["a-code"] = grant(**given)
        return self.come_back(code="a-code", state=asked["state"])

    @property
    def installed(self) -> list[str]:
        return [one.workspace for one in self.store.installations.all("slack")]

    def _get(self, path: str, params: dict[str, str] | None = None) -> httpx.Response:
        with httpx.Client(trust_env=False, timeout=10) as client:
            kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            answer = client.get(f"{self.url}{path}", params=params, headers={"cookie": kept})
        for said in answer.headers.get_list("set-cookie"):
            name, _, value = said.partition(";")[0].partition("=")
            self.cookies[name] = "" if "Max-Age=0" in said else value
            assert "HttpOnly" in said or "Max-Age=0" in said
        return answer


def grant(**given: object) -> Json:
    """What Slack gives for a code."""
    return {
        "access_token": "xoxb-of-t1",
        "token_type": "bot",
        "scope": "chat:write,im:history",
        "bot_user_id": "U1BOT",
        "team": {"id": "T1", "name": "Lamps & Co"},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": "U1ADMIN"},
        "back": [BACK],
        **given,
    }


@pytest.fixture
def several(config: SlackConfig) -> SlackConfig:
    oauth = OAuth(CLIENT, CLIENT_SECRET, frozenset({"T1", "E1"}), HOST)
    return replace(config, bot_token="", oauth=oauth)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(
        f"sqlite:///{tmp_path / 'r.db'}", read_brief, key_of=lambda purpose: b"k" * 32
    )
    yield opened
    opened.close()


@pytest.fixture
def browser(slack: FakeSlack, several: SlackConfig, store: Store) -> Iterator[Browser]:
    made = Browser("", slack, store)
    kept = Kept(store.installations, store.install_states, lambda: made.now)
    with running(Starlette(routes=oauth_routes(several, kept))) as url:
        made.url = url
        yield made


def test_an_app_is_installed_and_its_token_kept(browser: Browser) -> None:
    asked = browser.begin()
    assert asked["client_id"] == CLIENT
    assert asked["redirect_uri"] == BACK
    assert asked["scope"].split(",") == list(scopes_of(App.RECRUITER))
    assert browser.agree() == 200
    assert "Lamps &amp; Co" in browser.page
    kept = browser.store.installations.find("slack", "T1")
    assert kept
    assert (kept.token, kept.name, kept.bot, kept.by) == (
        "xoxb-of-t1",
        "Lamps & Co",
        "U1BOT",
        "U1ADMIN",
    )
    assert kept.scopes == ("chat:write", "im:history")
    assert "xoxb" not in repr(kept)


@pytest.mark.parametrize("app", App)
def test_slack_sends_back_to_where_the_manifest_says(
    several: SlackConfig, store: Store, app: App
) -> None:
    kept = Kept(store.installations, store.install_states, lambda: NOW)
    _, end = oauth_routes(replace(several, app=app), kept)
    made = manifest(app, HOST, Way(several=True))
    assert made["oauth_config"]["redirect_urls"] == [HOST + end.path]
    assert made["oauth_config"]["scopes"]["bot"] == list(scopes_of(app))


def test_an_organization_installs_it_for_all_its_workspaces(browser: Browser) -> None:
    whole = {"id": "E1", "name": "Harbour Group"}
    assert browser.agree(team=None, enterprise=whole, is_enterprise_install=True) == 200
    assert browser.installed == ["E1"]


@pytest.mark.parametrize("where", ["tampered", "empty", "of another", "long", "no cookie"])
def test_a_state_that_is_not_this_browsers_is_refused(browser: Browser, where: str) -> None:
    state = browser.begin()["state"]
    browser.slack.codes["a-code"] = grant()
    other = Browser(browser.url, browser.slack, browser.store).begin()["state"]
    if where == "no cookie":
        browser.cookies.clear()
    sent = {
        "tampered": state[:-1] + ("A" if state[-1] != "A" else "B"),
        "empty": "",
        "of another": other,
        "long": state * 20,
    }
    assert browser.come_back(code="a-code", state=sent.get(where, state)) == 400
    assert "was not installed" in browser.page
    assert browser.installed == []
    assert browser.slack.codes, "the code was not spent"


def test_a_cookie_alone_that_somebody_set_opens_nothing(browser: Browser) -> None:
    name = "rolecall-install-slack"
    browser.cookies[name] = "made-up"
    assert browser.come_back(code="a-code", state="made-up") == 400


def test_a_state_is_good_once(browser: Browser) -> None:
    state = browser.begin()["state"]
    cookie = dict(browser.cookies)
    browser.slack.codes["a-code"] = grant()
    assert browser.come_back(code="a-code", state=state) == 200
    browser.slack.codes["another"] = grant(team={"id": "T1", "name": "Again"})
    browser.cookies = cookie
    assert browser.come_back(code="another", state=state) == 400
    found = browser.store.installations.find("slack", "T1")
    assert found
    assert found.name == "Lamps & Co"


@pytest.mark.parametrize(("minutes", "status"), [(9, 200), (11, 400)])
def test_a_state_is_good_for_ten_minutes(browser: Browser, minutes: int, status: int) -> None:
    state = browser.begin()["state"]
    browser.slack.codes["a-code"] = grant()
    browser.now += timedelta(minutes=minutes)
    assert browser.come_back(code="a-code", state=state) == status
    assert browser.installed == (["T1"] if status == 200 else [])


def test_a_state_of_the_other_app_is_refused(browser: Browser) -> None:
    state = browser.store.install_states.issue("slack-prescreen", NOW)
    browser.cookies["rolecall-install-slack"] = state
    assert browser.come_back(code="a-code", state=state) == 400


def test_whoever_declines_is_told_kindly_and_the_state_is_used_up(browser: Browser) -> None:
    state = browser.begin()["state"]
    cookie = dict(browser.cookies)
    assert browser.come_back(error="access_denied", state=state) == 200
    assert "did not agree" in browser.page
    browser.cookies = cookie
    browser.slack.codes["a-code"] = grant()
    assert browser.come_back(code="a-code", state=state) == 400
    assert browser.installed == []


@pytest.mark.parametrize(
    "given",
    [
        {"refresh_token": "xoxe-1"},
        {"access_token": ""},
        {"token_type": "user"},
        {"team": {"id": ""}},
        {"back": ["https://x"]},
    ],
)
def test_what_slack_does_not_give_whole_is_not_kept(
    browser: Browser, given: dict[str, object]
) -> None:
    assert browser.agree(**given) == 400
    assert browser.installed == []


@pytest.mark.parametrize("failure", [slow_down(1), broken()])
def test_where_slack_is_away_nothing_is_kept(browser: Browser, failure: Response) -> None:
    state = browser.begin()["state"]
    browser.slack.failing.append(failure)
    assert browser.come_back(code="a-code", state=state) == 502
    assert "could not be reached" in browser.page
    assert browser.installed == []


def test_another_workspace_gets_a_no_and_its_permission_back(browser: Browser) -> None:
    stranger = {"id": "T9", "name": "<b>Elsewhere</b>"}
    assert browser.agree(team=stranger, access_token="xoxb-of-t9") == 403
    assert "&lt;b&gt;Elsewhere&lt;/b&gt; (T9)" in browser.page
    assert "ROLECALL_SLACK_WORKSPACES" in browser.page
    assert browser.installed == []
    assert "xoxb-of-t9" not in browser.slack.tokens


def test_a_page_of_ours_runs_nothing_and_tells_no_other_site_the_code(browser: Browser) -> None:
    with httpx.Client(trust_env=False) as client:
        answer = client.get(f"{browser.url}/slack/oauth_redirect", params={"state": "<script>"})
        begun = client.get(f"{browser.url}/slack/install")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "<script" not in answer.text
    cookie = begun.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "Secure", "SameSite=lax", "Path=/slack"))


def test_without_a_client_id_there_is_no_such_page(config: SlackConfig, store: Store) -> None:
    kept = Kept(store.installations, store.install_states, lambda: NOW)
    assert oauth_routes(config, kept) == []
