"""Keeps every test on this machine: a connection to another fails the test that tried it.

Import both fixtures in the top conftest; they apply to all tests by themselves.

An audit hook sees what Python's own sockets do, whoever does it and however it was imported. It
does not see sockets that C code opens for itself (libpq, for one) nor other processes; those get
an environment without keys, model names and proxies instead.
"""

import ipaddress
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

_REACHING = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_RESOLVING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}

# Whatever would name a model, hold a key, or lead around the check through a proxy on loopback.
_NAMES = ("ROLECALL_MODEL", "ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY")
_PARTS = ("API_KEY", "OPENAI", "ANTHROPIC", "LANGSMITH", "LANGCHAIN")


class NetworkForbidden(ConnectionError):
    """A test tried to reach another machine."""


class Watch:
    """What was tried, while it is on. An audit hook cannot be taken away, so it is switched."""

    def __init__(self) -> None:
        self.on = False
        self.tried: list[str] = []
        self._hooked = False

    def start(self) -> None:
        """Watch from now on."""
        if not self._hooked:
            sys.addaudithook(self._hook)
            self._hooked = True
        self.on = True

    def _hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on or not (event in _REACHING or event in _RESOLVING):
            return
        address = arguments[1] if event in _REACHING else arguments[0]
        if not stays_here(address):
            self.tried.append(f"{event} {address!r}")
            raise NetworkForbidden(f"a test may not reach {address!r}")


def stays_here(address: object) -> bool:
    """Whether an address (a host, or what a socket connects to) is this machine."""
    if isinstance(address, tuple):
        address = address[0]
    elif isinstance(address, str | bytes) and _is_path(address):
        return True
    if address is None or address in ("", b""):
        return True
    host = address.decode("ascii", "replace") if isinstance(address, bytes) else str(address)
    if host.lower() == "localhost":
        return True
    try:
        found = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_loopback or found.is_unspecified


def _is_path(address: str | bytes) -> bool:
    return address[:1] in ("/", b"/", "\0", b"\0")


WATCH = Watch()


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[Watch]:
    """No test, and nothing a test starts in Python, reaches another machine or a real model."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.upper() in _NAMES or any(part in name.upper() for part in _PARTS):
                patch.delenv(name)
        patch.setenv("HF_HUB_OFFLINE", "1")
        WATCH.start()
        yield WATCH
        WATCH.on = False


@pytest.fixture(autouse=True)
def nothing_was_tried(no_network: Watch) -> Iterator[None]:
    """A test fails that tried it, even where the code under test caught the error."""
    before = len(no_network.tried)
    yield
    tried = no_network.tried[before:]
    assert not tried, f"the test tried to reach other machines: {tried}"
