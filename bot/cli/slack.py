"""`rolecall slack`: what an administrator needs to make the Slack apps."""

from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.session import err, out, print_json, settings

app = typer.Typer(help="Set the Slack apps up.", no_args_is_help=True, rich_markup_mode=None)


class Which(StrEnum):
    """The two Slack apps."""

    RECRUITER = "recruiter"
    PRESCREEN = "prescreen"


Chosen = Annotated[Which, typer.Option("--app", help="The recruiters' app, or the candidates'.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback()
def slack() -> None:
    """Set the Slack apps up."""


@app.command("manifest")
def manifest(  # noqa: PLR0913 - a command's options
    which: Chosen = Which.RECRUITER,
    url: Annotated[
        str, typer.Option(help="The address Slack reaches Rolecall at; ROLECALL_PUBLIC_URL.")
    ] = "",
    socket: Annotated[
        bool, typer.Option("--socket", help="For Socket Mode, which needs no address.")
    ] = False,
    several: Annotated[
        bool, typer.Option("--several", help="Let several workspaces install the app.")
    ] = False,
    organization: Annotated[
        bool, typer.Option("--organization", help="Let a whole organization install it at once.")
    ] = False,
    link: Annotated[
        bool, typer.Option("--link", help="Print a link that makes the app instead.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what each permission is for instead.")
    ] = False,
) -> None:
    """Print an app's manifest, to paste where Slack makes an app.

    That is “Create New App”, “From a manifest”.
    Example: rolecall slack manifest --url https://rolecall.example > recruiter.json
    """
    from bot.channels.slack.config import App
    from bot.channels.slack.manifest import Way, link_to_make, reasons
    from bot.channels.slack.manifest import manifest as made

    chosen = App(which.value)
    if explain:
        for name, need, why in reasons(chosen):
            out.print(f"{name} ({need}): {why}", markup=False, soft_wrap=True)
        return
    way = Way(socket, several or organization, organization)
    address = settings(public_url=url or None).address
    if not address.startswith("https://") and way.needs_address:
        err.print(
            f"Slack sends to https:// addresses alone, and {address} is none. Name the one it "
            "reaches Rolecall at with --url or ROLECALL_PUBLIC_URL.",
            markup=False,
            soft_wrap=True,
        )
    manifest = made(chosen, address, way)
    if link:
        out.print(link_to_make(manifest), markup=False, soft_wrap=True)
    else:
        print_json(manifest)


@app.command("install")
def install(which: Chosen = Which.RECRUITER, json: Json = False) -> None:
    """Say which step of setting an app up is next.

    It looks at the settings and asks Slack.
    Nothing is posted or changed. Ends with 2 as long as something is to be done.
    Example: rolecall slack install
    """
    from bot.cli.slack_steps import steps_of

    steps = steps_of(which.value)
    if json:
        print_json([asdict(one) for one in steps])
    for one in () if json else steps:
        out.print(f"{one.state:<9} {one.step}: {one.said}", markup=False, soft_wrap=True)
    raise typer.Exit(2 if any(one.state == "next" for one in steps) else 0)
