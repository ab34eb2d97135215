"""`rolecall run`: index the seeds and serve the bot."""

from typing import Annotated

import typer

from bot.cli.session import out, settings


def run(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on.")] = None,
) -> None:
    """Serve the web pages, and Slack and Teams where set up.

    Example: rolecall run --port 8000
    """
    from bot.operating.stopping import leave
    from bot.serving import serve

    serve(settings(host=host, port=port), out)
    leave(0)
