"""The steps of setting an app up, and the first ones: from nothing to a trial over a socket."""

from dataclasses import dataclass
from enum import StrEnum

from bot.channels.slack.config import App

APPS = "https://api.slack.com/apps"
AGAIN = "Then run this command again."


class State(StrEnum):
    """How far a step is."""

    DONE = "done"
    NEXT = "next"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: where it is not done, `said` tells what to do."""

    step: str
    state: State
    said: str


def begin(app: App) -> tuple[Step, ...]:
    """What to do where nothing is set up yet: the quickest way, a trial over a socket."""
    names, option = prefix(app), which(app)
    told = (
        (
            "make the app",
            f"Run `rolecall slack manifest{option} --socket --link` and open the link it prints: "
            "choose your workspace, then “Create”.",
        ),
        (
            "install it",
            "“Install App”, “Install to Workspace”, “Allow”. Copy the “Bot User OAuth Token” "
            f"(xoxb-…): it is {names}BOT_TOKEN.",
        ),
        (
            "let it open a socket",
            "“Basic Information”, “App-Level Tokens”, “Generate Token”, add the scope "
            f"connections:write. Copy the token (xapp-…): it is {names}APP_TOKEN.",
        ),
        (
            "tell Rolecall",
            f"Write both as lines NAME=VALUE into the file .env where you start it. {AGAIN}",
        ),
    )
    return tuple(Step(name, State.NEXT, said) for name, said in told)


def prefix(app: App) -> str:
    """What the names of an app's settings begin with."""
    return f"ROLECALL_SLACK_{'PRESCREEN_' if app is App.PRESCREEN else ''}"


def which(app: App) -> str:
    """What a command is told of the candidates' app."""
    return " --app prescreen" if app is App.PRESCREEN else ""
