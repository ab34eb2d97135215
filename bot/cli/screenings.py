"""`rolecall kit`, `invite` and `summary`: sign questions off, open a screening, read it."""

from typing import Annotated

import typer

from bot.cli.session import opened, out, print_json, role_named
from bot.cli.speaking import said_by_recruiter, show_reply

kit_app = typer.Typer(help="The screening's questions for a role.", no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Named = Annotated[str, typer.Option("--role", help="The role's id; not needed where there is one.")]
Role = Annotated[str, typer.Argument(help="The role's id; not needed where there is one.")]


@kit_app.command("show")
def show(role: Role = "", json: Json = False) -> None:
    """Show the questions, probes and anchors of a role's screening.

    Example: rolecall kit show ai-infrastructure-architect
    """
    from bot.channels.terminal.render import render
    from bot.core.cards import kit_blocks
    from bot.core.kits import make_kit
    from bot.core.wording.people import called
    from bot.dialogues.recruiting import kit_state

    with opened() as app:
        found = role_named(app, role)
        kit = make_kit(found)
        approval = app.store.kits.approved(found.id)
    signed = (
        called(approval.by, approval.name) if approval and approval.version == kit.version else None
    )
    if not json:
        out.print(render((*kit_blocks(kit), kit_state(kit, approval))))
        return
    print_json(
        {
            "role": kit.role,
            "version": kit.version,
            "approved_by": signed,
            "gates": [{"id": gate.id, "text": gate.text, "line": gate.line} for gate in kit.gates],
            "questions": [
                {
                    "id": question.id,
                    "criterion": question.criterion.id,
                    "text": question.text,
                    "probes": {part.value: probe for part, probe in question.probes},
                    "anchors": {level.words: anchor for level, anchor in question.anchors},
                }
                for question in kit.questions
            ],
        }
    )


@kit_app.command("approve")
def approve(
    role: Role = "",
    by: Annotated[str, typer.Option(help="Who signs it off.")] = "recruiter",
) -> None:
    """Sign the kit of a role off, so that candidates can be invited.

    Example: rolecall kit approve ai-infrastructure-architect --by "Ada Example"
    """
    _as_recruiter("approve the kit", role, by)


def invite(
    name: Annotated[str, typer.Argument(help="The candidate's name; the team sees a pseudonym.")],
    role: Named = "",
    by: Annotated[str, typer.Option(help="Who invites.")] = "recruiter",
) -> None:
    """Invite one candidate: prints a private link.

    Example: rolecall invite "Ada Example" --role ai-infrastructure-architect
    """
    _as_recruiter(f"invite {name}", role, by)


def summary(
    screening: Annotated[str, typer.Argument(help="“Candidate 7F3” or the screening's id.")] = "",
    json: Json = False,
) -> None:
    """Show the fit summary of a screening, or list the screenings.

    Example: rolecall summary "Candidate 7F3"
    """
    from bot.channels.terminal.render import render
    from bot.core.fit_data import fit_data
    from bot.dialogues.recruiting import summary_blocks, summary_of

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


def _as_recruiter(text: str, role: str, by: str) -> None:
    """Say something to the bot as a recruiter would, and print what it says."""
    with opened() as app:
        reply = said_by_recruiter(app, text, by, role_named(app, role).id)
    show_reply(reply)
