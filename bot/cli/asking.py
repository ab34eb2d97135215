"""`rolecall ask`: one question about a role, answered once."""

from typing import Annotated

import typer

from bot.cli.session import As, opened, out, print_json, role_named


def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    role: Annotated[str, typer.Option(help="The role's id; not needed where there is one.")] = "",
    as_: Annotated[As, typer.Option("--as", help="Who asks.")] = As.CANDIDATE,
    history: Annotated[
        list[str] | None, typer.Option(help="An earlier question; repeat, oldest first.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Answer one question about a role, with the lines that say it.

    Example: rolecall ask "Is Terraform required?" --role ai-infrastructure-architect
    """
    from bot.channels.terminal.render import render
    from bot.core.answer_data import answer_data
    from bot.core.cleaning import cleaned
    from bot.dialogues.role_questions import answered

    with opened() as app:
        asked = role_named(app, role)
        found = answered(
            app.ports, asked, cleaned(question), tuple(map(cleaned, history or ())), as_.audience
        )
    if json:
        print_json(answer_data(found))
    else:
        out.print(render(found.blocks))
