"""Which of an app's settings are missing for the others to be of use, and how they are written."""

import re
from collections.abc import Mapping

APP_TOKEN = re.compile(r"xapp-[A-Za-z0-9-]{10,}")
WORKSPACE = re.compile(r"\*|[TE][A-Z0-9]{1,30}")

_TOKEN, _SIGNING, _SOCKET = "bot_token", "signing_secret", "app_token"
_CLIENT = ("client_id", "client_secret")
PARTS = (_TOKEN, _SIGNING, _SOCKET, *_CLIENT)
"""What the settings of one app are called, behind `slack_` or `slack_prescreen_`."""


def missing(given: Mapping[str, bool]) -> tuple[str, ...]:
    """Of PARTS, which are given → which are missing; one in brackets would do as well.

    Nothing is missing where nothing is given: then the app is off.
    """
    if not any(given[part] for part in PARTS):
        return ()
    half = [part for part in _CLIENT if not given[part]]
    several = len(half) < len(_CLIENT)
    lacks = half if several else []
    if not given[_TOKEN] and not several:
        lacks.append(_TOKEN)
    if not given[_SIGNING] and not given[_SOCKET]:
        lacks.append(f"{_SIGNING} ({_SOCKET})")
    return tuple(lacks)


def bare(names: frozenset[str]) -> tuple[str, ...]:
    """Names that do not say which of several workspaces they are of, sorted."""
    return tuple(sorted(name for name in names if "/" not in name))
