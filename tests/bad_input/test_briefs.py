"""Briefs that cannot be read: one clear line each, and the old version stays."""

import os
import zipfile
from pathlib import Path

import pytest

from bot.assembly.assemble import App, now
from bot.briefs import documents
from bot.briefs.files import text_of
from bot.core.errors import BriefUnreadable, NoCriteria
from tests.bad_input.office import BRIEF, ROLE, app_in
from tests.bad_input.programs import command

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
LOCKED = b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <%s> /U <%s> >>" % (
    b"11" * 32,
    b"22" * 32,
)
"""Asks for a password: no key that the empty password gives fits these checks."""


def pdf(lines: list[bytes], encryption: bytes = b"") -> bytes:
    """A page with these lines of text, written out by hand."""
    text = b"BT /F1 12 Tf 50 750 Td 14 TL %s ET" % b" ".join(b"(%s) Tj T*" % one for one in lines)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *([encryption] if encryption else []),
    ]
    out, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    locked = b" /Encrypt 6 0 R /ID [<%s> <%s>]" % (b"00" * 16, b"00" * 16) if encryption else b""
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(parts) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, locked, len(out))
    )


BRIEF_WITH_ACCENT = BRIEF.replace("lenses", "lenses à la carte")
UNREADABLE: dict[str, tuple[str, bytes, str]] = {
    "empty": ("brief.md", b"", "it is empty"),
    "blank": ("brief.md", b" \n\t\n", "it is empty"),
    "only a mark": ("brief.md", b"\xef\xbb\xbf", "it holds no text"),
    "cp1252": ("brief.md", BRIEF_WITH_ACCENT.encode("cp1252"), "line 8 is not text in UTF-8"),
    "UTF-16 without its mark": ("brief.md", BRIEF.encode("utf-16-le"), "is not text in UTF-8"),
    "cut UTF-16": ("brief.txt", BRIEF.encode("utf-16")[:-1], "is not text in UTF-8"),
    "a picture": ("brief.md", PNG, "line 1 is not text in UTF-8"),
    "another ending": ("brief.xlsx", b"PK", "“.xlsx” is not a kind of file I know"),
    "no ending": ("brief", BRIEF.encode(), "“no ending” is not a kind"),
    "damaged PDF": ("brief.pdf", b"%PDF-1.7\n" + PNG, "damaged or not what its ending says"),
    "PDF with a password": ("brief.pdf", pdf([b"x"], LOCKED), "encrypted with a password"),
    "scanned PDF": ("brief.pdf", pdf([]), "it holds no text"),
    "Word with a password": ("brief.docx", OLD_OFFICE, "encrypted with a password"),
    "no Word at all": ("brief.docx", PNG, "damaged or not what its ending says"),
    "binary HTML": ("brief.html", PNG, "damaged or not what its ending says"),
}


def unreadable(file: Path) -> BriefUnreadable:
    """The refusal of a file: one line that names it and says what to do."""
    with pytest.raises(BriefUnreadable) as refused:
        text_of(file)
    said = str(refused.value)
    assert said.startswith(f"{file.name} was not read: ")
    assert "\n" not in said
    assert refused.value.remedy
    return refused.value


@pytest.mark.parametrize(("name", "data", "why"), UNREADABLE.values(), ids=list(UNREADABLE))
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert why in unreadable(tmp_path / name).why


