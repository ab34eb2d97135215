"""`rolecall chat` and `rolecall demo`: the bot in the terminal, typed or played."""

from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.roles import indexed
from bot.cli.session import As, opened, out, role_named

if TYPE_CHECKING:
    from bot.assembly.assemble import App


def chat(
    as_: Annotated[As, typer.Option("--as", help="Who talks to the bot.")] = As.RECRUITER,
    role: Annotated[str, typer.Option(help="The role's id; not needed where there is one.")] = "",
    code: Annotated[
        str, typer.Option(help="A candidate's invitation code; without one it is a trial.")
    ] = "",
) -> None:
    """Talk to the bot. Leave with “exit”; what was said is kept.

    Example: rolecall chat --as candidate --role ai-infrastructure-architect
    """
    from bot.assembly.assemble import new_id, now
    from bot.channels.terminal.app import TerminalChat
    from bot.channels.terminal.parse import chat_of

    with opened() as app:
        screening = ""
        named = role_named(app, role).id if role or as_ is As.CANDIDATE else ""
        if as_ is As.CANDIDATE:
            screening = _screening(app, named, code)
        started = chat_of(as_.audience, named, screening, now())
        TerminalChat(app.bot.handle, started, out, new_id, now).run(_opening(named, screening))


def _opening(role: str, screening: str) -> str:
    """What is said first. A role named on the command line is the newest word on which is meant."""
    if screening:
        return ""
    return f"use {role}" if role else "hello"


def _screening(app: "App", role: str, code: str) -> str:
    """The screening a code opens; a trial of the role's present kit where there is no code."""
    from bot.assembly.assemble import new_id, now
    from bot.core.errors import RolecallError, UnknownScreening
    from bot.core.messages import Incoming, Reply
    from bot.core.roles import Audience
    from bot.core.wording.screening import LINK_INVALID
    from bot.dialogues.recruiting.inviting import opening

    if code:
        found = app.store.screenings.by_token(code.strip(), now())
        if found is None:
            raise RolecallError(LINK_INVALID)
        return found
    known = app.store.roles.get(role)
    if known is None:  # it was named a moment ago, and somebody removed it since
        raise UnknownScreening(role)
    incoming = Incoming(f"trial:{new_id()}", "terminal:trial", "trial", Audience.TEAM, "", now())
    opened_now = opening(app.ports, known, "A trial", incoming, trial=True)
    app.store.inbox.commit(incoming, Reply(()), (opened_now,))
    return opened_now.screening


def demo(
    role: Annotated[str, typer.Option(help="The role's id.")] = "ai-infrastructure-architect",
) -> None:
    """Play the whole story once: the brief, questions, a screening, the fit summary.

    It runs the real bot in a folder of its own and leaves nothing behind.
    Example: rolecall demo
    """
    from tempfile import TemporaryDirectory

    from bot.cli.demo import play

    with (
        TemporaryDirectory(prefix="rolecall-demo-") as folder,
        opened(home=folder, database_url=f"sqlite:///{folder}/demo.db", chroma_url="") as app,
    ):
        named = role_named(app, role)
        out.rule(f"1. The brief of {named.title} is indexed")
        indexed(app)
        play(app, named)
