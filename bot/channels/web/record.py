"""A screening's record: everything that was asked and said, with the words each rating rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
from bot.core.team.record import Entry, Moment, Spoken
from bot.core.text.contact import private_spans, veiled


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


def _pieces(spoken: Spoken, name: str) -> Sequence[Piece]:
    evidence = spoken.rating.evidence if spoken.rating else ()
    cuts = {0, *_sentences(spoken), *((spoken.follow_up_at,) if spoken.follow_up else ())}
    return placed(spoken.answer, evidence, private_spans(spoken.answer, name), cuts)


def _sentences(spoken: Spoken) -> Iterator[int]:
    """Where each sentence begins: what an answer in a chat links to."""
    from bot.answers.listening import quotable

    return (start for start, _ in quotable(spoken.answer))
