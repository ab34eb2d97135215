"""The invented office and the stage, for what is tested by the row of the feature it belongs to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dialogues.stage import Stage
from tests.questions.conftest import opened, world
from tests.recruiting.conftest import office, url

__all__ = ["office", "opened", "url", "world"]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    """The whole product with a lighthouse keeper to hire, and a clock to turn."""
    made = Stage(tmp_path / "stage")
    made.hire_for("lighthouse-keeper")
    yield made
    made.close()
