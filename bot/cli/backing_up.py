"""`rolecall backup` and `rolecall restore`: the embedded deployment in one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.session import opened, out, settings
from bot.core.errors import RolecallError


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")],
) -> None:
    """Write everything that is kept to one file. The bot may be running.

    The secret that invitations are made from is not in it: keep it apart (docs/operate.md).
    Example: rolecall backup rolecall-monday.zip
    """
    from bot.operating.backup import back_up

    size = back_up(settings().database, file)
    _say(f"Kept in {file}: {size / 1e6:,.1f} MB. The secret is not in it: see docs/operate.md.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `rolecall backup` wrote.")],
) -> None:
    """Put a backup into an empty ROLECALL_HOME.

    Every log is checked, and the index is made again.
    Nothing that is there is overwritten. Ends with 1 where a log does not hold together.
    Example: ROLECALL_HOME=new rolecall restore rolecall-monday.zip
    """
    from bot.operating.backup import checked
    from bot.operating.backup import restore as put_back

    put_back(file, settings().database)
    with opened(seeded=False) as app:
        found = checked(app.store)
        _say(f"Restored: {len(app.store.roles.all())} roles, {found.screenings} screenings.")
        try:
            _say(f"Index made again: {app.index().indexed} briefs.")
        except RolecallError as error:
            _say(f"The index is made when it is needed: {error}")
    _tell(found.broken)


def verify() -> None:
    """Check the hash chain of every screening's log.

    Ends with 1 where one does not hold together.
    Example: rolecall screening verify
    """
    from bot.operating.backup import checked

    with opened(seeded=False) as app:
        found = checked(app.store)
    _say(f"{found.screenings} logs read.")
    _tell(found.broken)


def _tell(broken: tuple[str, ...]) -> None:
    for screening in broken:
        _say(f"The log of screening {screening} does not hold together: do not decide on it.")
    if broken:
        raise typer.Exit(1)
    _say("Every log holds together.")


def _say(line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)
