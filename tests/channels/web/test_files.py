"""Files on a candidate's page: a résumé is handed in, own data is downloaded."""

import pytest

from bot.channels.web.uploads import LARGEST
from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Block, File, Incoming, Text

from .clients import recruiter, stranger, tags_of, words_of
from .fakes import World
from .sample import ROLE, TOKEN

CANDIDATE = f"/c/{TOKEN}"
OWN = File("my-data.json", "application/json", '{"answer": "Ünï"}')


def _files(said: Incoming) -> tuple[Block, ...]:
    return (Text("Here."), OWN) if said.text == "my data as a file" else (Text("Hello."),)


def test_a_file_is_a_message_and_is_held_only_while_it_is_handled() -> None:
    world = World()
    world.screenings.going_on = True
    seen: list[tuple[Attachment, bytes]] = []
    uploads = world.uploads

    def look(said: Incoming) -> tuple[Block, ...]:
        if said.attachment:
            seen.append((said.attachment, uploads.fetch(said.attachment)))
        return (Text("Read."),)

    world.say = look
    client = stranger(world)
    page = client.get(CANDIDATE).text
    assert tags_of(page, "form")[-1]["action"] == f"{CANDIDATE}/file"
    sent = client.post(
        f"{CANDIDATE}/file",
        files={"file": ("cv.pdf", b"%PDF-1.7", "application/pdf")},
        data={"id": "a"},
        follow_redirects=False,
    )
    assert (sent.status_code, sent.headers["location"]) == (303, f"{CANDIDATE}#latest")
    [(attachment, data)] = seen
    assert (attachment.name, data) == ("cv.pdf", b"%PDF-1.7")
    with pytest.raises(FileNotFetched):
        uploads.fetch(attachment)


def test_no_file_another_sites_form_a_dead_link_and_too_large_a_file_do_nothing() -> None:
    world = World()
    client = stranger(world)
    path, empty = f"{CANDIDATE}/file", {"file": ("", b"")}
    assert client.post(path, files=empty, follow_redirects=False).status_code == 303
    elsewhere = {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}
    file = {"file": ("cv.txt", b"words")}
    assert client.post(path, files=file, headers=elsewhere).status_code == 403
    assert client.post("/c/nothing/file", files=file).status_code == 404
    large = client.post(path, files={"file": ("cv.txt", b"x" * (LARGEST + 100_000))})
    assert large.status_code == 413
    assert "can have 10 MB" in words_of(large.text)
    assert world.turns.taken == []


def test_own_files_are_downloaded_from_the_chat_they_were_said_in() -> None:
    world = World(say=_files)
    client = stranger(world)
    page = client.post(CANDIDATE, data={"id": "a", "text": "my data as a file"}).text
    [link] = [a for a in tags_of(page, "a") if "download" in a]
    assert link["href"] == f"{CANDIDATE}?file=my-data.json"
    found = client.get(str(link["href"]))
    assert found.text == OWN.text
    assert found.headers["content-type"] == "application/json; charset=utf-8"
    assert "attachment" in found.headers["content-disposition"]
    assert found.headers["cache-control"] == "no-store"
    assert client.get("/c/nothing?file=my-data.json").status_code == 404
    other = recruiter(world).get(f"/?role={ROLE.id}&file=my-data.json")
    assert OWN.text not in other.text, "a file is of one chat alone"
