"""A résumé as PDF: the words that a person sees on its pages, in the order they are read.

Left out is what is painted in the colour of what is behind it, smaller than anybody reads, outside
the page, below something opaque, in a layer that is off, or not painted at all. What a clipping
path cuts away is not known.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from bot.core.screening.resume import Hidden
from bot.resumes import limits
from bot.resumes.painted import Char, Page

_UNKNOWN = "(cid:"
_MOST_UNKNOWN = 0.2
"""From this share of letters on that no table explains, a text cannot be read."""


def seen(data: bytes, left: set[Hidden]) -> str:
    """The text of the pages; why something was left out is added to `left`.

    Raises ResumeUnreadable.
    """
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException

    if b"%PDF-" not in data[:1024]:
        raise limits.damaged()
    try:
        found = [_seen_on(page, left) for page in _pages(BytesIO(data))]
    except (PDFPasswordIncorrect, PDFEncryptionError):
        raise limits.locked() from None
    except (PDFException, PSException, ValueError, TypeError, KeyError, AttributeError, IndexError):
        # What is wrong in a file shows in many ways where its reader trips over it.
        raise limits.damaged() from None
    except (RecursionError, AssertionError, ArithmeticError, OSError):
        raise limits.damaged() from None
    return "\n\n".join(text for text in found if text.strip())


def _pages(file: BinaryIO) -> Iterator[Page]:
    """Raises ResumeUnreadable where there are too many, and pdfminer's own errors."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    from bot.resumes.painting import Painter, Watcher, layers_off

    document = PDFDocument(PDFParser(file))
    resources = PDFResourceManager()
    watcher = Watcher(resources)
    painter = Painter(resources, watcher)
    painter.off = layers_off(document.catalog)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > limits.PAGES:
            raise limits.too_many_pages()
        painter.process_page(page)
        yield watcher.page


def _seen_on(page: Page, left: set[Hidden]) -> str:
    shown: list[Char] = []
    for char, why in page.judged():
        if why is None:
            shown.append(char)
        elif char.text.strip():
            left.add(why)
    unknown = sum(char.text.startswith(_UNKNOWN) for char in shown)
    if unknown > _MOST_UNKNOWN * max(1, len(shown)):
        raise limits.without_text()
    known = (char for char in shown if not char.text.startswith(_UNKNOWN))
    return "\n".join(_lines(page, known))


def _lines(page: Page, chars: Iterator[Char]) -> Iterator[str]:
    """The lines as a person reads them, block by block."""
    from pdfminer.layout import LAParams, LTPage, LTTextBox

    laid_out = LTPage(1, page.area)
    for char in chars:
        laid_out.add(char.item)
    laid_out.analyze(LAParams())
    for box in laid_out:
        if isinstance(box, LTTextBox):
            yield from box.get_text().strip().split("\n")
            yield ""
