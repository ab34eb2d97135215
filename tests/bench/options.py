"""What a run of the bench is told: where public data lies, and how thorough to be."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """`data` holds the public sets and `cache` vectors between runs, if they are given.

    `full` measures indexing and growth on a thousand roles instead of two hundred, and load ten
    times as long. `only` names pieces of the parts that have some; empty for all.
    """

    data: Path | None = None
    cache: Path | None = None
    full: bool = False
    only: tuple[str, ...] = ()

    def wants(self, piece: str) -> bool:
        """Whether a piece is to be measured."""
        return not self.only or piece in self.only

    @property
    def roles(self) -> int:
        """How many roles indexing and growth are measured on."""
        return 1000 if self.full else 200

    def file(self, name: str) -> Path | None:
        """A file of the public data; None where it is not there."""
        found = self.data / name if self.data else None
        return found if found is not None and found.is_file() else None

    @staticmethod
    def absent(name: str) -> str:
        """Why nothing was measured on a file that is not there."""
        return f"there is no {name} in the folder that --data or ROLECALL_BENCH_DATA names"
