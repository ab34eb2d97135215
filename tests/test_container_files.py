"""The container files: structure, settings and volumes that exist, and health checks that work."""

import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.operating.stopping import GRACE_SECONDS
from bot.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
SETTINGS = {
    str(field.validation_alias or f"ROLECALL_{name.upper()}")
    for name, field in Settings.model_fields.items()
}


def test_the_services_are_there_and_the_model_only_where_it_is_asked_for() -> None:
    assert set(SERVICES) == {"bot", "postgres", "chroma", "model"}
    assert {name for name in SERVICES if "profiles" in SERVICES[name]} == {"model"}
    assert "model" not in SERVICES["bot"]["depends_on"]
    assert SERVICES["bot"]["build"] == "."
    assert all(
        re.fullmatch(r"[\w/]+:[\d.]+", SERVICES[name]["image"])
        for name in SERVICES.keys() - {"bot"}
    )


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_has_a_whole_health_check(name: str) -> None:
    check = SERVICES[name]["healthcheck"]
    assert set(check) == {"test", "interval", "timeout", "retries", "start_period"}
    assert check["test"][0] == "CMD"
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_the_bot_waits_for_the_health_of_what_it_needs() -> None:
    needed = SERVICES["bot"]["depends_on"]
    assert needed == {name: {"condition": "service_healthy"} for name in ("postgres", "chroma")}


def test_every_volume_is_declared_and_used_once() -> None:
    mounted = [volume.split(":") for one in SERVICES.values() for volume in one["volumes"]]
    assert sorted(name for name, _ in mounted) == sorted(COMPOSE["volumes"])
    assert ["data", re.search(r"^VOLUME (\S+)$", DOCKERFILE, re.MULTILINE)[1]] in mounted  # type: ignore[index]


def test_the_bots_settings_exist() -> None:
    given = set(SERVICES["bot"]["environment"])
    assert given <= SETTINGS
    assert "ROLECALL_PROGRAM" not in given, "several bots would have one name"
    assert {"DATABASE_URL", "ROLECALL_CHROMA_URL", "ROLECALL_PUBLIC_URL"} <= given
    image = set(re.findall(r"\b(ROLECALL_\w+)=", DOCKERFILE))
    assert image
    assert image <= SETTINGS


def test_the_settings_are_ones_the_bot_takes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    given = SERVICES["bot"]["environment"]
    for name, value in given.items():
        filled = re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", re.sub(r"\$\{\w+:\?[^}]*\}", "pw", value))
        monkeypatch.setenv(name, filled)
    read = read_settings()
    assert read.database == "postgresql://rolecall:pw@postgres/rolecall"
    assert read.chroma_url == "http://chroma:8000"
    assert read.address == "http://localhost:8000"


def test_what_the_files_ask_for_is_documented() -> None:
    told = (ROOT / "docs" / "containers.md").read_text("utf-8")
    written = (ROOT / "docker-compose.yml").read_text("utf-8")
    asked = set(re.findall(r"\$\{(\w+)", written))
    assert asked == {"POSTGRES_PASSWORD", "ROLECALL_PUBLIC_URL", "ROLECALL_PORTS"}
    assert all(f"`{name}`" in told for name in asked)
    named = set(re.findall(r"`(ROLECALL_\w+)`", told))
    # The ports are the composition's own: the bot in its container always listens on one.
    assert named - {"ROLECALL_PORTS"} <= SETTINGS
    assert set(re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE)) >= set(COMPOSE["volumes"])


def test_ports_and_versions_agree() -> None:
    port = Settings.model_fields["port"].default
    assert SERVICES["bot"]["ports"] == [f"${{ROLECALL_PORTS:-{port}}}:{port}"]
    assert f"EXPOSE {Settings.model_fields['port'].default}" in DOCKERFILE
    pinned = re.search(r"^chromadb==(.+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    assert pinned
    assert SERVICES["chroma"]["image"] == f"chromadb/chroma:{pinned[1]}"


def test_the_database_is_asked_about_as_it_is_named() -> None:
    made = SERVICES["postgres"]["environment"]
    asked = SERVICES["postgres"]["healthcheck"]["test"]
    assert asked[1:] == [
        "pg_isready",
        *("--username", made["POSTGRES_USER"]),
        *("--dbname", made["POSTGRES_DB"]),
    ]


def test_the_bot_can_write_to_its_volume_alone_and_has_no_rights_of_its_own() -> None:
    bot = SERVICES["bot"]
    assert bot["read_only"] is True
    assert bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    assert [bot["tmpfs"], bot["volumes"]] == [["/tmp"], ["data:/data"]]
    assert re.search(r"^USER (?!root)\w+$", DOCKERFILE, re.MULTILINE)
    assert "ROLECALL_HOME=/data" in DOCKERFILE


def test_the_bot_may_finish_its_turns_before_it_is_killed() -> None:
    grace = float(SERVICES["bot"]["stop_grace_period"].removesuffix("s"))
    assert grace > Settings.model_fields["stop_seconds"].default + GRACE_SECONDS
    assert re.search(r'^CMD \["rolecall", "run"\]$', DOCKERFILE, re.MULTILINE), "gets the signal"


def test_nothing_keeps_a_second_bot_from_running_beside_the_first() -> None:
    assert "container_name" not in SERVICES["bot"]
    assert "hostname" not in SERVICES["bot"]


@contextmanager
def answering(status: int) -> Iterator[tuple[int, list[str]]]:
    """A server that gives one status to every request; its port, and the paths it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port, asked
    finally:
        server.shutdown()
        server.server_close()


def checked(service: str, port: int) -> int:
    """The exit status of a service's health check, run here on another port."""
    command = [
        # In the file, `$$` stands for `$`.
        word.replace("8000", str(port)).replace("$$", "$")
        for word in SERVICES[service]["healthcheck"]["test"][1:]
    ]
    command[0] = sys.executable if command[0] == "python" else command[0]
    return subprocess.run(command, check=False, capture_output=True, timeout=20).returncode


@pytest.mark.parametrize(
    ("service", "path"), [("bot", "/healthz"), ("chroma", "/api/v2/heartbeat")]
)
def test_a_health_check_tells_health_from_trouble(service: str, path: str) -> None:
    with answering(200) as (port, asked):
        assert checked(service, port) == 0
        assert asked == [path]
    with answering(503) as (port, _):
        assert checked(service, port) != 0
    assert checked(service, port) != 0, "nobody listens there any more"
