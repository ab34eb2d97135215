"""`rolecall ask`: one question about a role, answered once."""

from typing import Annotated

import typer

from bot.cli.session import As, opened, out, print_json, role_named
from bot.core.messages import Block


def ask(  # noqa: PLR0913 - a command's options
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    role: Annotated[str, typer.Option(help="The role's id; not needed where there is one.")] = "",
    as_: Annotated[As, typer.Option("--as", help="Who asks.")] = As.CANDIDATE,
    history: Annotated[
        list[str] | None, typer.Option(help="An earlier question; repeat, oldest first.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Also say how the answer came about.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Answer one question about a role, with the lines that say it.

    Example: rolecall ask "Is Terraform required?" --role ai-infrastructure-architect
    """
    from bot.core.answering.answer_data import answer_data
    from bot.core.text.cleaning import cleaned
    from bot.dialogues.questions.role_answers import told
    from bot.evaluation import why as reasons

    with opened() as app:
        asked = role_named(app, role)
        before = tuple(map(cleaned, history or ()))
        found = told(app.ports, asked, cleaned(question), before, as_.audience)
        if json:
            also = {"why": reasons.data(found, app.ports.ranker)} if why else {}
            print_json({**answer_data(found.answer), **also})
            return
        _show(found.answer.blocks, tuple(reasons.lines(found, app.ports.ranker)) if why else ())


def _show(blocks: tuple[Block, ...], reasons: tuple[str, ...]) -> None:
    from bot.channels.terminal.render import render, shown

    out.print(render(blocks))
    if reasons:
        out.print("\nHow this came about", style="bold")
    for line in reasons:
        out.print(shown(line), markup=False, soft_wrap=True)
