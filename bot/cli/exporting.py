"""`rolecall export`: screenings as JSON, CSV or Markdown, or all that is kept of one candidate."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.session import err, opened, print_json, role_named
from bot.core.errors import NotWritten, UnknownScreening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.assembly.assemble import App
    from bot.core.team.hand_over import HandOver


class Form(StrEnum):
    """What an export is written as."""

    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


def export(
    screening: Annotated[
        str, typer.Argument(help="“7F3” or the screening's id; all who finished if left out.")
    ] = "",
    role: Annotated[str, typer.Option(help="The role's id; not needed where there is one.")] = "",
    form: Annotated[Form | None, typer.Option("--form", help="json, csv or md.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="The file; it ends in .json, .csv or .md.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="All that is kept of this candidate, as JSON.")
    ] = False,
) -> None:
    """Hand screenings over to another program.

    A file holds summary, record, decisions and the log with its hashes.
    Each log's hash chain is checked on the way. The file holds the candidates' words as they were
    written; --everything holds the name and the whole chat too, for a candidate who asks for it.
    Example: rolecall export 7F3 --out candidate-7f3.json
    """
    chosen = form or _form_of(out)
    with opened() as app:
        if everything:
            _everything(app, screening)
            return
        written = _written(_handed(app, screening, role), chosen)
    if out is None:
        typer.echo(written, nl=False)
        return
    _write(out, written, chosen)
    err.print(f"Exported to {out}.", markup=False, soft_wrap=True)


def _form_of(out: Path | None) -> Form:
    ending = out.suffix.lower().removeprefix(".") if out else Form.JSON.value
    if ending not in list(Form):
        raise NotWritten(str(out), "its name says no form", "Let it end in .json, .csv or .md.")
    return Form(ending)


def _handed(app: "App", screening: str, role: str) -> "Sequence[HandOver]":
    if screening:
        return (app.handing_over.named(screening, role),)
    return app.handing_over.finished(role_named(app, role).id)


def _written(handed: "Sequence[HandOver]", form: Form) -> str:
    from bot.core.team.hand_over_files import FILES

    return FILES[form.value](handed)


def _write(out: Path, written: str, form: Form) -> None:
    # Spreadsheets take a file for UTF-8 only where it begins with a mark.
    encoding = "utf-8-sig" if form is Form.CSV else "utf-8"
    try:
        with out.open("w", encoding=encoding, newline="") as file:
            file.write(written)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise NotWritten(str(out), why, "Choose another place.") from None


def _everything(app: "App", screening: str) -> None:
    from bot.core.screening.self_identification import name_of
    from bot.dialogues.candidates.finding import entry_named
    from bot.storage.everything import everything

    identity = entry_named(app.ports, screening).id
    found = everything(app.store.database, identity, app.mark(name_of(identity)))
    if not found:  # It was erased a moment ago.
        raise UnknownScreening(screening)
    print_json(found)
