"""`rolecall slack`: what an administrator needs to make the Slack apps."""

from enum import StrEnum
from typing import Annotated

import typer

from bot.cli.session import err, out, print_json, settings

app = typer.Typer(help="Set the Slack apps up.", no_args_is_help=True, rich_markup_mode=None)


class Which(StrEnum):
    """The two Slack apps."""

    RECRUITER = "recruiter"
    PRESCREEN = "prescreen"


@app.callback()
def slack() -> None:
    """Set the Slack apps up."""


@app.command("manifest")
def manifest(
    which: Annotated[
        Which, typer.Option("--app", help="The recruiters' app, or the candidates'.")
    ] = Which.RECRUITER,
    url: Annotated[
        str, typer.Option(help="The address Slack reaches Rolecall at; ROLECALL_PUBLIC_URL.")
    ] = "",
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what each permission is for instead.")
    ] = False,
) -> None:
    """Print an app's manifest, to paste at “Create New App”, “From a manifest”.

    Example: rolecall slack manifest --url https://rolecall.example > recruiter.json
    """
    from bot.channels.slack.config import App
    from bot.channels.slack.manifest import manifest as made
    from bot.channels.slack.manifest import reasons

    chosen = App(which.value)
    if explain:
        for name, need, why in reasons(chosen):
            out.print(f"{name} ({need}): {why}", markup=False, soft_wrap=True)
        return
    address = settings(public_url=url or None).address
    if not address.startswith("https://"):
        err.print(
            f"Slack sends to https:// addresses alone, and {address} is none. Name the one it "
            "reaches Rolecall at with --url or ROLECALL_PUBLIC_URL.",
            markup=False,
            soft_wrap=True,
        )
    print_json(made(chosen, address))
