"""`rolecall funnel` and `rolecall impact`: how the screenings of a role go, in figures."""

import re
from typing import Annotated

import typer

from bot.cli.session import opened, out, print_json, role_named


def funnel(
    role: Annotated[str, typer.Option(help="The role's id; not needed where there is one.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show how many began and finished, and where others stopped.

    It also tells which question is unclear.
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


def impact(
    role: Annotated[str, typer.Argument(help="The role's id; not needed where there is one.")] = "",
    since: Annotated[str, typer.Option(help="The first quarter, as in 2027-Q1.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare decisions among the groups candidates said they are in.

    Four-fifths ratio and exact test, with what they do not show. Counts of one to four are not
    told. docs/impact.md says how candidates are asked, and what is kept.
    Example: rolecall impact ai-infrastructure-architect --since 2027-Q1
    """
    from bot.core.plain import plain
    from bot.core.team.impact_shown import impact_blocks, impact_data
    from bot.evaluation.impact import impact_of

    if since and not re.fullmatch(r"[0-9]{4}-Q[1-4]", since):
        raise typer.BadParameter("write a quarter such as 2027-Q1", param_hint="--since")
    with opened() as app:
        meant = role_named(app, role)
        found = impact_of(app.ports, meant, app.store.apart.of(meant.id), since)
    if json:
        print_json(impact_data(meant.id, since, found))
    else:
        out.print(plain(impact_blocks(meant.title, since, found)), markup=False, soft_wrap=True)
