"""What a turn changes in a role: its brief, its kit, and where its posts go."""

from typing import assert_never

from sqlalchemy import Connection

from bot.core.brief_changes import BriefChange, DropDraft, KeepDraft, TakeBrief
from bot.core.team.hiring_changes import ChooseChannels, ChooseTeam
from bot.ports import Approve, EditKit
from bot.storage.drafts import change_brief
from bot.storage.hiring_channels import choose_channels
from bot.storage.kits import approve, edit_kit
from bot.storage.role_teams import choose_team

RoleChange = Approve | EditKit | ChooseChannels | ChooseTeam | BriefChange


def change_role(connection: Connection, change: RoleChange) -> None:
    """Keep one change; raises LostRace where the kit or the brief was changed meanwhile."""
    match change:
        case Approve():
            approve(connection, change)
        case EditKit():
            edit_kit(connection, change)
        case ChooseChannels():
            choose_channels(connection, change)
        case ChooseTeam():
            choose_team(connection, change)
        case KeepDraft() | DropDraft() | TakeBrief():
            change_brief(connection, change)
        case _:
            assert_never(change)
