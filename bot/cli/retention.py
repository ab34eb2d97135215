"""`rolecall retention`: what is erased by policy, and what is kept out of it on purpose."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.session import opened, out, print_json

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.core.clock.due import Course
    from bot.dialogues.by_the_clock.retention import Retention

app = typer.Typer(help="Erasing by policy once its time is over, and legal holds.")
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Screening = Annotated[str, typer.Argument(help="The screening's id; `rolecall summary` lists.")]
By = Annotated[str, typer.Option(help="Who says so.")]


@app.callback(invoke_without_command=True)
def retention(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List only; erase nothing.")] = False,
    json: Json = False,
) -> None:
    """Erase the screenings whose time is over, as the running program does by itself.

    Example: rolecall retention --dry-run
    """
    if context.invoked_subcommand:
        return
    from bot.assembly.assemble import now
    from bot.dialogues.by_the_clock.retention import batches

    with opened(seeded=False) as rolecall:
        policy, moment = _retention(rolecall), now()
        gone = policy.due(moment)
        held = len(rolecall.store.holds.all())
        for some in () if dry_run else batches(gone):
            policy.erase(moment, some)
        left = () if dry_run else policy.due(moment)
    if json:
        print_json([_data(course) for course in gone])
        return
    for course in gone:
        ended = f"{course.last_at:%Y-%m-%d}" if course.last_at else ""
        out.print(
            f"{course.pseudonym}: {course.role}, ended {ended} ({course.screening})", markup=False
        )
    what = "would be erased" if dry_run else "erased"
    out.print(f"{len(gone) - len(left)} {what}; {held} held.", markup=False)


@app.command("hold")
def hold(
    screening: Screening,
    reason: Annotated[str, typer.Option(help="Why it must be kept.")],
    by: By,
) -> None:
    """Keep a screening out of retention until it is released.

    The candidate's own “erase my data” is not affected.
    Example: rolecall retention hold 7f3k2mp9xc4d8e6h --reason "claim 12/2027" --by "Ada Example"
    """
    from bot.assembly.assemble import now
    from bot.ports import Hold

    with opened(seeded=False) as rolecall:
        done = rolecall.store.holds.put(Hold(screening, _filled(reason), _filled(by), now()))
    _tell(done, f"{screening} is held.", f"{screening} is held already, or there is none.")


@app.command("release")
def release(screening: Screening, by: By) -> None:
    """Let retention go on with a screening.

    Example: rolecall retention release 7f3k2mp9xc4d8e6h --by "Ada Example"
    """
    from bot.assembly.assemble import now

    with opened(seeded=False) as rolecall:
        done = rolecall.store.holds.release(screening, _filled(by), now())
    _tell(done, f"{screening} is released.", f"{screening} is not held.")


@app.command("holds")
def holds(json: Json = False) -> None:
    """List what is held: why, who said so, and when.

    Example: rolecall retention holds
    """
    with opened(seeded=False) as rolecall:
        known = rolecall.store.holds.all()
    if json:
        print_json(
            [
                {"screening": h.screening, "reason": h.reason, "by": h.by, "at": h.at.isoformat()}
                for h in known
            ]
        )
        return
    for one in known:
        out.print(f"{one.screening}: {one.reason} ({one.by}, {one.at:%Y-%m-%d})", markup=False)
    if not known:
        out.print("Nothing is held.")


def _retention(rolecall: "App") -> "Retention":
    from bot.dialogues.by_the_clock.retention import Retention

    return Retention(rolecall.ports, rolecall.store.agenda, rolecall.store.holds)


def _data(course: "Course") -> dict[str, str]:
    ended = course.last_at.isoformat() if course.last_at else ""
    return {
        "screening": course.screening,
        "role": course.role,
        "pseudonym": course.pseudonym,
        "ended_at": ended,
    }


def _filled(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise typer.BadParameter("write a few words")
    return said


def _tell(done: bool, yes: str, no: str) -> None:
    out.print(yes if done else no, markup=False)
    raise typer.Exit(0 if done else 2)
