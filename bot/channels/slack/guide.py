"""`rolecall slack install`: which step of setting an app up is next, and what exactly to do.

It looks at the settings and asks Slack; nothing is posted or changed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.channels.slack.addresses import apart
from bot.channels.slack.asking import AWAY, Asking, Whose
from bot.channels.slack.config import (
    ADMINS,
    INSTALL_PATHS,
    PATHS,
    REDIRECT_PATHS,
    App,
    SlackConfig,
)
from bot.channels.slack.first_steps import AGAIN, APPS, State, Step, prefix, which
from bot.channels.slack.manifest import Need, reasons
from bot.channels.slack.needs import bare
from bot.ports.installations import Installation

NOT_REACHED = f"Slack could not be reached from this machine. {AGAIN}"


@dataclass(frozen=True, slots=True)
class Standing:
    """What an app is known by: its settings, where it is installed, and where its posts go.

    `channels` are those of hiring channels, as kept addresses have them; `address` is where people
    reach this program.
    """

    config: SlackConfig
    installed: Sequence[Installation]
    channels: Sequence[str]
    address: str


def steps(standing: Standing, asking: Asking) -> tuple[Step, ...]:
    """Every step of an app that is set up at least in part, in the order they are done.

    Channels are looked at once every token is good: before that, nothing can be said of them.
    """
    tokens = tuple(_tokens(standing, asking))
    good = all(one.state is not State.NEXT for one in tokens)
    return (
        *tokens,
        *_ways_in(standing, asking),
        *_people(standing),
        *(_channels(standing, asking) if good else ()),
    )


def _tokens(standing: Standing, asking: Asking) -> Iterator[Step]:
    config = standing.config
    if config.bot_token:
        told = asking.whose(config.bot_token)
        yield _token(config.app, told, f"{prefix(config.app)}BOT_TOKEN")
        yield from _scopes(config, told)
    if config.oauth is None:
        return
    for one in standing.installed:
        told = asking.whose(one.token)
        yield _token(config.app, told, f"the installation in {one.name} ({one.workspace})")
        yield from _scopes(config, told)
    yield _to_install(standing)


def _token(app: App, told: Whose, what: str) -> Step:
    if not told.error:
        whose = "candidates" if app is App.PRESCREEN else "recruiters"
        said = f"The {whose}' app is in {told.name} ({told.team})."
        return Step("installed", State.DONE, said)
    if told.error == AWAY:
        return Step("installed", State.NEXT, NOT_REACHED)
    said = (
        f"Slack refuses {what}: {told.error}. At {APPS} open the app, “Install App”, install it "
        f"again, and take the token from there. {AGAIN}"
    )
    return Step("installed", State.NEXT, said)


def _scopes(config: SlackConfig, told: Whose) -> Iterator[Step]:
    """Whether the app has the permissions of its manifest: those that are needed with these names.

    Nothing is said where Slack refused the token.
    """
    if told.error:
        return
    lacks = sorted(_wanted(config) - told.scopes)
    if not lacks:
        yield Step("permissions", State.DONE, "The app has every permission it needs.")
        return
    yield Step(
        "permissions",
        State.NEXT,
        f"In {told.name} the app lacks {', '.join(lacks)}. At {APPS} open it, “App Manifest”, "
        f"paste what `{_manifest(config)}` prints, save, and install it again. {AGAIN}",
    )


def _manifest(config: SlackConfig) -> str:
    """The command that prints the manifest of an app that is set up like this one."""
    socket, several = config.app_token and " --socket", config.oauth and " --several"
    return f"rolecall slack manifest{which(config.app)}{socket or ''}{several or ''}"


def _wanted(config: SlackConfig) -> set[str]:
    named = {name.rpartition("/")[2] for name in config.recruiters}
    used = {
        "usergroups:read": any(name.startswith("S") for name in named),
        "users:read": ADMINS in named,
    }
    return {name for name, need, _ in reasons(config.app) if need is Need.NEEDED or used.get(name)}


def _to_install(standing: Standing) -> Step:
    app, address = standing.config.app, standing.address
    link, back = f"{address}{INSTALL_PATHS[app]}", f"{address}{REDIRECT_PATHS[app]}"
    if not address.startswith("https://"):
        return Step("more workspaces", State.NEXT, _no_address(address))
    if standing.installed:
        return Step("more workspaces", State.OPTIONAL, f"Another one installs it at {link}.")
    said = (
        f"At {APPS} open the app: “OAuth & Permissions” must list {back}, and “Manage "
        f"Distribution” must be on. Start Rolecall, open {link} and agree. {AGAIN}"
    )
    return Step("more workspaces", State.NEXT, said)


def _no_address(address: str) -> str:
    return (
        f"Slack sends people and messages to https:// addresses alone, and {address} is none. Set "
        f"ROLECALL_PUBLIC_URL to the address at which Rolecall is reached. {AGAIN}"
    )


def _ways_in(standing: Standing, asking: Asking) -> Iterator[Step]:
    config = standing.config
    if config.app_token:
        yield _socket(config.app, asking.opens(config.app_token))
    if config.signing_secret and not config.app_token:
        yield _requests(standing, asking)


def _socket(app: App, trouble: str) -> Step:
    if not trouble:
        said = "Slack opens sockets for the app; Rolecall opens one when it runs."
        return Step("messages in", State.DONE, said)
    if trouble == AWAY:
        return Step("messages in", State.NEXT, NOT_REACHED)
    said = (
        f"Slack opens no socket with {prefix(app)}APP_TOKEN: {trouble}. At {APPS} open the app, "
        "turn “Socket Mode” on, and under “Basic Information”, “App-Level Tokens”, make a token "
        f"with connections:write. {AGAIN}"
    )
    return Step("messages in", State.NEXT, said)


def _requests(standing: Standing, asking: Asking) -> Step:
    config = standing.config
    if not standing.address.startswith("https://"):
        return Step("messages in", State.NEXT, _no_address(standing.address))
    url = f"{standing.address}{PATHS[config.app]}"
    trouble = asking.answers(url, config.signing_secret)
    if not trouble:
        said = f"Rolecall answers at {url}, and knows Slack by its signing secret."
        return Step("messages in", State.DONE, said)
    said = (
        f"From {url} came {trouble}. Start Rolecall with `rolecall run`, with the same settings, "
        f"and let the address lead to it. {AGAIN}"
    )
    return Step("messages in", State.NEXT, said)


def _people(standing: Standing) -> Iterator[Step]:
    """Whether anybody is the team; in the candidates' app nobody ever is."""
    config = standing.config
    if config.app is App.PRESCREEN:
        return
    lost = bare(config.recruiters | config.team_channels) if not config.bot_token else ()
    if lost:
        said = (
            f"In several workspaces a name says which: T0123/{lost[0]} in the place of {lost[0]} "
            f"in ROLECALL_SLACK_RECRUITERS and ROLECALL_SLACK_TEAM_CHANNELS. {AGAIN}"
        )
    elif config.recruiters:
        said = f"Recruiters: {', '.join(sorted(config.recruiters))}."
        yield Step("recruiters", State.DONE, said)
        return
    else:
        said = (
            "Nobody is a recruiter yet. In Slack open your profile, “⋮”, “Copy member ID”, and "
            f"set ROLECALL_SLACK_RECRUITERS to it. {AGAIN}"
        )
    yield Step("recruiters", State.NEXT, said)


