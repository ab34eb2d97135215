"""A file that somebody sent to the app: named in its message, fetched from Slack with its token."""

import re
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.payload import Payload, first, string
from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Origin
from bot.core.wording import briefs as words

TIMEOUT = 10
"""Seconds without a byte until the file is given up."""
LARGEST = 10 * 1024 * 1024 + 1
"""Bytes: more than that is not read, and the brief is then refused for its size."""
_HOSTS = re.compile(r"files\.slack\.com|[a-z0-9-]+\.enterprise\.slack\.com")
NO_PERMISSION = "the app may not read files"
REMEDY = "Ask whoever runs this bot to add the scope “files:read” and to install the app again."


def attached(message: Payload, channel: str, workspace: str = "") -> Attachment | None:
    """The first file of a message; None where there is none, or Slack does not say where it is."""
    file = first(message, "files")
    url, name = string(file, "url_private_download"), string(file, "name")
    url = url or string(file, "url_private")
    if not url or not name:
        return None
    size = file.get("size")
    size = size if isinstance(size, int) and size > 0 else 0
    place = Origin(channel, (("url", url), *((("workspace", workspace),) if workspace else ())))
    return Attachment(name, string(file, "mimetype"), size, place)


def fetch(config: SlackConfig, attachment: Attachment) -> bytes:
    """The file's bytes; raises FileNotFetched, with what to do.

    The token goes to Slack's own hosts alone, and no redirect is followed with it.
    """
    url = dict(attachment.place.address).get("url", "")
    if not _is_slack(config, url):
        raise FileNotFetched(attachment.name, "it is not kept by Slack itself", words.SEND_AGAIN)
    asked = Request(url, headers={"Authorization": f"Bearer {config.bot_token}"})  # noqa: S310
    try:
        with _opener().open(asked, timeout=TIMEOUT) as answer:
            kind = answer.headers.get_content_type()
            data: bytes = answer.read(LARGEST)
    except HTTPError as error:
        error.close()
        raise _refused(attachment, error.code) from None
    except (OSError, HTTPException):
        why = "Slack could not be reached"
        raise FileNotFetched(attachment.name, why, words.SEND_AGAIN) from None
    if kind == "text/html" and attachment.media_type != "text/html":
        # Slack answers with its sign-in page where a token may not read files.
        raise FileNotFetched(attachment.name, NO_PERMISSION, REMEDY)
    return data


def _refused(attachment: Attachment, status: int) -> FileNotFetched:
    if status in (301, 302, 303, 307, 308, 401, 403):
        return FileNotFetched(attachment.name, NO_PERMISSION, REMEDY)
    if status in (404, 410):
        return FileNotFetched(attachment.name, "it is no longer in Slack", words.SEND_AGAIN)
    return FileNotFetched(attachment.name, f"Slack answered {status}", words.SEND_AGAIN)


def _is_slack(config: SlackConfig, url: str) -> bool:
    """Whether the address is one of Slack's for files, or of the Web API that tests stand in."""
    there, api = urlsplit(url), urlsplit(config.api_url)
    if there.scheme == "https" and _HOSTS.fullmatch(there.hostname or ""):
        return there.port in (None, 443)
    own_api = api.hostname not in (None, "slack.com")
    return own_api and (there.scheme, there.netloc) == (api.scheme, api.netloc)


class _Stay(HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *_: object) -> None:
        """None: the redirect is an error."""
        return


def _opener() -> OpenerDirector:
    return build_opener(_Stay)
