"""`rolecall screening replay`, `audit verify`: play a log again, check the hash chains of all."""

from hashlib import sha256
from typing import Annotated

import typer

from bot.cli.backing_up import verify
from bot.cli.session import opened, out, print_json

app = typer.Typer(help="Screenings and their logs.", no_args_is_help=True)
app.command("verify")(verify)
audit = typer.Typer(help="Whether what is kept is what was kept.", no_args_is_help=True)
audit.command("verify")(verify)


@app.command("replay")
def replay(
    screening: Annotated[str, typer.Argument(help="The screening's id; `rolecall summary` lists.")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Play the log again: is the summary the one that was sent?

    Nothing is called for it.
    The log's hash chain is checked on the way. Exit status 1 where the summary differs.
    Example: rolecall screening replay 7f3k2mp9xc4d8e6h
    """
    from bot.core.wording.replaying import played, verdict
    from bot.dialogues.screening.replaying import replay as replay_of

    with opened(seeded=False) as app_:
        found = replay_of(app_.ports, screening)
    if json:
        print_json(
            {
                "screening": found.screening,
                "events": found.events,
                "same": found.same,
                "brief_changed": found.brief_changed,
                "bytes": len(found.summary),
                "sha256": sha256(found.summary).hexdigest(),
            }
        )
    else:
        out.print(played(found.screening, found.events), markup=False, soft_wrap=True)
        out.print(verdict(found.same, found.brief_changed), markup=False, soft_wrap=True)
    if found.same is False:
        raise typer.Exit(1)
