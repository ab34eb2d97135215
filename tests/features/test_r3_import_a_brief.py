"""R3: any document becomes criteria, checked, edited and signed off before anybody is asked."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from bot.bot import Bot
from bot.briefs.reading import read_brief
from bot.core.messages import Attachment, Incoming, Origin
from bot.core.roles import Audience
from tests.bad_input.test_briefs import pdf
from tests.recruiting.office import NOON, Office, words

LINES = (
    "# Tide Gauge Smith",
    "## Required",
    "- Repairing brass instruments",
    "- Passionate about charts",
    "- Knowledge of tides and the ability to lead a crew",
    "- Between 25 and 35 years old",
    "## Preferred",
    "- Rowing",
)
BARE = tuple(line.removeprefix("# ").removeprefix("## ") for line in LINES)
ASKED = ("essential: Repairing brass instruments", "desirable: Rowing")


def word_file() -> bytes:
    """The brief as Word keeps one: an archive with the text in XML."""
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in BARE)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "application/vnd.openxmlformats"
    related = "http://schemas.openxmlformats.org/package/2006"
    kept = BytesIO()
    with ZipFile(kept, "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{related}/content-types"><Default Extension="rels" ContentType="'
            f'{office}-package.relationships+xml"/><Override PartName="/word/document.xml" '
            f'ContentType="{office}-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{related}/relationships"><Relationship Id="r1" Type="'
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        packed.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{word}"><w:body>{text}</w:body></w:document>',
        )
    return kept.getvalue()


FILES = {
    "smith.md": "\n".join(LINES).encode(),
    "smith.txt": "\r\n\r\n".join(BARE).encode("utf-16"),
    "smith.pdf": pdf([line.encode() for line in BARE]),
    "smith.docx": word_file(),
}


def sent(office: Office, name: str) -> str:
    """What a recruiter reads who sends a file."""
    office.bot = Bot(replace(office.ports, fetch=lambda _: FILES[name]))
    file = Attachment(name, "", len(FILES[name]), Origin("slack", (("url", "invented"),)))
    message = Incoming("f", "team", "U-ria", Audience.TEAM, "", NOON, attachment=file, files=1)
    return words(office.bot.handle(message))


@pytest.mark.parametrize("name", FILES)
def test_r3_any_kind_of_file_gives_the_same_criteria(office: Office, name: str) -> None:
    shown = sent(office, name)
    assert all(one in shown for one in ("Tide Gauge Smith", *ASKED))
    assert "Nothing is kept yet." in shown


def test_r3_a_file_that_marks_no_heading_leaks_nothing_meant_for_the_team() -> None:
    lines = (*BARE, "", "Notes for the panel", "", "Stays calm in a storm.", "", "How to apply", "")
    role = read_brief("smith", "smith.pdf", "\n".join((*lines, "Write to us by Friday.")))
    assert [one.text for one in role.criteria][-1] == "Rowing"
    seen = {one.text: one.audience for section in role.sections for one in section.passages}
    assert seen["Stays calm in a storm."] is Audience.TEAM
    assert seen["Write to us by Friday."] is Audience.CANDIDATE


def test_r3_what_cannot_be_measured_is_double_or_unlawful_is_told_with_its_line(
    office: Office,
) -> None:
    shown = sent(office, "smith.md")
    assert "line 4, “Passionate" in shown
    assert "line 5, “Knowledge of tides and the ability to lead a crew”" in shown
    assert "Several requirements stand in one" in shown
    assert "line 6, “Between 25 and 35 years old”" in shown
    assert "age may not decide" in shown


def test_r3_nobody_is_asked_before_the_criteria_are_edited_and_signed_off(office: Office) -> None:
    sent(office, "smith.md")
    assert "is in" in words(office.team("yes"))
    assert "not signed off yet" in words(office.team("invite Ottoline Invented-Quibble"))
    assert "asks what may not be asked" in words(office.team("approve the kit"))
    for number in (4, 3):
        office.team(f"remove question {number}")
    office.team("change question 2: Which chart did you draw or mend?")
    assert "Signed off" in words(office.team("approve the kit"))
    assert "is invited" in words(office.team("invite Ottoline Invented-Quibble"))
