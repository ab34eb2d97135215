"""A server on this machine that speaks the wire format of OpenAI's chat completions, by script."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True)
class Says:
    """A good completion with this text."""

    text: str
    finish_reason: str = "stop"


@dataclass(frozen=True, slots=True)
class Refuses:
    """A completion in which the model declines."""

    text: str = "I cannot help with that."


@dataclass(frozen=True, slots=True)
class Fails:
    """An error with this HTTP status; the body repeats the request, as some servers do."""

    status: int


@dataclass(frozen=True, slots=True)
class Sends:
    """A body as it is."""

    body: str
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Silent:
    """No byte until the server stops."""


@dataclass(frozen=True, slots=True)
class Trickles:
    """One byte of an endless body every few milliseconds: no read of it ever times out."""


@dataclass(frozen=True, slots=True)
class HangsUp:
    """The connection is closed without an answer."""


Behaviour = Says | Refuses | Fails | Sends | Silent | Trickles | HangsUp


@dataclass(slots=True)
class Script:
    """What the server does, call by call (the last behaviour goes on), and what it was sent."""

    behaviours: list[Behaviour]
    requests: list[dict[str, Any]] = field(default_factory=list)
    connections: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def next(self, request: dict[str, Any]) -> Behaviour:
        """Note the request; what to do with it."""
        self.requests.append(request)
        return self.behaviours[min(len(self.requests), len(self.behaviours)) - 1]


def completion(message: dict[str, Any], finish_reason: str = "stop") -> str:
    """The body of a chat completion with this message."""
    return json.dumps(
        {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1,
            "model": "test",
            "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, script: Script, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.script = script

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """Count every connection, whatever comes over it."""
        self.script.connections += 1
        return True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is part of some scripts."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Do what the script says next."""
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        match self.server.script.next({"path": self.path, **json.loads(sent)}):
            case Says(text, finish_reason):
                self._send(200, completion({"role": "assistant", "content": text}, finish_reason))
            case Refuses(text):
                message = {"role": "assistant", "content": None, "refusal": text}
                self._send(200, completion(message))
            case Fails(status):
                self._send(status, json.dumps({"error": {"message": sent.decode()}}))
            case Sends(body, content_type):
                self._send(200, body, content_type)
            case Silent():
                self.server.script.stopped.wait(60)
                self.close_connection = True
            case Trickles():
                self._trickle()
            case HangsUp():
                self.close_connection = True

    def _send(self, status: int, body: str, content_type: str = "application/json") -> None:
        sent = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def _trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while not self.server.script.stopped.wait(0.02):
            self.wfile.write(b" ")
            self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the script's requests are the log."""


@contextmanager
def openai_server(*behaviours: Behaviour, port: int = 0) -> Iterator[tuple[str, Script]]:
    """A running server's base address, and its script."""
    script = Script(list(behaviours))
    server = _Server(script, port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", script
    finally:
        script.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()
