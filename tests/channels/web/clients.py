"""Browsers of different people, as test clients, and what they find in a page."""

import re
from html.parser import HTMLParser

from starlette.testclient import TestClient

from .fakes import World

BASE = "https://jobs.example"
NAMED = {"name": "Ria Example"}
"""What the sign-in form asks for."""


def stranger(world: World) -> TestClient:
    """Somebody out on the network who has not signed in."""
    return _client(world, BASE, "203.0.113.7")


def recruiter(world: World) -> TestClient:
    """Somebody of the team who has signed in."""
    client = stranger(world)
    token = world.sign_ins.issue(world.now)
    found = client.post(
        f"/sign-in/{token}", data=NAMED, headers={"origin": BASE}, follow_redirects=False
    )
    assert found.status_code == 303
    return client


def at_the_machine(world: World, base: str = "http://localhost:8000") -> TestClient:
    """Somebody at the machine the server runs on."""
    return _client(world, base, "127.0.0.1")


def _client(world: World, base: str, peer: str) -> TestClient:
    return TestClient(world.app(), base, client=(peer, 50000), raise_server_exceptions=False)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def words_of(html: str) -> str:
    """The text of a page, as a person reads it."""
    return "".join(_parsed(html).words)


def tags_of(html: str, tag: str) -> list[dict[str, str | None]]:
    """The attributes of every element of this name."""
    return [attributes for name, attributes in _parsed(html).tags if name == tag]


def _parsed(html: str) -> _Words:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return parser


def message_id(html: str) -> str:
    """The id the page's form carries."""
    found = re.search(r'name="id" value="([^"]+)"', html)
    assert found
    return found[1]
