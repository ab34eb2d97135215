"""The application behind a real server, on a free loopback port, as `bot.serving` serves it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from .fakes import World


@contextmanager
def served(world: World) -> Iterator[str]:
    """The application on a free loopback port; its base address."""
    config = uvicorn.Config(
        world.app(), "127.0.0.1", 0, access_log=False, log_level="warning", server_header=False
    )
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{_port(running)}"
    finally:
        running.should_exit = True
        thread.join(10)


def _port(running: uvicorn.Server) -> int:
    for _ in range(200):
        if running.started:
            port: int = running.servers[0].sockets[0].getsockname()[1]
            return port
        time.sleep(0.05)
    raise TimeoutError("the server did not start")
