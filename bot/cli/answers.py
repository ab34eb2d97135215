"""`rolecall answers`: what was asked of the hiring team, and what it answered."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.session import opened, out, print_json, role_named
from bot.cli.speaking import said_by_recruiter, show_reply

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.core.answering.questions import Question

app = typer.Typer(help="What the brief does not say, and the team's answers.", no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Number = Annotated[int, typer.Argument(help="The question’s number.", min=1, max=999_999_999)]
Words = Annotated[str, typer.Argument(help="The answer in full sentences, in quotes.")]
By = Annotated[str, typer.Option(help="Who answers: shown with the answer where it is a name.")]
Team = Annotated[bool, typer.Option("--team", help="For the team alone, never for a candidate.")]


@app.command("list")
def list_answers(
    role: Annotated[str, typer.Option(help="Only this role's, by its id.")] = "",
    json: Json = False,
) -> None:
    """List the questions for the team, open ones first.

    Example: rolecall answers list --json
    """
    from bot.core.answering.question_data import question_data

    with opened() as rolecall:
        named = role_named(rolecall, role).id if role else ""
        known = rolecall.store.questions.of(named)
        if json:
            print_json([question_data(one) for one in known])
            return
        _show(rolecall, known)


@app.command("add")
def add(number: Number, text: Words, team: Team = False, by: By = "recruiter") -> None:
    """Answer a question. Whoever asked is told, and the answer is cited from then on.

    Example: rolecall answers add 12 "The team is eight people." --by "Ada Example"
    """
    _say(f"answer {number} {'team' if team else 'all'}: {text}", number, by)


@app.command("correct")
def correct(number: Number, text: Words, by: By = "recruiter") -> None:
    """Correct an answer. Whoever asked is told.

    Example: rolecall answers correct 12 "The team is nine people."
    """
    _say(f"correct {number} {text}", number, by)


@app.command("withdraw")
def withdraw(number: Number, by: By = "recruiter") -> None:
    """Withdraw an answer, or close a question without one. Whoever asked is told.

    Example: rolecall answers withdraw 12
    """
    _say(f"withdraw {number}", number, by)


def _show(rolecall: "App", known: tuple["Question", ...]) -> None:
    from bot.assembly.assemble import now
    from bot.channels.terminal.render import render
    from bot.dialogues.questions.team_answers import answered_ones, open_ones

    out.print(render(open_ones(rolecall.ports, known, now())))
    out.print(render(answered_ones(rolecall.ports, known)))


def _say(text: str, number: int, by: str) -> None:
    """Say a command to the bot. Raises UnknownQuestion.

    The role's index follows with the next question about it, in the program that answers that.
    """
    from bot.core.errors import UnknownQuestion

    with opened() as rolecall:
        if rolecall.store.questions.get(number) is None:
            raise UnknownQuestion(number)
        reply = said_by_recruiter(rolecall, text, by)
    show_reply(reply)
