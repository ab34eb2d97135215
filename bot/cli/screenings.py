"""`rolecall invite` and `summary`: open a screening, read it."""

from typing import Annotated

import typer

from bot.cli.session import opened, out, print_json
from bot.cli.speaking import as_recruiter

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Named = Annotated[str, typer.Option("--role", help="The role's id; not needed where there is one.")]


def invite(
    name: Annotated[str, typer.Argument(help="The candidate's name; the team sees a pseudonym.")],
    role: Named = "",
    by: Annotated[str, typer.Option(help="Who invites.")] = "recruiter",
) -> None:
    """Invite one candidate: prints a private link.

    Example: rolecall invite "Ada Example" --role ai-infrastructure-architect
    """
    as_recruiter(f"invite {name}", role, by)


def summary(
    screening: Annotated[str, typer.Argument(help="“Candidate 7F3” or the screening's id.")] = "",
    json: Json = False,
) -> None:
    """Show the fit summary of a screening, or list the screenings.

    Example: rolecall summary "Candidate 7F3"
    """
    from bot.channels.terminal.render import render
    from bot.core.fit_data import fit_data
    from bot.dialogues.candidates import summary_of
    from bot.dialogues.recruiting import summary_blocks

    with opened() as app:
        if not screening:
            _list(app.store.screenings.entries(), json)
            return
        found = summary_of(app.ports, screening)
    if json:
        print_json(fit_data(found))
    else:
        out.print(render(summary_blocks(found)))


def _list(entries: tuple[object, ...], json: bool) -> None:
    from bot.ports import Entry

    known = [entry for entry in entries if isinstance(entry, Entry)]
    if json:
        print_json(
            [
                {"id": e.id, "role": e.role, "pseudonym": e.pseudonym, "trial": e.trial}
                for e in known
            ]
        )
        return
    if not known:
        out.print("Nobody was invited yet. Use `rolecall invite NAME`.")
    for entry in known:
        trial = ", a trial" if entry.trial else ""
        out.print(f"{entry.pseudonym}: {entry.role}{trial} ({entry.id})", markup=False)
