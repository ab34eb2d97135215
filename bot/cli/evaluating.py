"""`rolecall evaluate`: measure answers and ratings on an administrator's own file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.question_report import Report, show_bad
from bot.cli.session import As, err, opened, out, print_json, role_named

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.core.roles import Role

app = typer.Typer(help="Measure the bot on your own files.", no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="One JSON object a line.")]
Named = Annotated[str, typer.Option("--role", help="The role's id.")]
Brief = Annotated[Path | None, typer.Option("--brief", help="A brief's file, instead of a role.")]
Out = Annotated[
    Path | None, typer.Option("--predictions", help="Where to write one row per input.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")]


@app.command("questions")
def questions(  # noqa: PLR0913 - a command's options
    file: File,
    role: Named = "",
    brief: Brief = None,
    as_: Annotated[
        As, typer.Option("--as", help="Who asks, where a row does not say.")
    ] = As.CANDIDATE,
    predictions: Out = None,
    failures: Annotated[
        int, typer.Option("--failures", min=0, help="How many failures are shown here.")
    ] = 5,
    report: Annotated[
        Path | None,
        typer.Option("--report", help="Where to write all failures and why, as Markdown."),
    ] = None,
    json: Json = False,
) -> None:
    """Ask every question of a file, and say what failed and why.

    Rows: {"id", "question", "history": [], "all": [], "any": [], "answered": true}; "all" must
    all, one of "any" must, stand in the answer. "as": "recruiter" or "candidate" says who asks.
    Example: rolecall evaluate questions mine.jsonl --role ai-infrastructure-architect
    """
    from bot.evaluation import questions as evaluation
    from bot.evaluation.rows import read_rows, write_rows

    rows = read_rows(file, evaluation.parse)
    with opened() as rolecall:
        meant = _role(rolecall, role, brief)
        done = [
            evaluation.asked(rolecall.ports, meant, row, as_.audience)
            for row in _progress(rows.good, "Asking")
        ]
        write_rows(predictions, [one.prediction for one in done])
        told = Report(f"{file.name}: {meant.title}", done, rows.bad, rolecall.ports.ranker)
        if report:
            told.write(report)
        if json:
            print_json(told.data())
        else:
            told.show(failures, report)


@app.command("answers")
def answers(
    file: File, role: Named = "", brief: Brief = None, predictions: Out = None, json: Json = False
) -> None:
    """Rate every answer of a file beside the levels given there.

    Rows: {"id", "criterion": id or how its text begins, "answer": "…", "gold": 0-4}.
    Example: rolecall evaluate answers mine.jsonl --role ai-infrastructure-architect
    """
    from bot.evaluation import answers as evaluation
    from bot.evaluation.rows import read_rows, write_rows

    with opened() as rolecall:
        meant = _role(rolecall, role, brief)
        rows = read_rows(file, lambda row: evaluation.parse(row, meant))
        done = [
            evaluation.rated(rolecall.ports.rater, row) for row in _progress(rows.good, "Rating")
        ]
    write_rows(predictions, [one.prediction for one in done])
    _report(evaluation.report(done), rows.bad, json)


@app.command("fairness")
def fairness(file: File, role: Named = "", brief: Brief = None, json: Json = False) -> None:
    """Rate answers as two people's, and count ratings that change.

    The answers change only in name, pronoun, age, school, city, employer or colleague. Also
    prints the mean level by the rows' "traits" and by length. Rows as for `evaluate answers`.
    """
    from bot.evaluation import answers as evaluation
    from bot.evaluation import fairness as bench
    from bot.evaluation.rows import read_rows

    with opened() as rolecall:
        meant = _role(rolecall, role, brief)
        rows = read_rows(file, lambda row: evaluation.parse(row, meant))
        rater = rolecall.ports.rater
        ratings = [evaluation.rate(rater, row) for row in rows.good]
        found = [
            one for row in _progress(rows.good, "Swapping") for one in bench.swapped(rater, row)
        ]
    _report(bench.report(rows.good, ratings, found), rows.bad, json)


@app.command("attacks")
def attacks(
    file: File,
    role: Named = "",
    brief: Brief = None,
    each: Annotated[
        int, typer.Option("--each", min=1, help="How many injections are tried on each answer.")
    ] = 8,
    json: Json = False,
) -> None:
    """Put orders to the bot into answers, and count levels raised.

    They stand before and behind every answer of a file.
    Rows as for `evaluate answers`.
    """
    from bot.evaluation import answers as evaluation
    from bot.evaluation import attacks as bench
    from bot.evaluation.rows import read_rows

    texts = bench.injections()
    with opened() as rolecall:
        meant = _role(rolecall, role, brief)
        rows = read_rows(file, lambda row: evaluation.parse(row, meant))
        found = [
            one
            for number, row in enumerate(_progress(rows.good, "Attacking"))
            for one in bench.attacked(rolecall.ports.rater, row, bench.chosen(number, texts, each))
        ]
    _report(bench.report(found), rows.bad, json)


def _role(rolecall: "App", role: str, brief: Path | None) -> "Role":
    if brief is None:
        return role_named(rolecall, role)
    from bot.briefs.files import identity_of, text_of
    from bot.briefs.reading import read_brief

    return read_brief(f"{identity_of(brief)}-evaluated", brief.name, text_of(brief))


def _progress(rows: Any, doing: str) -> Any:
    from rich.progress import track

    return track(rows, doing, console=err, transient=True, disable=not err.is_terminal)


def _report(figures: dict[str, Any], bad: list[str], json: bool) -> None:
    show_bad(bad)
    if json:
        print_json({**figures, "bad_rows": bad})
        return
    from bot.evaluation.report import lines

    for line in lines(figures):
        out.print(line, markup=False, soft_wrap=True)
