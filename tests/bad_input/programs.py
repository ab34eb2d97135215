"""The command line as a person runs it: a process of its own, with settings of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

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
        env={
            **{name: value for name, value in os.environ.items() if "ROLECALL" not in name},
            "PYTHONPATH": str(ROOT),
            "ROLECALL_HOME": str(home),
            **settings,
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=before,
    )
