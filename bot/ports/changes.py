"""What a turn changes, and the one place where its changes are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.answering.feedback import GiveFeedback, KeepTrace
from bot.core.answering.question_changes import AskTeam, Publish, Retract, Told
from bot.core.brief_changes import BriefChange
from bot.core.kits.edits import Edits
from bot.core.kits.kit import Kit
from bot.core.messages import Block, Incoming, Reply
from bot.core.screening.events import Event, Invited
from bot.core.screening.self_identification import SetApart
from bot.core.team.hiring_changes import ChooseChannels, ChooseTeam
from bot.ports.conversations import Conversation
from bot.ports.resumes import DropWaiting, KeepWaiting


@dataclass(frozen=True, slots=True)
class Open:
    """Open a screening: its first event, the invitation's token (hashed when kept), its end."""

    screening: str
    invited: Invited
    candidate: str
    token: str
    expires_at: datetime
    kit: Kit


@dataclass(frozen=True, slots=True)
class Append:
    """Append events to a log that has `after` events now."""

    screening: str
    after: int
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Remember:
    """Keep what is known of a chat."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class Approve:
    """Sign a kit off: by whom, when, and what the platform calls them."""

    kit: Kit
    by: str
    at: datetime
    name: str = ""


@dataclass(frozen=True, slots=True)
class EditKit:
    """Change a kit that was changed `after` times before: the edits in force from now on.

    `kit` is what comes of them, `what` says in words what was changed.
    """

    kit: Kit
    edits: Edits
    after: int
    what: str
    by: str
    at: datetime
    name: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Erase:
    """Delete all that a candidate told, what was posted about it included.

    With `unless_held`, one that is under a legal hold by then stays as it is. `apart` is the mark
    of what they told about themselves (`self_identification.name_of`, hashed), which goes too.
    """

    screening: str
    at: datetime
    unless_held: bool = False
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Redraw:
    """Put these blocks in the place of a screening's card, wherever it was posted."""

    screening: str
    blocks: tuple[Block, ...]


Change = (
    Open
    | Append
    | Remember
    | Approve
    | EditKit
    | Erase
    | Redraw
    | AskTeam
    | Publish
    | Retract
    | Told
    | BriefChange
    | ChooseChannels
    | ChooseTeam
    | KeepTrace
    | GiveFeedback
    | SetApart
    | KeepWaiting
    | DropWaiting
)


class Inbox(Protocol):
    """Messages that were handled, and the one place where a turn's changes are kept."""

    def reply_to(self, message: str) -> Reply | None:
        """The reply this message got, where it was handled before."""
        ...

    def commit(self, incoming: Incoming, reply: Reply, changes: Sequence[Change]) -> None:
        """Keep reply, posts and changes in one transaction.

        Raises LostRace where the message was handled, or a log or a question grew, in the meantime:
        nothing of the turn is kept then.
        """
        ...
