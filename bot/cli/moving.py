"""`rolecall move`: from the SQLite file of one machine to a PostgreSQL server."""

from typing import Annotated

import typer

from bot.cli.session import out, settings

_NEXT = (
    "Next (docs/operate.md has the whole of it):",
    "1. Set DATABASE_URL to the new database.",
    "2. Set ROLECALL_SECRET on every machine to what the file `secret` in {home} holds, unless it "
    "is set already: with it, links of invitations that were sent can be shown again.",
    "3. Run `rolecall screening verify`, then start Rolecall. The index is made again by itself.",
    "4. Once it runs, delete {home}/rolecall.db and {home}/rolecall.turns.db: whatever a candidate "
    "erases from now on is still in them.",
)


def move(
    to: Annotated[str, typer.Option(help="An empty database: postgresql://USER@HOST/DATABASE.")],
) -> None:
    """Move everything from SQLite to an empty PostgreSQL database.

    Whether all of it arrived is checked.
    Stop Rolecall first. All is copied or nothing, and the SQLite file stays as it is. A password
    can be left to PostgreSQL's own PGPASSWORD or password file.
    Example: rolecall move --to postgresql://rolecall@db.example/rolecall
    """
    from bot.operating.moving import move as moved

    chosen = settings()
    counts = moved(chosen.database, to)
    what = ", ".join(f"{counts[one]} {one}" for one in ("roles", "screenings", "messages", "posts"))
    _say(f"Moved {sum(counts.values())} rows: {what}.")
    _say("All were read back the same, and every log holds together. The file was not changed.")
    for line in _NEXT:
        _say(line.format(home=chosen.home))


def _say(line: str) -> None:
    out.print(line, markup=False, soft_wrap=True)
