"""`rolecall doctor` and `rolecall version`: what is set up, what is off, and why."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.session import opened, out, print_json, settings
from bot.core.errors import RolecallError

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.operating.diagnosis import Finding

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
    """Check whether this deployment works, and say what to do.

    Settings, disk, clock, secrets, channels, database, index and model are looked at.
    Each finding that is wrong says what to do. Nothing is sent to Slack, Teams or a language model.
    Ends with 1 where something does not work.
    Example: rolecall doctor
    """
    from bot.operating.diagnosis import of_settings

    chosen = settings()
    checks = [*of_settings(chosen), *_opened_parts()]
    if json:
        print_json([asdict(one) for one in checks])
    for one in () if json else checks:
        said = f"{'ok  ' if one.ok else 'FAIL'}  {one.check}: {one.said}"
        out.print(said, markup=False, soft_wrap=True)
    raise typer.Exit(0 if all(one.ok for one in checks) else 1)


def _opened_parts() -> "Iterator[Finding]":
    """What can only be said once the database is open; why not, where it cannot be opened."""
    from bot.operating.diagnosis import Finding, found

    try:
        with opened() as app:
            for name, check in _CHECKS:
                yield found(name, partial(check, app))
    except RolecallError as error:
        yield Finding("database", False, str(error))


def _database(app: "App") -> str:
    kind = "PostgreSQL" if app.settings.database.startswith("postgresql") else "SQLite"
    app.store.check()
    return (
        f"{kind}, at the newest schema, {len(app.store.roles.all())} roles, "
        f"{app.store.screenings.count()} screenings"
    )


def _clock(app: "App") -> str:
    from bot.operating.diagnosis import apart

    return apart(app.store.seconds_ahead())


def _index(app: "App") -> str:
    report = app.index()
    return f"{report.indexed} briefs indexed now, {report.unchanged} were up to date"


def _encoder(app: "App") -> str:
    width = app.ranker.encode(["one sentence"]).shape[1]
    return f"sentence encoder works, {width} dimensions"


def _model(app: "App") -> str:
    if not app.settings.model:
        return "off (set ROLECALL_MODEL to use one); everything works without"
    # Makes the model's client, which finds out what is not installed or has no key.
    app.ports.rater  # noqa: B018
    return f"{app.settings.model}; its output is kept only when it passes the checks"


def _by_the_clock(app: "App") -> str:
    from bot.core.wording.clock import policy

    policies = app.settings.policies
    own = (f"{role}: {policy(one)}" for role, one in policies.own.items())
    return "; ".join((policy(policies.general), *own))


_CHECKS: tuple[tuple[str, Callable[["App"], str]], ...] = (
    ("database", _database),
    ("clock", _clock),
    ("encoder", _encoder),
    ("index", _index),
    ("language model", _model),
    ("by the clock", _by_the_clock),
)
