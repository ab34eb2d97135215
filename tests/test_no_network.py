"""The guard itself: this machine can be reached, no other can, and trying fails the test."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.models.openai_server import Says, openai_server
from tests.no_network import NetworkForbidden, Watch, stays_here


@pytest.mark.parametrize(
    "address",
    [
        ("127.0.0.1", 80),
        ("127.8.9.1", 80),
        ("::1", 80, 0, 0),
        ("::ffff:127.0.0.1", 80, 0, 0),
        "localhost",
        "/run/some.sock",
        b"\0abstract",
        "",
        None,
        "0.0.0.0",
    ],
)
def test_this_machine(address: object) -> None:
    assert stays_here(address)


@pytest.mark.parametrize(
    "address",
    [
        ("192.0.2.1", 443),
        ("2001:db8::1", 443, 0, 0),
        ("::ffff:192.0.2.1", 443, 0, 0),
        "model.example",
        b"model.example",
        ("localhost.example", 443),
        "127.0.0.1.example",
    ],
)
def test_other_machines(address: object) -> None:
    assert not stays_here(address)


def test_the_server_of_these_tests_can_be_reached() -> None:
    with openai_server(Says("x")) as (address, _):
        port = int(address.split(":")[2].removesuffix("/v1"))
        socket.create_connection(("localhost", port), timeout=2).close()


def test_nothing_else_can(no_network: Watch) -> None:
    with pytest.raises(NetworkForbidden):
        socket.create_connection(("192.0.2.1", 443), timeout=2)
    with pytest.raises(NetworkForbidden):
        socket.getaddrinfo("model.example", 443)
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender,
        pytest.raises(NetworkForbidden),
    ):
        sender.sendto(b"x", ("192.0.2.1", 53))
    assert len(no_network.tried) == 3
    no_network.tried.clear()


def test_no_key_or_model_is_left_in_the_environment() -> None:
    assert not [name for name in os.environ if "API_KEY" in name or name == "ROLECALL_MODEL"]


def test_a_test_that_tries_fails_even_if_it_catches_the_error(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(Path(__file__).with_name("no_network.py").read_text())
    (tmp_path / "test_it.py").write_text(
        "import socket\n"
        "def test_quiet():\n"
        "    pass\n"
        "def test_tries():\n"
        "    try:\n"
        "        socket.getaddrinfo('model.example', 443)\n"
        "    except OSError:\n"
        "        pass\n"
    )
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1, ran.stdout
    assert "2 passed, 1 error" in ran.stdout
    assert "tried to reach other machines" in ran.stdout
