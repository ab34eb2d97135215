"""Signs what is told to another program, as the Standard Webhooks specification says. Pure."""

import base64
import binascii
import hmac
from hashlib import sha256

PREFIX = "whsec_"
LEAST_BYTES, MOST_BYTES = 24, 64
"""How many random bytes the specification asks of a secret."""


def key_of(secret: str) -> bytes:
    """The key in a secret such as `whsec_…`; raises ValueError that says what to write."""
    told = f"write {PREFIX} and {LEAST_BYTES} to {MOST_BYTES} random bytes in base64 behind it"
    if not secret.startswith(PREFIX):
        raise ValueError(told)
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        raise ValueError(told) from None
    if not LEAST_BYTES <= len(key) <= MOST_BYTES:
        raise ValueError(told)
    return key


def headers(key: bytes, notice: str, seconds: int, body: bytes) -> dict[str, str]:
    """The three headers of a request: its id, when it was signed, and the signature of both.

    `seconds` is Unix time. A second try has the id of the first, and a time of its own.
    """
    signed = f"{notice}.{seconds}.".encode() + body
    signature = base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()
    return {
        "webhook-id": notice,
        "webhook-timestamp": str(seconds),
        "webhook-signature": f"v1,{signature}",
    }
