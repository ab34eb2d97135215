"""People at each channel, with the real bot behind it: what they say, and what they then read."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from html import unescape
from io import StringIO
from itertools import count
from typing import Any, Protocol

from rich.console import Console
from starlette.applications import Starlette
from starlette.testclient import TestClient

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.routes import slack_routes
from bot.channels.slack.sender import SlackSender
from bot.channels.teams.app import teams_routes
from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.sender import TeamsSender
from bot.channels.terminal.app import TerminalChat
from bot.channels.terminal.parse import chat_of
from bot.channels.web.app import web_app
from bot.channels.web.parts import WebParts
from bot.channels.web.uploads import Uploads
from bot.core.messages import Block, Incoming, Reply
from bot.core.roles import Audience
from bot.dialogues.candidates.asking_candidates import answer_by_id
from bot.dialogues.candidates.comparing import of_role
from bot.dialogues.candidates.funnels import funnel_of
from bot.dialogues.candidates.levels import screened_by_id
from tests.channels.slack.fake_api import TOKEN, FakeSlack
from tests.channels.slack.workspace import SECRET, Workspace
from tests.channels.teams.drawn import shown
from tests.channels.teams.microsoft import APP, ISSUER, PASSWORD, TENANT, FakeMicrosoft
from tests.channels.teams.tenant import ADA, HIRING, RIA, Tenant, personal
from tests.channels.turns_now import TurnsNow
from tests.dialogues.stage import Stage
from tests.loopback import running

RECRUITER, CANDIDATE = "recruiter", "candidate"


@dataclass
class Behind:
    """The bot behind a channel: every message comes when the stage's clock says."""

    stage: Stage
    blocks: tuple[Block, ...] = ()

    def take(self, incoming: Incoming) -> Reply:
        stage = self.stage
        reply = stage.bot.handle(replace(incoming, at=stage.now, name=""))
        stage.now += timedelta(seconds=40)
        self.blocks = reply.blocks
        return reply

    def submit(self, channel: str, incoming: Incoming, address: object) -> None:
        raise AssertionError("only the channels that send submit")


class Reader(Protocol):
    """Somebody at one channel."""

    behind: Behind

    def open(self) -> str:
        """The candidate opens their invitation; what they read."""
        ...

    def say(self, who: str, text: str) -> str:
        """Somebody says something; what they read."""
        ...


@dataclass
class InTerminal:
    behind: Behind

    def __post_init__(self) -> None:
        self._numbers = count(1)
        self._chats: dict[str, TerminalChat] = {}
        self._screens: dict[str, StringIO] = {}

    def open(self) -> str:
        return self.say(CANDIDATE, "")

    def say(self, who: str, text: str) -> str:
        chat = self._chats.get(who) or self._chat(who)
        screen = self._screens[who]
        before = len(screen.getvalue())
        chat.say(text)
        return screen.getvalue()[before:]

    def _chat(self, who: str) -> TerminalChat:
        stage = self.behind.stage
        self._screens[who] = StringIO()
        console = Console(file=self._screens[who], width=5000)
        screening = stage.invited[-1] if who == CANDIDATE else ""
        audience = Audience.TEAM if who == RECRUITER else Audience.CANDIDATE
        chat = chat_of(audience, stage.roles[0].id, screening, stage.now)
        made = TerminalChat(
            self.behind.take, chat, console, lambda: f"t{next(self._numbers)}", lambda: stage.now
        )
        self._chats[who] = made
        return made


@dataclass
class OnTheWeb:
    behind: Behind

    def __post_init__(self) -> None:
        stage, numbers = self.behind.stage, count(1)
        store, ports = stage.app.store, stage.app.ports
        parts = WebParts(
            turns=self.behind,
            roles=store.roles,
            screenings=store.screenings,
            records=store.records,
            questions=store.questions,
            sign_ins=store.sign_ins,
            screened=partial(screened_by_id, ports),
            ask=partial(answer_by_id, ports),
            compare=partial(of_role, ports),
            funnel=partial(funnel_of, ports),
            hand_over=stage.app.handing_over.by_id,
            clock=lambda: stage.now,
            new_id=lambda: f"w{next(numbers)}",
            loopback=True,
            uploads=Uploads(),
        )
        base = "http://localhost:8000"
        self._client = TestClient(web_app(parts), base, client=("127.0.0.1", 50000))

    def open(self) -> str:
        return _read(self._client.get(self._path(CANDIDATE)).text)

    def say(self, who: str, text: str) -> str:
        part = {"rolecall-part": "exchange"}
        answer = self._client.post(self._path(who), data={"text": text}, headers=part)
        assert answer.status_code == 200
        return _read(answer.text)

    def _path(self, who: str) -> str:
        stage = self.behind.stage
        return f"/c/{stage.tokens[-1]}" if who == CANDIDATE else f"/?role={stage.roles[0].id}"


