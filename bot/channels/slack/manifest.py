"""The manifests of the two Slack apps: what an administrator pastes where an app is made.

The recruiters' app is an agent, which guests of a workspace cannot use; so candidates have a plain
app of their own, for direct messages alone. Both are served by one program.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import quote

from bot.channels.slack.config import PATHS, REDIRECT_PATHS, App
from bot.channels.slack.leaving import EVENTS as LEAVING
from bot.channels.slack.names import ANSWER_SHORTCUT, COMMAND
from bot.channels.slack.presence import EVENTS as PRESENCE

Manifest = dict[str, Any]
"""A manifest as Slack documents it, version 2."""

_SCOPES: dict[str, tuple[frozenset[App], str]] = {
    "chat:write": (
        frozenset(App),
        "to answer, to post fit summaries, and to take them back when a candidate erases",
    ),
    "im:history": (frozenset(App), "to receive what people write to the app directly"),
    "app_mentions:read": (
        frozenset({App.RECRUITER}),
        "to be asked in a channel; other messages there are never received",
    ),
    "commands": (
        frozenset({App.RECRUITER}),
        f"for {COMMAND} and the shortcut “Answer from the brief”",
    ),
    "assistant:write": (
        frozenset({App.RECRUITER}),
        "for suggested prompts, the title of a thread, and the sign that an answer is on its way",
    ),
    "files:read": (
        frozenset(App),
        "to open a brief that a recruiter sends as a file, or a candidate's résumé; no other file "
        "is opened",
    ),
    "channels:read": (
        frozenset({App.RECRUITER}),
        "to tell whether a channel is public or shared before a fit summary goes there, and "
        "when the app is taken out of one or it is archived",
    ),
    "groups:read": (
        frozenset({App.RECRUITER}),
        "the same for private channels the app was invited to",
    ),
}
_OPTIONAL_FOR_CANDIDATES: dict[str, str] = {
    "files:write": "to give candidates their own data as a file; without it, they read it there",
}
_OPTIONAL: dict[str, str] = {
    "files:write": "to put the picture of a fit summary below its card; without it, words alone",
    "reactions:read": (
        "to be told of :pushpin: and :memo: on a message below a card: it is kept as a note"
    ),
    "channels:history": (
        "to read the one message that was marked so, in a public channel; with this permission "
        "Slack lets the app read others too, and it does not"
    ),
    "groups:history": "the same in a private channel the app was invited to",
    "usergroups:read": "only where a user group (S…) is named as recruiters",
    "users:read": "only where “admins” are named as recruiters",
}


class Need(StrEnum):
    """Whether an app works without a scope."""

    NEEDED = "needed"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Way:
    """How an app is reached and where it can be installed.

    With `socket`, Slack sends everything over a socket and needs no address; with `several`, other
    workspaces can install it, and with `organization` a whole organization at once.
    """

    socket: bool = False
    several: bool = False
    organization: bool = False

    @property
    def needs_address(self) -> bool:
        """Whether Slack sends messages or people to this program."""
        return self.several or not self.socket


def manifest(app: App, address: str, way: Way = Way()) -> Manifest:
    """The manifest of an app that is served at `address`, such as https://rolecall.example."""
    url = "" if way.socket else f"{address}{PATHS[app]}"
    events = [*_EVENTS[app], *(LEAVING if way.several else ())]
    back = {"redirect_urls": [f"{address}{REDIRECT_PATHS[app]}"]} if way.several else {}
    return {
        "_metadata": {"major_version": 2, "minor_version": 0},
        "display_information": dict(_DISPLAY[app]),
        "features": _recruiter_features(url) if app is App.RECRUITER else _prescreen_features(),
        "oauth_config": {**back, "scopes": _scopes(app)},
        "settings": {
            "event_subscriptions": {**_sent_to("request_url", url), "bot_events": events},
            "interactivity": {"is_enabled": True, **_sent_to("request_url", url)},
            "org_deploy_enabled": way.organization,
            "socket_mode_enabled": way.socket,
            "token_rotation_enabled": False,
        },
    }


