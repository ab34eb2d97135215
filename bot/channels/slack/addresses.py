"""Addresses where an app is in several workspaces: `T0123/C0456` is a channel of one of them. Pure.

Slack promises of its ids only that they are unique within a workspace. Where the app is in one
alone, nothing stands before them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.ports.delivery import Address

_BETWEEN = "/"


def within(workspace: str, address: Address) -> Address:
    """An address of Slack's, as it is kept; the same where there is one workspace alone."""
    if not workspace:
        return address
    return {**address, "channel": f"{workspace}{_BETWEEN}{address['channel']}"}


def apart(address: Address) -> tuple[str, Address]:
    """The workspace of a kept address, "" in the only one, and the address as Slack knows it."""
    workspace, between, channel = address["channel"].rpartition(_BETWEEN)
    return (workspace, {**address, "channel": channel}) if between else ("", address)


def names_in(workspace: str, names: frozenset[str]) -> frozenset[str]:
    """Of names such as `T0123/U0456`, those of this workspace, as it calls them."""
    mine = (name.rpartition(_BETWEEN) for name in names)
    return frozenset(name for where, _, name in mine if where == workspace)


@dataclass(frozen=True, slots=True)
class RolesIn(Mapping[str, str]):
    """The roles of the channels of one workspace, as it calls them; read anew each time."""

    workspace: str
    roles: Mapping[str, str]

    def __getitem__(self, channel: str) -> str:
        """The role of a channel; raises KeyError where it is of none, or of several."""
        return self.roles[f"{self.workspace}{_BETWEEN}{channel}" if self.workspace else channel]

    def __iter__(self) -> Iterator[str]:
        """The channels of this workspace."""
        return iter(sorted(names_in(self.workspace, frozenset(self.roles))))

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)
