"""`rolecall funnel`: how the screenings of a role go, in figures."""

from typing import Annotated

import typer

from bot.cli.session import opened, out, print_json, role_named


def funnel(
    role: Annotated[str, typer.Option(help="The role's id; not needed where there is one.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show how many began and finished, where others stopped, and which question is unclear.

    Nobody is named, and groups of one to four people are not told of.
    Example: rolecall funnel --role ai-infrastructure-architect
    """
    from bot.core.plain import plain
    from bot.core.team.funnel_shown import funnel_blocks, funnel_data
    from bot.dialogues.candidates.funnels import funnel_of

    with opened() as app:
        meant = role_named(app, role)
        found = funnel_of(app.ports, meant)
    if json:
        print_json(funnel_data(meant.id, found))
    else:
        out.print(plain(funnel_blocks(meant.title, found)), markup=False, soft_wrap=True)
