"""The command line as a person runs it, with settings of its own: here, or as its own process."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from types import MappingProxyType
from unittest.mock import patch

from bot.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


def rolecall(
    home: Path,
    *words: str,
    settings: Mapping[str, str] = MappingProxyType({}),
    before: Callable[[], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run it to its end, with its data in `home` and no seeds; `before` runs in the process."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=home if home.is_dir() else home.parent,
        env={**_surroundings(home, settings), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=before,
    )


def command(
    home: Path, *words: str, settings: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[str]:
    """Run it through the same door in this process: what it loads is loaded once."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    with (
        chdir(home if home.is_dir() else home.parent),
        patch.dict(os.environ, _surroundings(home, settings), clear=True),
        patch.object(sys, "argv", ["rolecall", *words]),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            status = int(ended.code or 0)
    return subprocess.CompletedProcess(words, status, out.getvalue(), err.getvalue())


def _surroundings(home: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """The environment, with these settings of ours and no others."""
    kept = {name: value for name, value in os.environ.items() if "ROLECALL" not in name}
    return {**kept, "ROLECALL_HOME": str(home), **settings}
