"""`rolecall roles`: take briefs in, look at them, and take them out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.session import err, opened, out, print_json, role_named

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.core.lint.finding import Finding
    from bot.core.roles import Role

app = typer.Typer(help="The roles and their briefs.", no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Named = Annotated[str, typer.Argument(help="The role's id or title.")]
NEXT = (
    "Next: `rolecall roles lint {role}`, `rolecall kit show {role}`, `rolecall kit approve {role}`."
)
"""What follows a brief, told where somebody took one in by hand."""


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="The brief: Markdown, text, PDF, DOCX or HTML.")],
    role: Annotated[
        str, typer.Option("--id", help="The role's id; the file's name if left out.")
    ] = "",
    json: Json = False,
) -> None:
    """Take a brief in, or a new version of one.

    The kit NAME.kit.yaml beside NAME.md comes with it.
    Example: rolecall roles add briefs/data-engineer.pdf
    """
    from bot.briefs.files import identity_of, text_of

    text = text_of(file)
    with opened() as rolecall:
        added = rolecall.take_in(role or identity_of(file), file, text)
        indexed(rolecall)
    if json:
        print_json(_row(added))
    else:
        out.print(f"{added.title} is in, as “{added.id}” (brief {added.version}).")
        _print_role(added)
        out.print(NEXT.format(role=added.id), markup=False, soft_wrap=True)


def indexed(rolecall: "App") -> None:
    """Index what is not indexed yet, with progress where there is somebody to see it.

    The index only saves work, so where it cannot be kept that is told and nothing stops.
    """
    from rich.progress import Progress

    from bot.passages import SearchUnavailable

    try:
        with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
            task = bar.add_task("Indexing the briefs", total=None)
            rolecall.index(lambda done, total: bar.update(task, completed=done, total=total))
    except SearchUnavailable as error:
        err.print(f"The index is not up to date. {error}", markup=False, soft_wrap=True)


@app.command("list")
def list_roles(json: Json = False) -> None:
    """List the roles.

    Example: rolecall roles list --json
    """
    with opened() as rolecall:
        roles = rolecall.store.roles.all()
    if json:
        print_json([_row(role) for role in roles])
        return
    if not roles:
        out.print("There is no role yet. Add one with `rolecall roles add FILE`.")
    for role in roles:
        out.print(f"{role.id}: {role.title}, {len(role.criteria)} criteria, brief {role.version}")


@app.command("show")
def show(role: Named, json: Json = False) -> None:
    """Show what was read from a role's brief.

    Example: rolecall roles show ai-infrastructure-architect
    """
    with opened() as rolecall:
        found = role_named(rolecall, role)
    if json:
        print_json(_row(found))
    else:
        out.print(f"{found.title} ({found.id}), brief {found.version}, from {found.source}")
        _print_role(found)


@app.command("lint")
def lint(role: Named, json: Json = False) -> None:
    """Look for what to mend in a brief and its kit.

    That is what nobody can measure, what stands twice, and what may not be asked.
    In the brief's requirements, and in the questions, follow-ups, anchors and gates of its kit.
    Example: rolecall roles lint ai-infrastructure-architect
    """
    from bot.core.lint.briefs import brief_findings
    from bot.core.lint.kits import kit_findings
    from bot.dialogues.screening.session import present_kit

    with opened() as rolecall:
        known = role_named(rolecall, role)
        in_brief = brief_findings(known)
        # What the brief says wrongly, its kit asks wrongly: that is told once.
        told = {(one.line, one.why) for one in in_brief}
        in_kit = kit_findings(present_kit(rolecall.ports, known))
    found = (*in_brief, *(one for one in in_kit if (one.line, one.why) not in told))
    if json:
        print_json([_finding(one) for one in found])
        return
    if not found:
        out.print("Nothing to mend.")
    for one in found:
        place = f"kit, {one.where}" if one.where else f"line {one.line}"
        out.print(f"{place}: “{one.quote}”", markup=False)
        out.print(f"  {one.why} {one.instead}", markup=False)


def _finding(found: "Finding") -> dict[str, Any]:
    return {
        "line": found.line,
        "where": found.where,
        "quote": found.quote,
        "why": found.why,
        "try": found.instead,
        "may_be_asked": not found.barred,
    }


@app.command("remove")
def remove(role: Named) -> None:
    """Take a role out. Its screenings stay.

    Example: rolecall roles remove ai-infrastructure-architect
    """
    from bot.assembly.assemble import now

    with opened() as rolecall:
        found = role_named(rolecall, role)
        rolecall.store.roles.remove(found.id, now())
        indexed(rolecall)
    out.print(f"{found.title} is removed. Its screenings are kept.")


def _row(role: "Role") -> dict[str, Any]:
    return {
        "id": role.id,
        "title": role.title,
        "version": role.version,
        "source": role.source,
        "years": {"least": role.years.least, "most": role.years.most} if role.years else None,
        "pay": [
            {
                "which": pay.which,
                "amount": pay.amount,
                "currency": pay.currency,
                "country": pay.country,
                "period": pay.period,
                "open_ended": pay.open_ended,
                "line": pay.line,
            }
            for pay in role.pay
        ],
        "criteria": [
            {"id": c.id, "kind": c.kind.value, "text": c.text, "section": c.section, "line": c.line}
            for c in role.criteria
        ],
        "sections": [
            {
                "title": s.title,
                "line": s.line,
                "kind": s.kind.value,
                "audience": s.audience.value,
                "passages": len(s.passages),
            }
            for s in role.sections
        ],
    }


def _print_role(role: "Role") -> None:
    for section in role.sections:
        seen = " (team only)" if section.audience == "team" else ""
        out.print(f"  {section.path}{seen}: {len(section.passages)} lines", markup=False)
    for criterion in role.criteria:
        out.print(
            f"  [{criterion.kind.value}] line {criterion.line}: {criterion.text}", markup=False
        )
