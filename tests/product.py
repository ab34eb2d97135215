"""The product in this process, with its data in a folder of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.assembly.assemble import App, assemble
from bot.settings import read_settings


@contextmanager
def product(home: Path, seeds: Path) -> Iterator[App]:
    """The assembled product with no language model; the caller's settings do not count."""
    app = assemble(read_settings(home=home, seeds=seeds, model="", chroma_url="", database_url=""))
    try:
        yield app
    finally:
        app.close()
