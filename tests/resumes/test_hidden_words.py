"""What a person who looks at a file cannot see is left out, and what they can see is kept."""

from collections.abc import Callable

import pytest

from bot.core.screening.resume import Hidden
from bot.resumes.reading import read
from tests.resumes.files import SEEN, TRAP, W_NAMES, docx, paragraph, pdf, shown

_FORM = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << /Font << /F1 5 0 R >> >> "
    "/Length {length} >>\nstream\n{content}\nendstream"
)


def _form(content: str) -> str:
    return _FORM.format(length=len(content), content=content)


_WITHIN = f"BT /F1 11 Tf 50 600 Td ({TRAP}) Tj ET"


def _painted(content: str) -> Callable[[str], bytes]:
    return lambda before: pdf(before + content)


PDFS: dict[str, tuple[Hidden, Callable[[str], bytes]]] = {
    "white": (Hidden.PALE, _painted(shown(TRAP, (50, 600), before="1 1 1 rg"))),
    "pale grey": (Hidden.PALE, _painted(shown(TRAP, (50, 600), before="0.95 g"))),
    "white in four inks": (Hidden.PALE, _painted(shown(TRAP, (50, 600), before="0 0 0 0 k"))),
    "dark on dark": (
        Hidden.PALE,
        _painted("0.1 g 40 590 500 30 re f\n" + shown(TRAP, (50, 600), before="0.12 g")),
    ),
    "a tenth of a point": (Hidden.TINY, _painted(shown(TRAP, (50, 600), size=0.1))),
    "below the page": (Hidden.OUTSIDE, _painted(shown(TRAP, (50, -300)))),
    "beside the page": (Hidden.OUTSIDE, _painted(shown(TRAP, (4000, 600)))),
    "not painted": (Hidden.MARKED, _painted(shown(TRAP, (50, 600), before="3 Tr"))),
    "outlined in white": (
        Hidden.PALE,
        _painted("1 1 1 RG\n" + shown(TRAP, (50, 600), before="0 g 1 Tr")),
    ),
    "filled and outlined in white": (
        Hidden.PALE,
        _painted("1 1 1 RG\n" + shown(TRAP, (50, 600), before="1 g 2 Tr")),
    ),
    "outlined by nothing": (
        Hidden.MARKED,
        lambda before: pdf(
            f"{before} /G0 gs {shown(TRAP, (50, 600), before='1 Tr')}",
            "/ExtGState << /G0 << /CA 0 >> >>",
        ),
    ),
    "covered": (Hidden.COVERED, _painted(shown(TRAP, (50, 600)) + "1 g 40 590 550 30 re f\n")),
    "transparent": (
        Hidden.MARKED,
        lambda before: pdf(
            f"{before} /G0 gs {shown(TRAP, (50, 600))}", "/ExtGState << /G0 << /ca 0 >> >>"
        ),
    ),
    "a layer that is off": (
        Hidden.MARKED,
        lambda before: pdf(
            f"{before} /OC /L1 BDC {shown(TRAP, (50, 600))} EMC",
            "/Properties << /L1 6 0 R >>",
            ("<< /Type /OCG /Name (Notes) >>",),
            "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
        ),
    ),
    "white from outside a form": (
        Hidden.PALE,
        lambda before: pdf(
            f"{before} q 1 g /X1 Do Q", "/XObject << /X1 6 0 R >>", (_form(_WITHIN),)
        ),
    ),
}


@pytest.mark.parametrize("hidden", PDFS)
def test_words_that_nobody_sees_on_a_page_are_left_out(hidden: str) -> None:
    why, told = PDFS[hidden]
    found = read("cv.pdf", told(shown(SEEN, (50, 700))))
    assert found.text == SEEN
    assert found.left_out == (why,)


def test_words_that_are_light_on_something_dark_are_seen() -> None:
    band = "0.1 0.2 0.4 rg 0 650 600 120 re f\n" + shown("Mossrock Light", (50, 700), before="1 g")
    made = pdf(band + shown(SEEN, (50, 500)) + shown("Small print is read too", (50, 400), size=6))
    found = read("cv.pdf", made)
    assert found.text.split("\n\n") == ["Mossrock Light", SEEN, "Small print is read too"]
    assert found.left_out == ()


@pytest.mark.parametrize("look", ["1 g 1 Tr", "1 g 2 Tr", "0 g 2 Tr 1 G"])
def test_words_that_are_outlined_or_filled_are_seen(look: str) -> None:
    found = read("cv.pdf", pdf(shown(SEEN, (50, 700), before=look)))
    assert (found.text, found.left_out) == (SEEN, ())


_VANISHED = (
    f'<w:styles {W_NAMES}><w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Pale"><w:rPr><w:color w:val="FEFEFE"/>'
    '</w:rPr></w:style><w:style w:type="paragraph" w:styleId="Paler"><w:basedOn w:val="Pale"/>'
    "</w:style></w:styles>"
)


