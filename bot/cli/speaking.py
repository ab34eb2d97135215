"""A command said to the bot as a recruiter would say it in a chat, and its reply printed."""

from typing import TYPE_CHECKING

from bot.cli.session import opened, out, role_named

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.core.messages import Reply


def said_by_recruiter(app: "App", text: str, by: str, role: str = "") -> "Reply":
    """What the bot replies to this recruiter; `role` is the id of the role that is meant."""
    from bot.assembly.assemble import new_id, now
    from bot.core.messages import Incoming
    from bot.core.roles import Audience

    # A chat of its own: no role of an earlier command is remembered over the one named here.
    chat = f"cli:{new_id()}"
    return app.bot.handle(Incoming(chat, chat, by, Audience.TEAM, text, now(), role))


def show_reply(reply: "Reply") -> None:
    """Print a reply: drawn in a terminal, as plain text for another program."""
    from bot.channels.terminal.render import render
    from bot.core.plain import plain

    if out.is_terminal:
        out.print(render(reply.blocks))
    else:
        out.print(plain(reply.blocks), markup=False, soft_wrap=True)


def as_recruiter(text: str, role: str, by: str) -> None:
    """Say something to the bot as a recruiter would, and print what it says."""
    with opened() as app:
        reply = said_by_recruiter(app, text, by, role_named(app, role).id)
    show_reply(reply)
