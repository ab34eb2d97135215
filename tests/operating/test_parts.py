"""What has to be well: room on the disk, found out by writing."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.operating.parts import NoRoom, room


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process grows over so many bytes meanwhile."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_folder_that_can_be_written_is_left_as_it_was(tmp_path: Path) -> None:
    room(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_and_a_folder_that_is_gone_are_told(tmp_path: Path) -> None:
    with files_of_at_most(1000), pytest.raises(NoRoom, match=r"disk is full.*Free some space"):
        room(tmp_path)
    with pytest.raises(NoRoom, match="no such file or directory"):
        room(tmp_path / "gone")
