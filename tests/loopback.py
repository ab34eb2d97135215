"""An application behind a real server on this machine, for as long as a test needs it."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp


class _Prompt(uvicorn.Server):
    """Sees within milliseconds that it should stop: hundreds of tests start and stop one."""

    async def main_loop(self) -> None:
        while not await self.on_tick(0):
            await asyncio.sleep(0.005)


@contextmanager
def running(app: ASGIApp) -> Iterator[str]:
    """The app on loopback, on a port of the system's choice; gives its address."""
    config = uvicorn.Config(
        app, "127.0.0.1", 0, access_log=False, log_level="warning", server_header=False, ws="none"
    )
    server = _Prompt(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started:
        if time.monotonic() > deadline:
            raise TimeoutError("the server did not start")
        time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
