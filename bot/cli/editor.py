"""Opens a text in the person's own editor, and gives back what they saved."""

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.core.errors import RolecallError


class NoEditor(RolecallError):
    """The editor could not be opened, or did not end well."""

    def __init__(self, command: str) -> None:
        super().__init__(f"The editor “{command}” could not be used. Nothing was changed.")
        self.command = command
        self.remedy = "Set EDITOR, for example EDITOR=nano, or use `rolecall kit export`."


def edited(text: str, name: str) -> str:
    """The text as it was saved, in a file of this name; raises NoEditor."""
    # The shell's own convention, as git and crontab follow it; no setting of Rolecall's.
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with TemporaryDirectory(prefix="rolecall-") as folder:
        file = Path(folder) / name
        file.write_text(text, "utf-8")
        try:
            # The person's own command on their own machine.
            subprocess.run([*shlex.split(command), str(file)], check=True)  # noqa: S603
            return file.read_text("utf-8")
        except (OSError, ValueError, subprocess.CalledProcessError):
            raise NoEditor(command) from None
