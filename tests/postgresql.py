"""A PostgreSQL server of our own for the tests: in a temporary folder, on a loopback port.

Import the fixture in the conftest of the tests that need one; it starts with the first of them.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
import pytest

_INSTALLED = Path("/usr/lib/postgresql")
_ACCOUNT = "postgres"
_USER = "rolecall"
_SECONDS = 30


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A running server's URL, to which a database's name is added."""
    folder = programs()
    if folder is None and not os.environ.get("CI"):
        pytest.skip(f"no PostgreSQL server is installed in {_INSTALLED}")
    assert folder, f"CI needs a PostgreSQL server in {_INSTALLED}"
    with running(folder) as url:
        yield url


def database(server: str, name: str) -> str:
    """The URL of an empty database, made on the server."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return f"{server}/{name}"


def programs() -> Path | None:
    """The folder with the newest server's programs; None where none is installed."""
    found = sorted(_INSTALLED.glob("*/bin/postgres"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A running server; gives its URL, to which a database's name is added."""
    folder_of_ours = Path(tempfile.mkdtemp(prefix="rolecall-postgresql-"))
    try:
        data = _data(folder_of_ours)
        _initialize(folder, data)
        with _started(folder, data, folder_of_ours / "log") as port:
            yield f"postgresql://{_USER}@127.0.0.1:{port}"
    finally:
        shutil.rmtree(folder_of_ours)


def _data(folder: Path) -> Path:
    """A folder of the account that runs the server."""
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(data, _ACCOUNT)
    return data


class Restartable:
    """A server that can be stopped, and started again on the same port with the same data."""

    def __init__(self, folder: Path, ours: Path) -> None:
        self._folder, self._log, self._port = folder, ours / "log", _free_port()
        self._data = _data(ours)
        _initialize(folder, self._data)
        self._running = ExitStack()
        self.url = f"postgresql://{_USER}@127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start it."""
        self._running.enter_context(_started(self._folder, self._data, self._log, self._port))

    def stop(self) -> None:
        """Stop it as a crash does."""
        self._running.close()


@contextmanager
def restartable(folder: Path) -> Iterator[Restartable]:
    """A server that runs, and is stopped at the end."""
    ours = Path(tempfile.mkdtemp(prefix="rolecall-postgresql-"))
    server = Restartable(folder, ours)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(ours)


@contextmanager
def _started(folder: Path, data: Path, log: Path, port: int = 0) -> Iterator[int]:
    port = port or _free_port()
    command = [str(folder / "postgres"), "-D", str(data), "-p", str(port), *_settings(data)]
    with log.open("wb") as errors:
        server = subprocess.Popen([*_as_account(), *command], stdout=errors, stderr=errors, cwd="/")
        try:
            _wait(server, port, log)
            yield port
        finally:
            _stop(server, data)


def _settings(data: Path) -> list[str]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": str(data),
        "fsync": "off",
        "full_page_writes": "off",
        "max_connections": "60",
        "shared_buffers": "16MB",
    }
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def _as_account() -> list[str]:
    """The server refuses to run as root, so root runs it as the account made for it."""
    return ["runuser", "-u", _ACCOUNT, "--"] if os.geteuid() == 0 else []


def _initialize(folder: Path, data: Path) -> None:
    options = ["-A", "trust", "-U", _USER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    made = subprocess.run(
        [*_as_account(), folder / "initdb", "-D", data, *options],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    until = time.monotonic() + _SECONDS
    while True:
        try:
            psycopg.connect(f"host=127.0.0.1 port={port} user={_USER} dbname=postgres").close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the server did not start: {log.read_text()}") from None
            time.sleep(0.05)
        else:
            return


def _stop(server: "subprocess.Popen[bytes]", data: Path) -> None:
    """Stop at once, by the server's own pid: what we started may be what changed the account."""
    pid = data / "postmaster.pid"
    if server.poll() is None and pid.exists():
        os.kill(int(pid.read_text().split()[0]), signal.SIGQUIT)
    try:
        server.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
