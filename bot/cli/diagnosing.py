"""`rolecall doctor` and `rolecall version`: what is set up, what is off, and why."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.session import opened, out, print_json, settings
from bot.core.errors import RolecallError

if TYPE_CHECKING:
    from bot.assemble import App

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def version(json: Json = False) -> None:
    """Print the version.

    Example: rolecall version
    """
    from importlib.metadata import version as installed

    number = installed("rolecall")
    if json:
        print_json({"version": number})
    else:
        out.print(f"rolecall {number}")


def doctor(json: Json = False) -> None:
    """Check the settings, the database, the index, the model and the channels.

    Ends with 1 where something that is switched on does not work.
    Example: rolecall doctor
    """
    checks: list[tuple[str, bool, str]] = []
    chosen = settings()
    checks.append(("settings", True, f"data in {chosen.home}, served at {chosen.address}"))
    with opened() as app:
        for name, check in _CHECKS:
            try:
                checks.append((name, True, check(app)))
            except RolecallError as error:
                checks.append((name, False, str(error)))
    if json:
        print_json([{"check": name, "ok": ok, "said": said} for name, ok, said in checks])
    for name, ok, said in () if json else checks:
        out.print(f"{'ok  ' if ok else 'FAIL'}  {name}: {said}", markup=False)
    raise typer.Exit(0 if all(ok for _, ok, _ in checks) else 1)


def _database(app: "App") -> str:
    kind = "PostgreSQL" if app.settings.database.startswith("postgresql") else "SQLite"
    return (
        f"{kind}, {len(app.store.roles.all())} roles, "
        f"{len(app.store.screenings.entries())} screenings"
    )


def _index(app: "App") -> str:
    report = app.index()
    return f"{report.indexed} briefs indexed now, {report.unchanged} were up to date"


def _encoder(app: "App") -> str:
    width = app.ranker.encode(["one sentence"]).shape[1]
    return f"sentence encoder works, {width} dimensions"


def _model(app: "App") -> str:
    if not app.settings.model:
        return "off (set ROLECALL_MODEL to use one); everything works without"
    return f"{app.settings.model}; its output is kept only when it passes the checks"


def _channels(app: "App") -> str:
    from bot.channels_on import channels_on

    return "; ".join(f"{channel.name} {channel.state}" for channel in channels_on(app.settings))


def _clock(app: "App") -> str:
    from bot.core.wording.clock import policy

    policies = app.settings.policies
    own = (f"{role}: {policy(one)}" for role, one in policies.own.items())
    return "; ".join((policy(policies.general), *own))


def _hiring_channels(app: "App") -> str:
    """Whether the bot can write in the hiring channels in Teams, asked of Teams itself."""
    roles = app.store.roles.all()
    places = {
        address["conversation"]
        for role in roles
        for channel, address in app.routes(role.id)
        if channel == "teams"
    }
    teams = app.settings.teams_app_id
    if not places or not teams:
        return "none in Teams to look at"
    from bot.channels.teams.presence import check
    from bot.serving import teams_config

    check(teams_config(app.settings), tuple(sorted(places)))
    return f"the bot is in all {len(places)} in Teams"


_CHECKS: tuple[tuple[str, Callable[["App"], str]], ...] = (
    ("database", _database),
    ("encoder", _encoder),
    ("index", _index),
    ("language model", _model),
    ("channels", _channels),
    ("hiring channels", _hiring_channels),
    ("by the clock", _clock),
)
