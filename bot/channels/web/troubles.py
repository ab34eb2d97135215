"""The pages for what cannot be shown or done: each says what happened, what to do, no more."""

import logging
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web import words
from bot.channels.web.headers import secure
from bot.channels.web.parse import Said
from bot.channels.web.replies import html
from bot.core.errors import LostRace, RolecallError
from bot.core.text.cleaning import LONGEST
from bot.core.wording import general
from bot.core.wording import screening as to_candidates
from bot.ports.delivery import NotRunning

log = logging.getLogger(__name__)


def _trouble(status: int, title: str, text: str, kept: str = "", again: str = "") -> Response:
    return html("trouble.html", status, title=title, text=text, kept=kept, again=again, retry=None)


def dead_link(kept: str = "") -> Response:
    """For a candidate's link that opens nothing: the same page whatever the reason."""
    return _trouble(404, words.DEAD_LINK_TITLE, to_candidates.LINK_INVALID, kept)


def lost() -> Response:
    """For an address where nothing is."""
    return _trouble(404, words.LOST_TITLE, words.LOST)


def foreign() -> Response:
    """For a form that another website sent."""
    return _trouble(403, words.FOREIGN_TITLE, words.FOREIGN)


def sign_in_needed(request: Request, kept: str = "") -> Response:
    """For a page of the team, to somebody who is not signed in.

    It offers the page once more: a browser holds a strict cookie back on a link from elsewhere,
    and sends it on a link from here.
    """
    query = f"?{request.url.query}" if request.url.query else ""
    again = "" if kept else request.url.path + query
    return _trouble(403, words.SIGN_IN_NEEDED_TITLE, words.SIGN_IN_NEEDED, kept, again)


def sign_in_dead() -> Response:
    """For a sign-in link that was used, is too old, or never was."""
    return _trouble(403, words.SIGN_IN_DEAD_TITLE, words.SIGN_IN_DEAD)


def too_long(request: Request) -> Response:
    """For a body that is longer than what is taken."""
    del request
    return _trouble(413, words.TOO_LONG_TITLE, words.TOO_LONG)


def file_too_large() -> Response:
    """For a file of more bytes than are read."""
    return _trouble(413, words.FILE_TOO_LARGE_TITLE, words.FILE_TOO_LARGE)


def too_many_words(text: str) -> Response:
    """For a message that is longer than the bot takes; its words are given back."""
    return _trouble(413, words.TOO_LONG_TITLE, words.TOO_LONG_KEPT, text)


def not_handled(error: Exception, said: Said, path: str) -> Response:
    """For a message that was not handled: its words, in a form that sends them again.

    The form keeps the message's id, so that a message that did arrive has one effect.
    """
    status = 503 if isinstance(error, LostRace | NotRunning) else 500
    text = str(error) if isinstance(error, RolecallError) else general.FAILED
    return html(
        "trouble.html",
        status,
        title=words.FAILED_TITLE,
        text=text,
        kept=said.text,
        again="",
        retry=said,
        path=path,
    )


async def keeping(said: Said, path: str, work: Callable[[], Response]) -> Response:
    """Do synchronous work for a message; whatever goes wrong, give the words back."""
    if len(said.text) > LONGEST:
        return too_many_words(said.text)
    try:
        return await run_in_threadpool(work)
    except Exception as error:
        log.exception("a message of the web channel was not handled")
        return not_handled(error, said, path)


async def for_status(request: Request, error: Exception) -> Response:
    """The page for an HTTP error that a route or the router raised."""
    del request
    status = error.status_code if isinstance(error, HTTPException) else 500
    if status == 404:
        return lost()
    if status < 500:
        return _trouble(status, words.BAD_TITLE, words.BAD)
    return _trouble(status, words.FAILED_TITLE, words.FAILED_PAGE)


async def for_error(request: Request, error: Exception) -> Response:
    """The page for anything unforeseen, without a word of what it was inside.

    One of our own errors is a sentence for people, and is shown.
    """
    del request
    known = isinstance(error, RolecallError)
    response = _trouble(500, words.FAILED_TITLE, str(error) if known else words.FAILED_PAGE)
    # This page is made outside the middleware that adds the headers to all others.
    secure(response.headers)
    return response
