"""What every command needs: the assembled app, a console, and JSON on request."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from rich.console import Console

from bot.core.roles import Audience, Role, role_meant

if TYPE_CHECKING:
    from bot.assembly.assemble import App
    from bot.settings import Settings

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)


class As(StrEnum):
    """Who is talking."""

    RECRUITER = "recruiter"
    CANDIDATE = "candidate"

    @property
    def audience(self) -> Audience:
        """What this person may see."""
        return Audience.TEAM if self is As.RECRUITER else Audience.CANDIDATE


def settings(**given: Any) -> "Settings":
    """The settings; raises SettingsWrong."""
    # No model, tokenizer or data set is ever looked up at a hub while the bot runs.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from bot.settings import read_settings

    return read_settings(**given)


@contextmanager
def opened(seeded: bool = True, **given: Any) -> Iterator["App"]:
    """The app, with the seeds folder taken in; closed at the end."""
    from bot.assembly.assemble import assemble

    app = assemble(settings(**given))
    try:
        for unread in app.seeded() if seeded else ():
            err.print(str(unread), markup=False, soft_wrap=True)
        yield app
    finally:
        app.close()


def role_named(app: "App", named: str) -> Role:
    """The role with this id or title; the only one where none is named. Raises UnknownRole."""
    return role_meant(app.store.roles.all(), named)


def print_json(value: Any) -> None:
    """A value as JSON on standard output, readable and in UTF-8."""
    print(json.dumps(value, ensure_ascii=False, indent=2))  # noqa: T201 - data for another program