def _channels(standing: Standing, asking: Asking) -> Iterator[Step]:
    config = standing.config
    if config.app is App.PRESCREEN:
        return
    if not standing.channels:
        said = (
            "Fit cards and questions stand on the web page alone. For a channel, invite the app "
            "there and set ROLECALL_HIRING_CHANNELS to *=slack: and the channel's id."
        )
        yield Step("hiring channels", State.OPTIONAL, said)
    for channel in standing.channels:
        yield _channel(channel, _token_for(channel, standing), asking)


def _token_for(channel: str, standing: Standing) -> str:
    workspace, _ = apart({"channel": channel})
    if not workspace:
        return standing.config.bot_token
    return next((one.token for one in standing.installed if one.workspace == workspace), "")


def _channel(channel: str, token: str, asking: Asking) -> Step:
    if not token:
        said = f"{channel} is of no workspace the app is in: write T0123/C0456. {AGAIN}"
        return Step("hiring channels", State.NEXT, said)
    trouble = asking.reads(token, apart({"channel": channel})[1]["channel"])
    if not trouble:
        return Step("hiring channels", State.DONE, f"The app is in {channel}.")
    said = (
        f"The app is not in {channel}: {trouble}. In that channel write /invite @Rolecall, and "
        f"look the id up in its details. {AGAIN}"
    )
    return Step("hiring channels", State.NEXT, said)
