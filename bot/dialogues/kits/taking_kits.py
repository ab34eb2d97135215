"""A kit's file is taken in: by command, or because it stands beside its brief."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bot.core.kits.edits import edited, edits_for
from bot.core.roles import Role
from bot.core.wording import editing as words
from bot.kit_files.reading import read_kit
from bot.ports import EditKit, Kits


@dataclass(frozen=True, slots=True)
class KitFile:
    """A kit's file: its name and text, and who takes it in."""

    name: str
    text: str
    by: str

    @property
    def mark(self) -> str:
        """The name with the text's hash: by it a file is known that was taken in before."""
        return f"{self.name} {sha256(self.text.encode()).hexdigest()[:12]}"


def taken(kits: Kits, role: Role, file: KitFile, at: datetime) -> EditKit | None:
    """The change a file makes; None where the kit is so already. Raises KitUnreadable."""
    change = _change(kits, role, file, at, "")
    return None if change.edits == kits.edits(role.id) else change


def taken_beside(kits: Kits, role: Role, file: KitFile, at: datetime) -> EditKit | None:
    """The change of the file that stands beside the brief; raises KitUnreadable.

    None where it says what it said when it was last taken in, so that it undoes no later edit.
    """
    earlier = [
        one.source for one in kits.history(role.id) if one.source.startswith(f"{file.name} ")
    ]
    if earlier and earlier[-1] == file.mark:
        return None
    return _change(kits, role, file, at, file.mark)


def _change(kits: Kits, role: Role, file: KitFile, at: datetime, source: str) -> EditKit:
    kit = read_kit(role, file.name, file.text)
    edits = edits_for(role, kit, kits.edits(role.id))
    after = len(kits.history(role.id))
    what = words.what_taken(file.name)
    return EditKit(edited(role, edits), edits, after, what, file.by, at, source=source)
