"""`rolecall kit`: what a role's screening asks, to read, edit as a file, and sign off."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.session import err, opened, out, print_json, role_named
from bot.cli.speaking import as_recruiter

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.core.roles import Role as HiredFor
    from bot.dialogues.kits.taking_kits import KitFile

app = typer.Typer(help="The screening's questions for a role.", no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Role = Annotated[str, typer.Argument(help="The role's id; not needed where there is one.")]
By = Annotated[str, typer.Option(help="Who does it.")]


@app.command("show")
def show(role: Role = "", json: Json = False) -> None:
    """Show a screening's questions, and whether they are signed off.

    Example: rolecall kit show ai-infrastructure-architect
    """
    from bot.channels.terminal.render import render
    from bot.dialogues.kits.showing import shown

    with opened() as rolecall:
        found = role_named(rolecall, role)
        blocks = () if json else shown(rolecall.ports, found)
        data = _data(rolecall, found) if json else {}
    if json:
        print_json(data)
    else:
        out.print(render(blocks))


def _data(rolecall: "App", role: "HiredFor") -> dict[str, Any]:
    """A kit as data for other programs."""
    from bot.core.wording.people import called
    from bot.dialogues.kits.showing import since
    from bot.dialogues.screening.session import present_kit

    kit = present_kit(rolecall.ports, role)
    approval = rolecall.store.kits.approved(role.id)
    signed = approval is not None and approval.version == kit.version
    found = since(rolecall.ports, role, kit, approval) if approval else None
    return {
        "role": kit.role,
        "version": kit.version,
        "approved_by": called(approval.by, approval.name) if approval and signed else None,
        "brief_changes": {
            "new": list(found.new) if found else [],
            "gone": list(found.gone) if found else [],
            "reworded": [list(pair) for pair in found.reworded] if found else [],
        },
        "minutes": list(kit.minutes),
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


@app.command("approve")
def approve(role: Role = "", by: By = "recruiter") -> None:
    """Sign the kit of a role off, so that candidates can be invited.

    Example: rolecall kit approve ai-infrastructure-architect --by "Ada Example"
    """
    as_recruiter("approve the kit", role, by)


@app.command("try")
def try_kit(
    role: Annotated[str, typer.Argument(help="The role's id.")],
    file: Annotated[Path, typer.Argument(help="Sample screenings, as docs/kits.md describes.")],
    json: Json = False,
) -> None:
    """Play sample screenings from a file through a role's kit.

    That is for before anybody is invited.
    Shows each sample's card, the levels found beside those expected, and what to look at. Nothing
    is kept. Example: rolecall kit try ai-infrastructure-architect samples.yaml
    """
    from bot.channels.terminal.render import render
    from bot.dialogues.screening.session import present_kit
    from bot.evaluation.trying import tried
    from bot.evaluation.trying_told import data, told
    from bot.kit_files.files import text_of
    from bot.kit_files.samples import read_samples

    with opened() as rolecall:
        found = role_named(rolecall, role)
        kit = present_kit(rolecall.ports, found)
        every = tried(rolecall.ports, found, kit, read_samples(kit, file.name, text_of(file)))
    if json:
        print_json(data(kit, every))
    else:
        out.print(render(told(kit, every)))


@app.command("history")
def history(role: Role = "") -> None:
    """Show who changed the kit of a role, when, and what.

    Example: rolecall kit history community-nurse
    """
    as_recruiter("kit history", role, "recruiter")


@app.command("export")
def export(role: Role = "") -> None:
    """Print the whole kit of a role as YAML, to edit and take in again.

    Example: rolecall kit export community-nurse > community-nurse.kit.yaml
    """
    with opened() as rolecall:
        text = _written(rolecall, role_named(rolecall, role))
    print(text, end="")  # noqa: T201 - a file for an editor


def _written(rolecall: "App", role: "HiredFor") -> str:
    from bot.dialogues.screening.session import present_kit
    from bot.kit_files.writing import written_kit

    return written_kit(role, present_kit(rolecall.ports, role))


@app.command("import")
def import_kit(
    role: Annotated[str, typer.Argument(help="The role's id.")],
    file: Annotated[Path, typer.Argument(help="The kit's file, as `kit export` prints it.")],
    by: By = "recruiter",
) -> None:
    """Take a kit in from a YAML file.

    What it leaves out stays as made from the brief.
    All mistakes are named at once, and nothing is changed where there is one.
    Example: rolecall kit import community-nurse community-nurse.kit.yaml
    """
    from bot.dialogues.kits.taking_kits import KitFile
    from bot.kit_files.files import text_of

    with opened() as rolecall:
        found = role_named(rolecall, role)
        _take(rolecall, found, KitFile(file.name, text_of(file), by))


def _take(rolecall: "App", role: "HiredFor", file: "KitFile") -> None:
    """Take a file in and say what came of it; raises KitUnreadable."""
    from bot.assembly.assemble import now
    from bot.channels.terminal.render import render
    from bot.core.lint.kits import kit_findings
    from bot.core.messages import Items, Text
    from bot.core.wording import editing, kits
    from bot.dialogues.kits.showing import state
    from bot.dialogues.kits.taking_kits import taken

    change = taken(rolecall.store.kits, role, file, now())
    if change is None:
        out.print(editing.SAME)
        return
    rolecall.store.kits.edit(change)
    advice = tuple(kits.advice(found) for found in kit_findings(change.kit))
    mend = (Text(editing.MEND_INTRO), Items(advice)) if advice else ()
    told = Text(editing.taken(role.title, change.kit.version))
    out.print(render((told, *mend, *state(rolecall.ports, role, change.kit))))


@app.command("edit")
def edit(role: Role = "", by: By = "recruiter") -> None:
    """Edit a kit in your editor ($EDITOR); what you save is taken in.

    Example: rolecall kit edit community-nurse
    """
    from bot.cli.editor import edited
    from bot.core.errors import KitUnreadable
    from bot.core.wording.editing import SAME
    from bot.dialogues.kits.taking_kits import KitFile

    with opened() as rolecall:
        found = role_named(rolecall, role)
        name = f"{found.id}.kit.yaml"
        before = text = _written(rolecall, found)
        while (text := edited(text, name)) != before:
            try:
                _take(rolecall, found, KitFile(name, text, by))
                return
            except KitUnreadable as error:
                err.print(str(error), markup=False, soft_wrap=True)
                if not typer.confirm("Open it again?", default=True, err=True):
                    raise
        out.print(SAME)
