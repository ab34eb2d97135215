"""A file that cannot be read gets one plain sentence, and holds nothing up."""

import subprocess
import tracemalloc
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.core.errors import ResumeUnreadable
from bot.resumes.apart import read_apart
from bot.resumes.reading import read
from tests.resumes.files import SEEN, TRAP, docx, paragraph, pdf, shown

_OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600


def _zip(**parts: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"word/{name}", data)
    return packed.getvalue()


_LOCKED = pdf(shown(SEEN, (50, 700))).replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
    % (b"11" * 32, b"22" * 32),
)
_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
FILES = {
    "an old Word file": ("cv.docx", _OLD_WORD, "password, or in an old format"),
    "a locked PDF": ("cv.pdf", _LOCKED, "locked with a password"),
    "a scan": ("cv.pdf", pdf("0.5 g 50 50 400 600 re f"), "only a picture of it"),
    "a scan with a layer of text": (
        "cv.pdf",
        pdf(shown(SEEN, (50, 600), before="3 Tr")),
        "no text that can be seen",
    ),
    "a picture": ("cv.png", b"\x89PNG", "not a kind of file I read"),
    "no ending": ("resume", b"words", "no ending"),
    "a web page": ("cv.html", b"<p>words</p>", "not a kind of file I read"),
    "macros by name": ("cv.docm", docx(paragraph(SEEN)), "macros"),
    "macros inside": (
        "cv.docx",
        _zip(**{"document.xml": b"<x/>", "vbaProject.bin": b"x"}),
        "macros",
    ),
    "a picture called PDF": ("cv.pdf", b"\x89PNG\r\n" * 50, "damaged"),
    "a PDF that is cut off": ("cv.pdf", pdf(shown(SEEN, (50, 700)))[:200], "damaged"),
    "an archive called Word": ("cv.docx", _zip(other=b"x"), "damaged"),
    "a Word file with a broken part": (
        "cv.docx",
        docx(paragraph(SEEN)).replace(docx(paragraph(SEEN))[60:90], bytes(30)),
        "damaged",
    ),
    "entities that grow": ("cv.docx", _zip(**{"document.xml": _BOMB.encode()}), "damaged"),
    "bytes called text": ("cv.txt", b"\xff\xfe\x00", "damaged"),
    "nothing": ("cv.txt", b" \n", "no text"),
    "50 MB": ("cv.pdf", bytes(50 * 1024 * 1024), "more than 10 MB"),
    "a whole book": ("cv.txt", b"word " * 9_000, "44,999 characters"),
}


@pytest.mark.parametrize("kind", FILES)
def test_the_sentence_says_what_is_wrong_and_what_to_do(kind: str) -> None:
    name, data, why = FILES[kind]
    with pytest.raises(ResumeUnreadable, match=why) as told:
        read(name, data)
    assert told.value.remedy
    assert name not in str(told.value), "a file's name can hold the person's"


def test_an_archive_that_unpacks_to_a_lot_is_not_unpacked() -> None:
    packed = _zip(**{"document.xml": b"<x>" + b" " * (60 * 1024 * 1024) + b"</x>"})
    assert len(packed) < 1024 * 1024
    tracemalloc.start()
    with pytest.raises(ResumeUnreadable, match="damaged"):
        read("cv.docx", packed)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 50 * 1024 * 1024


@pytest.mark.programs
def test_reading_apart_reads_the_same_and_is_stopped_in_time() -> None:
    made = pdf(shown(SEEN, (50, 700)) + shown(TRAP, (50, 600), before="1 g"))
    assert read_apart("Ada.pdf", made) == read("cv.pdf", made)
    with pytest.raises(ResumeUnreadable, match="damaged"):
        read_apart("cv.pdf", b"%PDF-1.4 and no more")
    with pytest.raises(ResumeUnreadable, match="too long to read"):
        read_apart("cv.pdf", made, seconds=0.01)


def test_reading_apart_is_given_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLECALL_SECRET", "a-secret")
    given: dict[str, str] = {}

    def noted(*command: object, **how: object) -> object:
        given.update(cast("dict[str, str]", how["env"]))
        return run(*command, **how)  # type: ignore[call-overload]

    run = subprocess.run
    monkeypatch.setattr(subprocess, "run", noted)
    assert read_apart("cv.txt", SEEN.encode()).text == SEEN
    assert "PYTHONPATH" in given
    assert "a-secret" not in given.values()
