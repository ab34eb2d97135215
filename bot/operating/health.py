"""Whether the bot is ready: each part it needs, asked with a bound on time."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass, field
from threading import Lock

from bot.core.errors import RolecallError
from bot.turns.trouble import where

OK = "ok"
SECONDS = 3.0
"""How long a part may take to say that it is well."""
KEPT_SECONDS = 1.0
"""How long an answer stands, so that many who ask cost no more than one."""

Check = Callable[[], object]
"""Asks one part; raises what is wrong with it."""


@dataclass
class Health:
    """The parts that are asked, by name. Threads may share it."""

    checks: Mapping[str, Check]
    seconds: float = SECONDS
    _asking: dict[str, Future[object]] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)
    _until: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        """One thread for each part: one that hangs holds up no other."""
        self._threads = ThreadPoolExecutor(len(self.checks), thread_name_prefix="rolecall-health")

    def said(self) -> dict[str, str]:
        """For each part OK, or what is wrong with it in words."""
        with self._lock:
            if time.monotonic() >= self._until:
                self._said = self._asked()
                self._until = time.monotonic() + KEPT_SECONDS
            return dict(self._said)

    def close(self) -> None:
        """Ask no more."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _asked(self) -> dict[str, str]:
        for name, check in self.checks.items():
            # One that still hangs is not asked a second time beside it.
            if name not in self._asking:
                self._asking[name] = self._threads.submit(check)
        until = time.monotonic() + self.seconds
        return {name: self._answer(name, until) for name in self.checks}

    def _answer(self, name: str, until: float) -> str:
        try:
            self._asking[name].result(max(until - time.monotonic(), 0))
        except TookTooLong:
            if not self._asking[name].done():
                return f"no answer within {self.seconds:g} seconds"
            self._asking.pop(name)
            return "took too long"
        except RolecallError as error:
            self._asking.pop(name)
            return str(error)
        except Exception as error:
            # Its words may be anybody's: only its kind and place are told.
            self._asking.pop(name)
            return where(error)
        self._asking.pop(name)
        return OK
