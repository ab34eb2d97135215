"""The keys that sign what Teams sends, fetched off the event loop and again when one is new."""

import asyncio
import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests
import structlog
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import PyJWTError

from bot.core.errors import RolecallError

DAY = 24 * 60 * 60.0
TIMEOUT = 5.0
"""Seconds for one fetch: two of them fit into the time the service waits for an answer."""

_log = structlog.get_logger(__name__)


class KeysUnreachable(RolecallError):
    """The signing keys could not be fetched, so no token can be checked now."""


class UnknownKey(RolecallError):
    """A token names a signing key that Microsoft does not publish."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key, and the channels it may sign for. Read by the SDK under these names."""

    public_key: object
    endorsements: tuple[str, ...]


class Keys:
    """The published keys, by id.

    Stands in for the SDK's own cache, which fetches on the event loop, without a time limit, and
    fails for up to a day on a key it has not seen. An unknown key is looked for again at once, but
    not more often than every `pause` seconds: anybody can send a token with an unknown key.
    """

    def __init__(self, url: str, pause: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = url
        self._pause = pause
        self._clock = clock
        self._lock = threading.Lock()
        self._keys: dict[str, SigningKey] = {}
        self._fetched = float("-inf")
        self._tried = float("-inf")

    async def get(self, key_id: object) -> SigningKey:
        """The key with this id. Raises UnknownKey or KeysUnreachable."""
        known = self._known(key_id)
        return known if known else await asyncio.to_thread(self._looked_for, key_id)

    def _known(self, key_id: object) -> SigningKey | None:
        recent = self._clock() - self._fetched < DAY
        return self._keys.get(key_id) if recent and isinstance(key_id, str) else None

    def _looked_for(self, key_id: object) -> SigningKey:
        with self._lock:
            if self._known(key_id) is None and self._clock() - self._tried >= self._pause:
                self._refresh()
            keys = self._keys
        if not keys:
            raise KeysUnreachable("The signing keys of Teams could not be fetched.")
        if not isinstance(key_id, str) or key_id not in keys:
            raise UnknownKey("The token names an unknown signing key.")
        return keys[key_id]

    def _refresh(self) -> None:
        # Where the fetch fails, the keys that are known go on serving.
        try:
            self._keys = _fetch(self._url)
            self._fetched = self._clock()
        except (requests.RequestException, KeyError, TypeError, ValueError) as error:
            _log.warning("teams_keys_not_fetched", why=type(error).__name__)
        finally:
            # Counted from the end, so that a slow fetch is not followed by another one at once.
            self._tried = self._clock()


def _fetch(url: str) -> dict[str, SigningKey]:
    published = _get(_get(url)["jwks_uri"])["keys"]
    found = ((key.get("kid"), _signing_key(key)) for key in published)
    return {name: key for name, key in found if isinstance(name, str) and key is not None}


def _get(url: str) -> dict[str, Any]:
    answer = requests.get(url, timeout=TIMEOUT)
    answer.raise_for_status()
    told = answer.json()
    if not isinstance(told, dict):
        raise TypeError("not an object")
    return told


def _signing_key(published: dict[str, object]) -> SigningKey | None:
    try:
        public_key = RSAAlgorithm.from_jwk(json.dumps(published))
    except (PyJWTError, ValueError, KeyError):
        return None
    endorsed = published.get("endorsements")
    channels = tuple(str(name) for name in endorsed) if isinstance(endorsed, list) else ()
    return SigningKey(public_key, channels)
