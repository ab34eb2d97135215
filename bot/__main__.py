"""The command line: `rolecall COMMAND`."""

import sys
from typing import Annotated

import typer

from bot.cli import (
    answers,
    asking,
    backing_up,
    chatting,
    diagnosing,
    evaluating,
    exporting,
    feedback,
    figures,
    kits,
    moving,
    replaying,
    retention,
    roles,
    screenings,
    serving,
    slack,
    teams,
)
from bot.cli.session import err
from bot.core.errors import RolecallError

app = typer.Typer(
    name="rolecall",
    help="A recruiting chatbot: one role brief in; answers, a screening and a fit summary out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


def _told_version(asked: bool) -> None:
    if asked:
        diagnosing.version()
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_told_version, is_eager=True),
    ] = False,
) -> None:
    del version


app.command("run")(serving.run)
app.command("chat")(chatting.chat)
app.command("demo")(chatting.demo)
app.command("ask")(asking.ask)
app.add_typer(roles.app, name="roles")
app.add_typer(kits.app, name="kit")
app.command("invite")(screenings.invite)
app.command("summary")(screenings.summary)
app.command("compare")(screenings.compare)
app.command("export")(exporting.export)
app.command("funnel")(figures.funnel)
app.command("impact")(figures.impact)
app.add_typer(replaying.app, name="screening")
app.add_typer(replaying.audit, name="audit")
app.add_typer(retention.app, name="retention")
app.add_typer(answers.app, name="answers")
app.add_typer(feedback.app, name="feedback")
app.add_typer(evaluating.app, name="evaluate")
app.add_typer(teams.app, name="teams")
app.add_typer(slack.app, name="slack")
app.command("backup")(backing_up.backup)
app.command("restore")(backing_up.restore)
app.command("move")(moving.move)
app.command("doctor")(diagnosing.doctor)
app.command("version")(diagnosing.version)


def main() -> None:
    """Run a command. A mistake a person can put right is said in plain words; exit status 2."""
    try:
        app()
    except RolecallError as error:
        err.print(str(error), markup=False, soft_wrap=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
