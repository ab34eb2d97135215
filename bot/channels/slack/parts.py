"""What the Slack app is put together with; it does without what is missing."""

from dataclasses import dataclass, field

from bot.channels.slack.filling import Forms
from bot.channels.slack.surfaces import Desk
from bot.ports.installations import Installations
from bot.ports.references import Presence, Unnoted


@dataclass(frozen=True, slots=True)
class Parts:
    """`desk` says what is shown to whoever opens the app; without one, nothing is.

    `installations` are those of an app that several workspaces have. `forms` are drawn as modals,
    and without them words are said instead. `presence` hears where the bot is.
    """

    desk: Desk | None = None
    installations: Installations | None = None
    forms: Forms | None = None
    presence: Presence = field(default_factory=Unnoted)


ALONE = Parts()
"""An app that hears and answers, and nothing else."""
