"""`rolecall invite`, `summary` and `compare`: open a screening, read it, read some side by side."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.session import err, opened, out, print_json, role_named
from bot.cli.speaking import as_recruiter
from bot.core.errors import NotWritten

if TYPE_CHECKING:
    from bot.core.fit.summary import FitSummary
    from bot.core.team.comparing import Comparison

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
    picture: Annotated[
        Path | None, typer.Option(help="Also draw it into this file: FILE.svg or FILE.png.")
    ] = None,
) -> None:
    """Show the fit summary of a screening, or list the screenings.

    Example: rolecall summary "Candidate 7F3" --picture candidate-7f3.svg
    """
    from bot.channels.terminal.render import render
    from bot.core.fit.data import fit_data
    from bot.dialogues.candidates.finding import summary_of
    from bot.dialogues.recruiting.commands import summary_blocks

    with opened() as app:
        if not screening:
            _list(app.store.screenings.entries(), json)
            return
        found = summary_of(app.ports, screening)
    if picture:
        _draw(found, picture)
    if json:
        print_json(fit_data(found))
    else:
        out.print(render(summary_blocks(found)))


def compare(
    candidates: Annotated[
        list[str] | None, typer.Argument(help="“7F3” and so on; all who finished if left out.")
    ] = None,
    role: Named = "",
    on: Annotated[str, typer.Option(help="Only requirements about this, with quotes.")] = "",
    json: Json = False,
) -> None:
    """Show what candidates showed side by side. Nothing is added up, and nobody is ranked.

    Example: rolecall compare 7F3 2B1 --on security
    """
    from bot.channels.terminal.render import render
    from bot.core.plain import plain
    from bot.dialogues.candidates.comparing import everybody, of_role, some
    from bot.dialogues.candidates.finding import entry_named

    with opened() as app:
        meant = role_named(app, role).id
        named = tuple(candidates or ())
        if json:
            ids = [entry_named(app.ports, one, meant).id for one in named]
            print_json(_compared(of_role(app.ports, meant, ids, on)))
            return
        ports = app.ports
        blocks = some(ports, named, meant, on) if named else everybody(ports, meant, on)
    if out.is_terminal:
        out.print(render(blocks))
    else:
        out.print(plain(blocks), markup=False, soft_wrap=True)


def _compared(found: "Comparison | None") -> dict[str, Any]:
    if found is None:
        return {"candidates": [], "criteria": []}
    return {
        "role": found.role,
        "candidates": [one.summary.pseudonym for one in found.people],
        "left_out": found.left_out,
        "criteria": [
            {
                "text": row.criterion.text,
                "kind": row.criterion.kind.value,
                "levels": [cell.rating.words if cell else None for cell in row.cells],
            }
            for row in found.rows
        ],
    }


def _draw(summary: "FitSummary", file: Path) -> None:
    """Write the picture; raises NotWritten."""
    try:
        file.write_bytes(_drawn(summary, file))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise NotWritten(str(file), why, "Choose another place.") from None
    err.print(f"The picture is in {file}.", markup=False, soft_wrap=True)


def _drawn(summary: "FitSummary", file: Path) -> bytes:
    from bot.core.fit.picture import picture_file
    from bot.core.fit.sketch import of_summary

    match file.suffix.lower():
        case ".svg":
            return picture_file(of_summary(summary)).encode()
        case ".png":
            from bot.drawing.png import png

            return png(of_summary(summary))
    remedy = "Name a file that ends in .svg or .png."
    raise NotWritten(str(file), "pictures are written as SVG or PNG", remedy)


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
