"""Where something was said in Slack, by whom, and what may be told there."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from bot.channels.slack.payload import Payload, string
from bot.core.roles import Audience
from bot.ports.delivery import Address


@dataclass(frozen=True, slots=True)
class Rules:
    """Who is the team, where only the team reads, and which role a channel is about.

    With `candidates_only`, nobody is the team. `workspace` is the id of the one of several
    workspaces (or the organization) whose rules these are, `channel` the name of the app's channel.
    """

    recruiters: Container[str]
    team_channels: Container[str]
    roles: Mapping[str, str]
    candidates_only: bool
    channel: str = "slack"
    workspace: str = ""

    def named(self, name: str) -> str:
        """What Slack calls something, told apart from the same name in another workspace."""
        return f"{self.workspace}/{name}" if self.workspace else name


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was said, and by whom. `only_for` names who alone sees the answer.

    `name` is what Slack calls the person, where it says so: not in events. `outside` is true where
    the person is of another workspace, `shared` where people of another workspace read along.
    """

    team: str
    channel: str
    user: str
    thread: str = ""
    only_for: str = ""
    name: str = ""
    outside: bool = False
    shared: bool = False

    @property
    def direct(self) -> bool:
        """Whether this is the person's own chat with the bot."""
        return self.channel.startswith("D") and not self.only_for

    @property
    def conversation(self) -> str:
        """The chat's name."""
        chat = f"slack:{self.team}:{self.channel}"
        if self.direct:
            return chat
        return f"{chat}:{self.only_for or self.thread}"

    @property
    def person(self) -> str:
        """The person's name for the bot."""
        return f"slack:{self.team}:{self.user}"

    def within(self, rules: Rules) -> "Place":
        """The place as it is called where an app is installed in several workspaces.

        In a whole organization people and chats have one name each, whichever of its workspaces
        Slack tells of; otherwise whoever Slack tells of from another workspace is of another.
        """
        if not rules.workspace:
            return self
        whole = rules.workspace.startswith("E")
        outside = self.outside or (not whole and self.team != rules.workspace)
        return replace(self, team=rules.workspace, outside=outside)

    @property
    def address(self) -> Address:
        """Where a reply goes."""
        parts = {"channel": self.channel, "thread_ts": self.thread, "user": self.only_for}
        return {name: part for name, part in parts.items() if part}

    def audience(self, rules: Rules) -> Audience:
        """What may be told here: the team's only to a recruiter whom nobody else overhears."""
        team_reads = self.channel in rules.team_channels and not self.shared
        among_team = bool(self.direct or self.only_for or team_reads)
        could_be = not rules.candidates_only and among_team and not self.outside
        return Audience.TEAM if could_be and self.user in rules.recruiters else Audience.CANDIDATE


def place(team: str, channel: str, user: str, thread: str = "", only_for: str = "") -> Place | None:
    """The place; None where a part is missing."""
    return Place(team, channel, user, thread, only_for) if team and channel and user else None


def is_outside(team: str, *tellers: Payload) -> bool:
    """Whether any of what Slack says about a person names another workspace than `team`."""
    named = (
        string(teller, name)
        for teller in tellers
        for name in ("user_team", "source_team", "team_id", "team")
    )
    return any(one not in ("", team) for one in named)
