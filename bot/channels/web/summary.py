"""One screening's fit summary in full: what was shown, in whose words, and what to ask next."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.web import acts_words, chats, render, troubles, words
from bot.channels.web.acting import LEVELS, VERDICTS, command
from bot.channels.web.guard import from_here, visitor
from bot.channels.web.marking import Piece, pieces
from bot.channels.web.parse import Said, incoming, team_chat
from bot.channels.web.parts import WebParts
from bot.channels.web.replies import team_html
from bot.core.errors import UnknownRole, UnknownScreening
from bot.core.fit.picture import picture, picture_file
from bot.core.fit.sketch import of_summary
from bot.core.fit.summary import Assessment, FitSummary
from bot.core.messages import Block
from bot.core.roles import CriterionKind
from bot.core.screening.resume import InResume
from bot.core.team.blind import to_rate
from bot.core.team.card import exchange
from bot.core.team.card_rows import changes
from bot.core.team.record import Spoken
from bot.core.team.resume_shown import notes
from bot.core.team.screened import Screened
from bot.core.wording import card
from bot.core.wording import fit as to_team
from bot.core.wording import resume as about_resume

Blocks = tuple[Block, ...]
MOST_FIELDS = 200
"""How many fields a form may have: a blind rating has one for each answer."""
LONGEST_QUESTION = 500
"""How many characters of a question about a candidate are looked at."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An assessment with its place on the page and its answer cut where it is marked."""

    anchor: str
    assessment: Assessment
    answer: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The assessments of one kind of criterion, under its heading."""

    heading: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class SummaryPages:
    """The page under /screenings/."""

    parts: WebParts

    def routes(self) -> list[Route]:
        """The page's routes."""
        return [
            Route("/screenings/{screening}", self.show, methods=["GET"]),
            Route("/screenings/{screening}", self.act, methods=["POST"]),
            Route("/screenings/{screening}/picture.svg", self.picture, methods=["GET"]),
        ]

    def show(self, request: Request) -> Response:
        """The page; with `ask` in its address, also what the candidate said about that."""
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request)
        asked = " ".join(request.query_params.get("ask", "")[:LONGEST_QUESTION].split())
        screening = request.path_params["screening"]
        try:
            found = self.parts.screened(screening, seen.name)
            said = self.parts.ask(screening, asked, seen.name) if asked else ()
        except (UnknownScreening, UnknownRole):
            return troubles.lost()
        return self._page(found, asked=asked, said=said)

    async def act(self, request: Request) -> Response:
        """Do what one of the page's forms asks for, and show what the bot says to it."""
        if not from_here(request.headers):
            return troubles.foreign()
        screening = request.path_params["screening"]
        fields = await chats.fields(request, MOST_FIELDS)
        message = command(screening, fields, self.parts.new_id())
        if message is None:
            return troubles.lost()
        # Where it fails, the words go to the team's chat, as the command they are.
        return await troubles.keeping(message, "/", partial(self._act, request, message))

    def _act(self, request: Request, message: Said) -> Response:
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request, message.text)
        screening = request.path_params["screening"]
        try:
            role = self.parts.screened(screening, seen.name).summary.role
            chat = team_chat(seen.key, seen.name, role)
            reply = self.parts.turns.take(incoming(chat, message, self.parts.clock()))
            return self._page(self.parts.screened(screening, seen.name), done=reply.blocks)
        except (UnknownScreening, UnknownRole):
            return troubles.lost()

    def _page(
        self, found: Screened, asked: str = "", said: Blocks = (), done: Blocks = ()
    ) -> Response:
        summary = found.summary
        return team_html(
            "summary.html",
            one=found,
            summary=summary,
            groups=groups(summary),
            unasked=unasked(summary),
            when=_when(summary),
            foot=_foot(summary),
            places=_places(found),
            all_notes=(*summary.notes, *notes(found.resume)),
            in_resume=_in_resume(found),
            about_resume=about_resume,
            picture=render.drawing(picture(of_summary(summary))),
            asked=asked,
            said=render.blocks(said),
            done=render.blocks(done),
            **_acts(found, self.parts.new_id),
        )

    def picture(self, request: Request) -> Response:
        """The picture alone, as a file to keep."""
        seen = visitor(self.parts, request)
        if seen is None:
            return troubles.sign_in_needed(request)
        try:
            summary = self.parts.screened(request.path_params["screening"], seen.name).summary
        except (UnknownScreening, UnknownRole):
            return troubles.lost()
        name = f"{summary.pseudonym.replace(' ', '-')}.svg"
        return Response(
            picture_file(of_summary(summary)),
            media_type="image/svg+xml",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


def anchors(summary: FitSummary) -> dict[str, str]:
    """Where each criterion stands on the page, by its id."""
    return {
        shown.assessment.criterion.id: shown.anchor
        for group in groups(summary)
        for shown in group.shown
    }


def _in_resume(found: Screened) -> dict[str, tuple[InResume, ...]]:
    """What the résumé says of each criterion, by its id."""
    listed = (a.criterion.id for a in found.summary.assessments)
    return {each: found.resume.quoted_for(each) if found.resume else () for each in listed}


def _places(found: Screened) -> dict[str, str]:
    """Where each criterion was asked about on the record page, by its id."""
    said = (one for one in found.record if isinstance(one, Spoken))
    return {one.criterion.id: one.id for one in said if one.criterion}


def groups(summary: FitSummary) -> tuple[Group, ...]:
    """What the kit asks about, by kind of criterion, in the brief's order; no empty group."""
    made = (
        Group(heading, tuple(_shown(a, kind, n) for n, a in enumerate(_asked(summary, kind), 1)))
        for kind, heading in words.KINDS.items()
    )
    return tuple(group for group in made if group.shown)


def unasked(summary: FitSummary) -> tuple[Assessment, ...]:
    """The criteria that the kit does not ask about."""
    return tuple(assessment for assessment in summary.assessments if not assessment.question)


def _asked(summary: FitSummary, kind: CriterionKind) -> list[Assessment]:
    return [assessment for assessment in summary.of_kind(kind) if assessment.question]


def _shown(assessment: Assessment, kind: CriterionKind, number: int) -> Shown:
    marked = pieces(assessment.answer, assessment.rating.evidence)
    return Shown(f"{kind.value}-{number}", assessment, marked)


def _acts(found: Screened, fresh: Callable[[], str]) -> dict[str, object]:
    """What the forms need: each has a message's id of its own."""
    numbers = {a.criterion.id: n for n, a in enumerate(to_rate(found.summary), 1)}
    more = [block for each in found.review.more for block in exchange(found, each)]
    return {
        "fresh": fresh,
        "card": card,
        "acts": acts_words,
        "verdicts": VERDICTS,
        "levels": LEVELS,
        "to_rate": to_rate(found.summary),
        "numbers": numbers,
        "changed": {a.criterion.id: changes(found, a) for a in found.summary.assessments},
        "exchanges": render.blocks(more),
    }


def _when(summary: FitSummary) -> str:
    if summary.finished_at is None:
        return words.UNFINISHED
    return words.finished(summary.finished_at, to_team.took(summary.minutes))


def _foot(summary: FitSummary) -> tuple[str, str]:
    versions = to_team.versions(summary.brief_version, summary.kit_version, summary.raters)
    return to_team.DECIDES, versions
