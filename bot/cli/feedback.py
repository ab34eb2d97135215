"""`rolecall feedback`: what people think of the answers, and how those came about."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.session import opened, out, print_json, role_named

if TYPE_CHECKING:
    from bot.core.answering.feedback import Opinion

app = typer.Typer(help="What people think of the answers.", no_args_is_help=True)


@app.callback()
def feedback() -> None:
    """What people think of the answers."""


@app.command("list")
def list_feedback(
    role: Annotated[str, typer.Option(help="Only this role's, by its id.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List the feedback, oldest first.

    It never says who gave it, nor what was asked.
    Example: rolecall feedback list --json
    """
    from bot.core.wording.feedback import NO_FEEDBACK

    with opened() as rolecall:
        named = role_named(rolecall, role).id if role else ""
        found = rolecall.store.traces.opinions(named)
    if json:
        print_json([_row(one) for one in found])
        return
    if not found:
        out.print(NO_FEEDBACK)
        return
    for one in found:
        out.print(_line(one), markup=False, soft_wrap=True)
    good = sum(one.good for one in found)
    out.print(f"{good} good, {len(found) - good} bad.")


def _row(one: "Opinion") -> dict[str, Any]:
    trace = one.trace
    return {
        "at": one.at.isoformat(),
        "good": one.good,
        "role": trace.role,
        "brief": trace.version,
        "route": trace.route,
        "answered": trace.answered,
        "lines": list(trace.lines),
    }


def _line(one: "Opinion") -> str:
    trace = one.trace
    lines = f", lines {', '.join(map(str, trace.lines))}" if trace.lines else ""
    said = "answered" if trace.answered else "not answered"
    return (
        f"{one.at:%Y-%m-%d %H:%M} {'good' if one.good else 'bad'}: {trace.role}, brief "
        f"{trace.version}, {said} by: {trace.route}{lines}"
    )
