"""A screening's record: everything that was asked and said, with the words each rating rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import troubles
from bot.channels.web.guard import visitor
from bot.channels.web.marking import Piece, placed
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import team_html
from bot.channels.web.summary import anchors
from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.ratings import Evidence
from bot.core.team.record import Entry, Moment, Spoken
from bot.core.team.resume_shown import line_of, lines, notes
from bot.core.team.screened import Screened
from bot.core.text.contact import private_spans, veiled
from bot.core.wording import resume as about_resume


@dataclass(frozen=True, slots=True)
class Shown:
    """A question on the page: its answer in pieces, the follow-up's apart, and where it is rated.

    `back` is the name of its place on the summary page, "" for a gate. `earlier` are answers that
    were replaced, as they may be shown.
    """

    spoken: Spoken
    answer: tuple[Piece, ...]
    to_follow_up: tuple[Piece, ...]
    earlier: tuple[str, ...]
    back: str


@dataclass(frozen=True, slots=True)
class RecordPages:
    """The page under /screenings/ID/record."""

    parts: WebParts
    _path: str = field(default="/screenings/{screening}/record", init=False)

    def routes(self) -> list[Route]:
        """The page's route."""
        return [Route(self._path, self.show, methods=["GET"])]

    def show(self, request: Request) -> Response:
        """The page."""
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request)
        try:
            found = self.parts.screened(request.path_params["screening"], seen.name)
        except (UnknownScreening, UnknownRole):
            return troubles.lost()
        back = anchors(found.summary)
        return team_html(
            "record.html",
            summary=found.summary,
            hidden=found.hidden,
            entries=[shown(entry, found.name, back) for entry in found.record],
            resume=resume_lines(found),
            notes=notes(found.resume),
            about_resume=about_resume,
        )


def shown(entry: Entry, name: str, back: dict[str, str]) -> Shown | Moment:
    """An entry of the record as the page draws it; `back` has the places on the summary page."""
    if isinstance(entry, Moment):
        return entry
    whole = _pieces(entry, name)
    at = entry.follow_up_at if entry.follow_up else len(entry.answer)
    return Shown(
        spoken=entry,
        answer=tuple(piece for piece in whole if piece.start < at),
        to_follow_up=tuple(piece for piece in whole if piece.start >= at and piece.text.strip()),
        earlier=tuple(veiled(text, name) for text in entry.earlier if text),
        back=back.get(entry.criterion.id, "") if entry.criterion else "",
    )


def resume_lines(found: Screened) -> list[tuple[Spoken, int, Sequence[Piece]]]:
    """The résumé's lines: each with its number, what is quoted from it marked, and veiled."""
    resume = found.resume
    lengths = (len(line) + 1 for line in (resume.text.split("\n") if resume else ()))
    starts = [0, *accumulate(lengths)]
    shown_lines: list[tuple[Spoken, int, Sequence[Piece]]] = []
    for one in lines(resume):
        number = line_of(one)
        start = starts[number - 1]
        quotes = [
            Evidence(each.start - start, each.end - start, each.quote)
            for each in (resume.quotes if resume else ())
            if each.line == number
        ]
        pieces = placed(one.answer, quotes, private_spans(one.answer, found.name))
        shown_lines.append((one, number, pieces))
    return shown_lines


def _pieces(spoken: Spoken, name: str) -> Sequence[Piece]:
    evidence = spoken.rating.evidence if spoken.rating else ()
    cuts = {0, *_sentences(spoken), *((spoken.follow_up_at,) if spoken.follow_up else ())}
    return placed(spoken.answer, evidence, private_spans(spoken.answer, name), cuts)


def _sentences(spoken: Spoken) -> Iterator[int]:
    """Where each sentence begins: what an answer in a chat links to."""
    from bot.answers.listening import quotable

    return (start for start, _ in quotable(spoken.answer))
