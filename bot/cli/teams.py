"""`rolecall teams`: what an administrator needs to bring the bot to Microsoft Teams."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.session import opened, out, settings
from bot.core.errors import RolecallError

app = typer.Typer(help="Set the bot up in Microsoft Teams.", no_args_is_help=True)
Shown = Annotated[str, typer.Option(help="An address (https://…) that the app's page links to.")]


class NotWritten(RolecallError):
    """A file could not be written."""

    def __init__(self, file: Path, why: str) -> None:
        super().__init__(f"{file} was not written: {why}.")


@app.command("package")
def package(  # noqa: PLR0913 - a command's options
    file: Annotated[Path, typer.Argument(help="The ZIP file to write.")],
    company: Annotated[str, typer.Option(help="Who runs the bot, up to 32 characters.")],
    name: Annotated[str, typer.Option(help="The app's name, up to 30 characters.")] = "Rolecall",
    name_in: Annotated[
        list[str] | None, typer.Option(help="The name in another language: de=Rolecall.")
    ] = None,
    version: Annotated[str, typer.Option(help="The app's version; raise it each time.")] = "1.0.0",
    website: Shown = "",
    privacy: Shown = "",
    terms: Shown = "",
) -> None:
    """Write the app package to upload in Teams.

    It holds manifest, icons and commands.
    Uses ROLECALL_TEAMS_APP_ID and ROLECALL_PUBLIC_URL.
    Example: rolecall teams package rolecall.zip --company "Example Ltd"
    """
    from bot.channels.teams.manifest import AppDetails
    from bot.channels.teams.package import package as packed

    chosen = settings()
    details = AppDetails(
        app_id=chosen.teams_app_id.strip(),
        address=chosen.address,
        version=version,
        company=company,
        name=name,
        website=website,
        privacy=privacy,
        terms=terms,
        names=tuple(_named(pair) for pair in name_in or ()),
    )
    content = packed(details)
    try:
        file.write_bytes(content)
    except OSError as error:
        raise NotWritten(file, (error.strerror or str(error)).lower()) from None
    out.print(f"Written: {file}. Upload it in Teams: docs/teams.md says how.", markup=False)


@app.command("check")
def check() -> None:
    """Check the sign-in at Teams, and each hiring channel.

    Teams is asked whether the bot may sign in, and whether it is in those channels.
    Nothing is posted. Ends with 2 where something is wrong.
    Example: rolecall teams check
    """
    from bot.channels.teams.presence import check as checked
    from bot.channels.teams.presence import unlisted
    from bot.settings.teams_app import teams_config

    with opened() as rolecall:
        config = teams_config(rolecall.settings)
        routes = (
            route for role in rolecall.store.roles.all() for route in rolecall.routes(role.id)
        )
        channels = {to["conversation"] for channel, to in routes if channel == "teams"}
    known = tuple(sorted(channels))
    checked(config, known)
    out.print(f"The bot signs in, and is in all {len(known)} hiring channels.", markup=False)
    deaf = unlisted(config, known)
    if deaf:
        said = (
            f"Nobody can decide on cards in {', '.join(deaf)}: list it in ROLECALL_TEAMS_CHANNELS."
        )
        out.print(said, markup=False)


def _named(pair: str) -> tuple[str, str]:
    language, _, name = pair.partition("=")
    return language.strip(), name.strip()