@dataclass
class InSlack:
    behind: Behind
    workspace: Workspace

    def open(self) -> str:
        return self.say(CANDIDATE, f"start {self.behind.stage.tokens[-1]}")

    def say(self, who: str, text: str) -> str:
        before = len(self.workspace.slack.messages)
        place = ("U0RIA", "D0RIA") if who == RECRUITER else ("U0ADA", "D0ADA")
        self.workspace.direct(text, user=place[0], channel=place[1])
        new = self.workspace.slack.messages[before:]
        return "\n".join(text for message in new for text in _texts(message.get("blocks", ())))


@dataclass
class InTeams:
    behind: Behind
    tenant: Tenant

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def open(self) -> str:
        return self.say(CANDIDATE, f"start {self.behind.stage.tokens[-1]}")

    def say(self, who: str, text: str) -> str:
        person = RIA if who == RECRUITER else ADA
        before = len(self.tenant.microsoft.posts(f"a:{person}"))
        sent = self.tenant.send(personal(text, person, id=str(next(self._numbers))))
        assert sent.status_code == 202
        new = self.tenant.microsoft.posts(f"a:{person}")[before:]
        return "\n".join(
            line
            for post in new
            for line in (shown(post.get("text") or ""), *_texts(post.get("attachments", ())))
        )


def _read(html: str) -> str:
    """The words of a page; between two elements there is room."""
    return unescape(re.sub(r"<[^>]*>", " ", html))


def _texts(part: Any) -> Iterator[str]:
    """Every text that a card or a list of blocks shows, in order."""
    if isinstance(part, list | tuple):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, dict):
        for name in ("text", "title"):
            if isinstance(part.get(name), str):
                yield shown(part[name]) if part.get("type") == "mrkdwn" else part[name]
        yield from _texts([v for v in part.values() if isinstance(v, dict | list)])


@contextmanager
def _terminal(stage: Stage) -> Iterator[InTerminal]:
    yield InTerminal(Behind(stage))


@contextmanager
def _web(stage: Stage) -> Iterator[OnTheWeb]:
    yield OnTheWeb(Behind(stage))


@contextmanager
def _slack(stage: Stage) -> Iterator[InSlack]:
    fake, behind = FakeSlack(), Behind(stage)
    with running(fake.app()) as api:
        config = SlackConfig(
            bot_token=TOKEN,
            signing_secret=SECRET,
            recruiters=frozenset({"U0RIA"}),
            api_url=f"{api}/api/",
        )
        turns = TurnsNow("slack", SlackSender(config), {"channel": "C0HIRING"}, behind.take)
        with running(Starlette(routes=list(slack_routes(config, turns)))) as url:
            yield InSlack(behind, Workspace(url, fake, turns))


@contextmanager
def _teams(stage: Stage) -> Iterator[InTeams]:
    fake, behind = FakeMicrosoft(), Behind(stage)
    with running(fake.app()) as url:
        fake.url = url
        config = TeamsConfig(
            app_id=APP,
            app_password=PASSWORD,
            tenant_id=TENANT,
            recruiters=frozenset({RIA}),
            openid_url=f"{url}/openid",
            issuer=ISSUER,
            login_url=url,
            service_url=url,
            key_pause=0,
        )
        turns = TurnsNow("teams", TeamsSender(config), {"conversation": HIRING}, behind.take)
        with TestClient(Starlette(routes=list(teams_routes(config, turns)))) as client:
            yield InTeams(behind, Tenant(fake, turns, client))


CHANNELS: dict[str, Callable[[Stage], AbstractContextManager[Any]]] = {
    "terminal": _terminal,
    "web": _web,
    "Slack": _slack,
    "Teams": _teams,
}
