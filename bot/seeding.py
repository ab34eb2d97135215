"""Takes briefs in from files, each with the kit that stands beside it."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from bot.briefs.reading import read_brief, version_of
from bot.core.errors import BriefUnreadable, KitUnreadable, LostRace
from bot.core.roles import Role
from bot.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def seeded(
    store: Store, folder: "Path", at: datetime
) -> tuple[BriefUnreadable | KitUnreadable, ...]:
    """Take in what is new or changed in the seeds folder; what could not be read and why.

    A brief or a kit that cannot be read leaves its role as it was, and keeps no other out.
    """
    from bot.briefs.files import brief_files

    unread = []
    for file in brief_files(folder):
        try:
            _take_seed(store, file, at)
        except (BriefUnreadable, KitUnreadable) as error:
            unread.append(error)
    return tuple(unread)


def take_in(store: Store, identity: str, file: "Path", text: str, at: datetime) -> Role:
    """Take a brief in with the kit that stands beside it, both or neither.

    Raises BriefUnreadable, KitUnreadable.
    """
    from bot.kit_files.files import beside
    from bot.kit_files.files import text_of as kit_text
    from bot.kit_files.reading import read_kit

    kit = beside(file)
    if kit:
        read_kit(read_brief(identity, file.name, text), kit.name, kit_text(kit))
    role = store.roles.put(identity, file.name, text, at)
    _take_kit(store, role, file, at)
    return role


def _take_seed(store: Store, file: "Path", at: datetime) -> None:
    from bot.briefs.files import identity_of, text_of

    text, identity, roles = text_of(file), identity_of(file), store.roles
    if roles.removed(identity):
        return
    # A text taken in before was replaced by somebody since: theirs stays.
    if roles.at(identity, version_of(text)) is None:
        # Where another program that starts takes the same file in, it is taken in.
        with suppress(LostRace):
            roles.put(identity, file.name, text, at)
    known = roles.get(identity)
    if known:
        _take_kit(store, known, file, at)


def _take_kit(store: Store, role: Role, brief: "Path", at: datetime) -> None:
    """Take the kit in that stands beside a brief, if there is one and it says something new."""
    from bot.dialogues.kits.taking_kits import KitFile, taken_beside
    from bot.kit_files.files import beside, text_of

    file = beside(brief)
    if file is None:
        return
    written = KitFile(file.name, text_of(file), file.name)
    change = taken_beside(store.kits, role, written, at)
    if change:
        # Whoever changed the kit in this moment took the file in too, or says something newer.
        with suppress(LostRace):
            store.kits.edit(change)