def link_to_make(made: Manifest) -> str:
    """A link to Slack's own page that makes an app of this manifest, once a workspace is chosen."""
    told = json.dumps(made, separators=(",", ":"), ensure_ascii=False)
    return f"https://api.slack.com/apps?new_app=1&manifest_json={quote(told, safe='')}"


def reasons(app: App) -> tuple[tuple[str, Need, str], ...]:
    """Each scope of an app, whether it is needed, and what for."""
    needed = [(name, Need.NEEDED, why) for name, (apps, why) in _SCOPES.items() if app in apps]
    listed = _OPTIONAL if app is App.RECRUITER else _OPTIONAL_FOR_CANDIDATES
    return (*needed, *((name, Need.OPTIONAL, why) for name, why in listed.items()))


def scopes_of(app: App) -> tuple[str, ...]:
    """The permissions that an app asks for."""
    return tuple(name for name, _, _ in reasons(app))


def _sent_to(name: str, url: str) -> dict[str, str]:
    """Where Slack sends something to; nothing where there is a socket."""
    return {name: url} if url else {}


def _scopes(app: App) -> dict[str, list[str]]:
    scopes: dict[str, list[str]] = {"bot": [], "bot_optional": []}
    for name, need, _ in reasons(app):
        # Slack wants an optional scope in both lists.
        scopes["bot"].append(name)
        if need is Need.OPTIONAL:
            scopes["bot_optional"].append(name)
    return {kind: names for kind, names in scopes.items() if names}


def _recruiter_features(url: str) -> Manifest:
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "agent_view": {
            "agent_description": (
                "Answers questions about a role from its brief, with the line it comes from, and "
                "runs structured screenings. A person decides."
            ),
            "suggested_prompts": [
                {"title": "Which roles are there?", "message": "roles"},
                {"title": "What can you do?", "message": "help"},
            ],
        },
        "bot_user": {"display_name": "Rolecall", "always_online": True},
        "shortcuts": [
            {
                "name": "Answer from the brief",
                "type": "message",
                "callback_id": ANSWER_SHORTCUT,
                "description": "What the role's brief says about this message; only you see it.",
            }
        ],
        "slash_commands": [
            {
                "command": COMMAND,
                **_sent_to("url", url),
                "description": "Ask about a role, invite, read summaries; only you see it.",
                "usage_hint": "[roles | ask … | invite NAME | summary NAME | kit | help]",
                "should_escape": True,
            }
        ],
    }


def _prescreen_features() -> Manifest:
    return {
        "app_home": {
            "home_tab_enabled": False,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "Rolecall pre-screen", "always_online": True},
    }


_EVENTS = {
    App.RECRUITER: [
        "message.im",
        "app_mention",
        "app_home_opened",
        "agent_session_stopped",
        "reaction_added",
        *PRESENCE,
    ],
    App.PRESCREEN: ["message.im"],
}
_DISPLAY: dict[App, Manifest] = {
    App.RECRUITER: {
        "name": "Rolecall",
        "description": "Answers about a role from its brief, and structured screenings.",
        "long_description": (
            "Rolecall answers questions about a role from its brief and shows the line each answer "
            "comes from. What the brief does not say, it says so, and offers to ask the hiring "
            "team. It runs structured screenings and shows, requirement by requirement, what a "
            "candidate said. It totals nothing, ranks nobody and rejects nobody: a person decides."
        ),
        "background_color": "#1f3a5f",
    },
    App.PRESCREEN: {
        "name": "Rolecall pre-screen",
        "description": "A short structured chat about a role, and answers to your questions.",
        "long_description": (
            "Write the code from your invitation to start. You are asked the same questions as "
            "everybody else, one at a time, and can ask about the role, skip, pause, correct or "
            "erase at any point. You are talking to a program; a person reads your answers and "
            "decides."
        ),
        "background_color": "#1f3a5f",
    },
}
