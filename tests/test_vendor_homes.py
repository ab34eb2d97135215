"""Each vendor's package has one home: the import contracts say which, and break for any other."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent

FREE = {
    # Small, or a framework's own vocabulary: a home of their own would only be a detour.
    *("numpy", "pydantic", "pydantic_core", "pydantic_settings", "structlog"),
    # The web server and its requests: the web pages, two doors, and the serving of them.
    *("starlette", "uvicorn"),
    # The terminal: commands, and what they print.
    *("rich", "typer"),
    # Words: stems and misspellings.
    *("Stemmer", "rapidfuzz"),
    # Requests over the network: Teams' tokens and keys, a Chroma server that does not answer, and
    # this program's own address as Slack will ask it.
    *("httpx", "jwt", "requests"),
}
"""Packages without a contract, and why."""


def contracts() -> list[dict[str, Any]]:
    """The contracts that give packages a home."""
    read = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = read["tool"]["importlinter"]["contracts"]
    return [contract for contract in found if contract["type"] == "protected"]


def imported(file: Path) -> set[str]:
    """The names of the packages that a file imports, also within functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


def test_every_package_has_a_home_or_a_reason_to_have_none() -> None:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "retrieval").rglob("*.py")]
    used = set().union(*map(imported, files)) - sys.stdlib_module_names - {"bot", "retrieval"}
    homes = {name for contract in contracts() for name in contract["protected_modules"]}
    assert used - homes - FREE == set()
    assert homes - used == set(), "a contract for what is not used any more"
    assert FREE - used == set(), "a reason for what is not used any more"


def test_a_package_that_is_used_elsewhere_breaks_its_contract(tmp_path: Path) -> None:
    for name in ("bot", "retrieval"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    names = [name for contract in contracts() for name in contract["protected_modules"]]
    lines = "".join(f"    import {name}\n" for name in names)
    (tmp_path / "bot" / "cli" / "stray.py").write_text(f"def stray() -> None:\n{lines}", "utf-8")
    checked = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 1, checked.stdout + checked.stderr
    for contract in contracts():
        assert f"{contract['name']} BROKEN" in " ".join(checked.stdout.split())
