"""A file that somebody dropped into their own chat: named in its message, fetched from Microsoft.

Teams keeps such a file in the sender's OneDrive and gives a link that is good for some minutes and
needs no token. So the link itself is what must not lead elsewhere: only Microsoft's own hosts are
asked, over HTTPS, and a redirect is followed to one of them alone.
"""

import re
import time
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

import requests

from bot.channels.teams.config import SERVICE_URL, TeamsConfig
from bot.channels.teams.payload import objects, part, string
from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Origin
from bot.core.wording import briefs as words

DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
"""What Teams calls an attachment that can be fetched."""
TIMEOUT = 10
"""Seconds without a byte until the file is given up."""
ALL_SECONDS = 60.0
"""Seconds a whole file may take."""
LARGEST = 10 * 1024 * 1024 + 1
"""Bytes: more than that is not read, and the brief is then refused for its size."""
REDIRECTS = 3
NAME = 255
"""How many characters of a file's name are kept."""

_HOSTS = re.compile(r"([a-z0-9-]+\.)+sharepoint\.(com|us|cn|de)")
_ELSEWHERE = "it is not kept by Microsoft itself"
_GONE = "the link to it has ended"
_AWAY = "Microsoft could not be reached"


def attached(activity: Mapping[str, object], channel: str) -> Attachment | None:
    """The first file that can be fetched; None where there is none."""
    for told in objects(activity.get("attachments")):
        url = string(part(told, "content").get("downloadUrl"))
        name = " ".join(string(told.get("name")).split())[-NAME:]
        if told.get("contentType") == DOWNLOAD and url and name:
            return Attachment(name, "", 0, Origin(channel, (("url", url),)))
    return None


def fetch(config: TeamsConfig, attachment: Attachment) -> bytes:
    """The file's bytes; raises FileNotFetched, with what to do."""
    url = dict(attachment.place.address).get("url", "")
    until = time.monotonic() + ALL_SECONDS
    try:
        with requests.Session() as session:
            for _ in range(REDIRECTS + 1):
                if not is_microsoft(config, url):
                    raise _not_fetched(attachment, _ELSEWHERE)
                with session.get(
                    url, stream=True, timeout=TIMEOUT, allow_redirects=False
                ) as answer:
                    if not answer.is_redirect:
                        return _read(attachment, answer, until)
                    url = urljoin(url, answer.headers["location"])
    except (requests.RequestException, OSError):
        raise _not_fetched(attachment, _AWAY) from None
    raise _not_fetched(attachment, _GONE)


def _read(attachment: Attachment, answer: requests.Response, until: float) -> bytes:
    if answer.status_code != 200:
        why = f"Microsoft answered {answer.status_code}"
        raise _not_fetched(attachment, _GONE if answer.status_code in (401, 403, 404, 410) else why)
    received = bytearray()
    for chunk in answer.iter_content(64 * 1024):
        received += chunk
        if len(received) >= LARGEST:
            break
        if time.monotonic() > until:
            raise _not_fetched(attachment, _AWAY)
    return bytes(received[:LARGEST])


def is_microsoft(config: TeamsConfig, url: str) -> bool:
    """Whether the address is one of Microsoft's for files, or of the service that tests play."""
    try:
        there, played = urlsplit(url), urlsplit(config.service_url)
        port = there.port
    except ValueError:
        return False
    if there.scheme == "https" and _HOSTS.fullmatch((there.hostname or "").lower()):
        return port in (None, 443) and "@" not in there.netloc
    in_test = config.service_url != SERVICE_URL
    return in_test and (there.scheme, there.netloc) == (played.scheme, played.netloc)


def _not_fetched(attachment: Attachment, why: str) -> FileNotFetched:
    return FileNotFetched(attachment.name, why, words.SEND_AGAIN)
