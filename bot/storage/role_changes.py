"""What a turn changes in a role: its brief, its kit, and where its posts go."""

from typing import assert_never

from sqlalchemy import Connection

from bot.core.brief_changes import BriefChange, DropDraft, KeepDraft, TakeBrief
from bot.core.hiring_changes import ChooseChannels
from bot.ports import Approve, EditKit
from bot.storage.drafts import drop_draft, keep_draft, take_draft
from bot.storage.hiring_channels import choose_channels
from bot.storage.kits import approve, edit_kit

RoleChange = Approve | EditKit | ChooseChannels | BriefChange


def change_role(connection: Connection, change: RoleChange) -> None:
    """Keep one change; raises LostRace where the kit or the brief was changed meanwhile."""
    match change:
        case Approve():
            approve(connection, change)
        case EditKit():
            edit_kit(connection, change)
        case ChooseChannels():
            choose_channels(connection, change)
        case KeepDraft():
            keep_draft(connection, change)
        case DropDraft():
            drop_draft(connection, change)
        case TakeBrief():
            take_draft(connection, change)
        case _:
            assert_never(change)