def _box(offset: int) -> str:
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>"
        f"<wp:positionH><wp:posOffset>{offset}</wp:posOffset></wp:positionH>"
        '<wp:extent cx="2000000" cy="500000"/><wps:wsp><wps:txbx><w:txbxContent>'
        f"{paragraph(TRAP)}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback>{paragraph(TRAP)}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _choice(requires: str, chosen: str, otherwise: str) -> str:
    """The same told for programs that know more, and for others."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{chosen}</mc:Choice>'
        f"<mc:Fallback>{otherwise}</mc:Fallback></mc:AlternateContent>"
    )


_RUN = f"<w:r><w:t>{TRAP}</w:t></w:r>"

DOCUMENTS = {
    "hidden": (Hidden.MARKED, paragraph(TRAP, "<w:vanish/>")),
    "hidden by its style": (Hidden.MARKED, paragraph(TRAP, '<w:rStyle w:val="Ghost"/>')),
    "white": (Hidden.PALE, paragraph(TRAP, '<w:color w:val="FFFFFF"/>')),
    "white by its style": (Hidden.PALE, paragraph(TRAP, "", '<w:pStyle w:val="Paler"/>')),
    "of one point": (Hidden.TINY, paragraph(TRAP, '<w:sz w:val="2"/>')),
    "of no width": (Hidden.TINY, paragraph(TRAP, '<w:w w:val="1"/>')),
    "in a box off the page": (Hidden.OUTSIDE, _box(-9_000_000)),
}


@pytest.mark.parametrize("hidden", DOCUMENTS)
def test_words_that_word_does_not_show_are_left_out(hidden: str) -> None:
    why, body = DOCUMENTS[hidden]
    found = read("cv.docx", docx(paragraph(SEEN) + body, styles=_VANISHED))
    assert found.text == SEEN
    assert found.left_out == (why,)


def test_what_word_shows_is_read_in_its_order() -> None:
    dark = '<w:shd w:val="clear" w:fill="1F3A5F"/>'
    cell = f"<w:tbl><w:tr><w:tc><w:tcPr>{dark}</w:tcPr>{{}}</w:tc></w:tr></w:tbl>"
    body = (
        paragraph("Mossrock Light", '<w:color w:val="FFFFFF"/>', dark)
        + cell.format(paragraph("Keeper", '<w:color w:val="FFFFFF"/>'))
        + f"<w:p><w:r><w:t>{SEEN}</w:t></w:r>"
        + "<w:del><w:r><w:delText>not</w:delText></w:r></w:del></w:p>"
        + _box(1_000_000).replace(TRAP, "In a box")
    )
    found = read("cv.docx", docx(body, comments="<x/>"))
    assert found.text.split() == f"Mossrock Light Keeper {SEEN} In a box".split()
    assert found.left_out == (Hidden.COMMENT,)


def test_markdown_is_read_as_it_is_drawn() -> None:
    text = (
        f"# Keeper\n<!-- {TRAP} -->\n[//]: # ({TRAP})\n{SEEN}, [more](https://example.com/x)\n"
        f'<span style="display:none">{TRAP}</span><b>Kept</b> ![{TRAP}](x.png)\n'
        f"Zero\u200bwidth \u202eturned\u202c\n"
    )
    found = read("cv.md", text.encode())
    assert found.text == f"# Keeper\n\n{SEEN}, more\nKept\nZerowidth turned"
    assert found.left_out == (Hidden.MARKED, Hidden.COMMENT, Hidden.CHARACTERS)


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{_choice('zz', _RUN, '')}</w:p>",
        f"<w:p>{_choice('wps', '', _RUN)}</w:p>",
        _choice("zz", paragraph(TRAP), ""),
        _choice("wps", "", paragraph(TRAP)),
    ],
)
def test_of_what_is_told_twice_word_shows_one(body: str) -> None:
    assert read("cv.docx", docx(paragraph(SEEN) + body)).text == SEEN


def test_what_word_shows_for_want_of_more_is_read() -> None:
    body = _choice("zz", paragraph(TRAP), paragraph("An older box"))
    assert read("cv.docx", docx(paragraph(SEEN) + body)).text.split("\n") == [SEEN, "An older box"]


def test_what_is_hidden_ends_with_its_own_element() -> None:
    hidden = f"<div hidden><div>inner</div> {TRAP} <div>more</div></div>"
    text = f"{SEEN}\n\n{hidden}\n\nKeeper <span style='display:none'><span>a</span>{TRAP}</span>too"
    found = read("cv.md", text.encode())
    assert found.text.split("\n\n") == [SEEN, "Keeper too"]
    assert found.left_out == (Hidden.MARKED,)
