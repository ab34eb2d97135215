"""Which of an app's settings are missing for the others to be of use, and how they are written."""

import re
from collections.abc import Mapping

APP_TOKEN = re.compile(r"xapp-[A-Za-z0-9-]{10,}")
WORKSPACE = re.compile(r"\*|[TE][A-Z0-9]{1,30}")

_TOKEN, _SIGNING, _SOCKET = "bot_token", "signing_secret", "app_token"
_CLIENT = ("client_id", "client_secret")
PARTS = (_TOKEN, _SIGNING, _SOCKET, *_CLIENT)
"""What the settings of one app are called, behind `slack_` or `slack_prescreen_`."""


def missing(begin: str, given: Mapping[str, str]) -> tuple[str, ...]:
    """The settings that are missing, by name; `begin` is what their names begin with.

    `given` holds the value of each of PARTS. Nothing is missing where none has one: then the app
    is off.
    """
    if not any(given.values()):
        return ()
    client = [part for part in _CLIENT if not given[part]]
    several = len(client) < len(_CLIENT)
    lacks = [f"{begin}{part.upper()}" for part in (client if several else ())]
    if not given[_TOKEN] and not several:
        lacks.append(f"{begin}{_TOKEN.upper()}")
    if not given[_SIGNING] and not given[_SOCKET]:
        other = f"{begin}{_SOCKET.upper()} for Socket Mode"
        lacks.append(f"{begin}{_SIGNING.upper()} (or {other})")
    return tuple(lacks)


def bare(names: frozenset[str]) -> tuple[str, ...]:
    """Names that do not say which of several workspaces they are of, sorted."""
    return tuple(sorted(name for name in names if "/" not in name))
