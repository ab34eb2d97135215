"""Who may come in from Slack: the signature, the size and the form of a request, before any use."""

import json
import re
from collections.abc import AsyncIterable, Mapping
from urllib.parse import parse_qs

from slack_sdk.signature import SignatureVerifier

LARGEST = 1_000_000
"""The largest body that is read, in bytes; what Slack sends is far below."""

_JSON = "application/json"
_FORM = "application/x-www-form-urlencoded"


class Refused(Exception):
    """A request that is not let in; `status` is the HTTP status it gets."""

    def __init__(self, status: int) -> None:
        super().__init__(f"refused with {status}")
        self.status = status


async def body_of(chunks: AsyncIterable[bytes]) -> bytes:
    """A request's body; raises Refused (413) as soon as it is too large."""
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > LARGEST:
            raise Refused(413)
    return bytes(body)


def let_in(verifier: SignatureVerifier, headers: Mapping[str, str], body: bytes) -> str:
    """The body of a request that Slack signed in the last five minutes, as text.

    Raises Refused: 401 where it is not signed so, 415 for another content type, 400 where there is
    no JSON object in it. Bolt checks the signature too, but only after it read the body, and fails
    on a body, a timestamp or a signature of another form.
    """
    if not _is_signed(verifier, headers, body):
        raise Refused(401)
    text = body.decode()
    kind = headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind not in (_JSON, _FORM):
        raise Refused(415)
    if not _is_well_formed(kind, text):
        raise Refused(400)
    return text


def _is_signed(verifier: SignatureVerifier, headers: Mapping[str, str], body: bytes) -> bool:
    sent = headers.get("x-slack-request-timestamp", "")
    signature = headers.get("x-slack-signature", "")
    if not re.fullmatch(r"[0-9]{1,12}", sent) or not signature.isascii():
        return False
    try:
        return verifier.is_valid(body, sent, signature)
    except UnicodeDecodeError:
        return False


def _is_well_formed(kind: str, text: str) -> bool:
    try:
        if kind == _JSON:
            return isinstance(json.loads(text), dict)
        fields = parse_qs(text, keep_blank_values=True, strict_parsing=True, max_num_fields=200)
        payload = fields.get("payload", ["{}"])[-1]
        return isinstance(json.loads(payload), dict)
    except (ValueError, RecursionError):
        return False