def test_the_hand_written_pdf_can_be_read_without_a_password(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(pdf([b"Lamp Keeper", b"Keeps lamps"]))
    assert text_of(tmp_path / "brief.pdf").split("\n")[:2] == ["Lamp Keeper", "Keeps lamps"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_that_names_its_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "brief.md").write_bytes(BRIEF_WITH_ACCENT.encode(encoding))
    assert text_of(tmp_path / "brief.md") == BRIEF_WITH_ACCENT


def test_fifty_megabytes_are_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "brief.md"
    with file.open("wb") as made:
        made.truncate(50 * 1024 * 1024)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert "it has 50 MB, and 10 MB is the most" in str(unreadable(file))


def test_an_archive_that_unpacks_to_a_mountain_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "_UNPACKED", 1024 * 1024)
    with zipfile.ZipFile(tmp_path / "brief.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(1024 * 1024 + 1))
    assert "damaged or not what" in unreadable(tmp_path / "brief.docx").why


def test_an_archive_of_something_else_is_no_word_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "brief.docx", "w") as packed:
        packed.writestr("brief.md", BRIEF)
    assert "not what its ending says" in unreadable(tmp_path / "brief.docx").why


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    for name in ("folder.md", "pipe.md"):
        assert unreadable(tmp_path / name).why == "it is no file"
    assert unreadable(tmp_path / "never.md").why == "there is no such file"
    for odd in (tmp_path / "loop.md", tmp_path / f"{'a' * 300}.md"):
        assert "it cannot be opened" in unreadable(odd).why


def test_a_brief_without_a_criterion_says_what_was_looked_for(tmp_path: Path) -> None:
    app = app_in(tmp_path)
    app.store.roles.put(ROLE, "lighthouse.md", BRIEF, now())
    with pytest.raises(NoCriteria) as refused:
        app.store.roles.put(ROLE, "new.md", "# Keeper\n\n## The rock\nIt is far.\n", now())
    said = str(refused.value)
    for heading in ("“Required”", "“Must have”", "“What you bring”", "found these headings"):
        assert heading in said
    assert "“The rock”" in said
    assert "Put the requirements in a list" in said
    assert app.store.roles.markdown(ROLE) == BRIEF
    app.close()


@pytest.mark.parametrize("kind", ["cp1252", "empty", "PDF with a password"])
def test_the_command_line_says_one_line_and_the_old_version_stays(
    tmp_path: Path, kind: str
) -> None:
    app = app_in(tmp_path)
    app.store.roles.put(ROLE, "lighthouse.md", BRIEF, now())
    app.close()
    name, data, why = UNREADABLE[kind]
    (tmp_path / name).write_bytes(data)
    told = command(tmp_path, "roles", "add", str(tmp_path / name), "--id", ROLE)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.count("\n") == 1
    assert why in told.stderr
    app = app_in(tmp_path)
    assert app.store.roles.markdown(ROLE) == BRIEF
    app.close()


def seeded(home: Path, text: bytes) -> App:
    (home / "seeds").mkdir(exist_ok=True)
    (home / "seeds" / f"{ROLE}.md").write_bytes(text)
    return app_in(home)


def test_a_seed_that_cannot_be_read_leaves_its_role_and_the_others(tmp_path: Path) -> None:
    app = seeded(tmp_path, BRIEF.encode())
    assert app.seeded() == ()
    app.close()
    (tmp_path / "seeds" / "baker.md").write_text("# Baker\n\n## Required\n- Bakes bread\n")
    app = seeded(tmp_path, BRIEF_WITH_ACCENT.encode("cp1252"))
    assert [error.source for error in app.seeded()] == [f"{ROLE}.md"]
    assert app.store.roles.markdown(ROLE) == BRIEF
    assert app.store.roles.get("baker") is not None
    app.close()


def test_a_brief_that_somebody_gave_a_seed_outlives_the_next_start(tmp_path: Path) -> None:
    app = seeded(tmp_path, BRIEF.encode())
    app.seeded()
    theirs = BRIEF + "\nThe boat comes on Tuesdays.\n"
    app.store.roles.put(ROLE, "mine.md", theirs, now())
    app.close()
    app = seeded(tmp_path, BRIEF.encode())
    app.seeded()
    assert app.store.roles.markdown(ROLE) == theirs
    app.close()
    changed = BRIEF + "\nThe boat comes on Mondays.\n"
    app = seeded(tmp_path, changed.encode())
    app.seeded()
    assert app.store.roles.markdown(ROLE) == changed
    app.close()
