"""Why a model gave nothing, in our words; a vendor's errors are translated here and go no further.

A vendor's error may repeat what it was sent, so only its kind is kept, never its text.
"""

from enum import StrEnum

from bot.core.errors import RolecallError


class Why(StrEnum):
    """Why there is no completion. None of these words holds anything that somebody wrote."""

    TIMED_OUT = "it did not answer in time"
    RATE_LIMITED = "it is asked too often"
    UNREACHABLE = "it cannot be reached"
    FAILED = "it reported an error of its own"
    KEY = "its key is missing or not accepted"
    NOT_FOUND = "there is no such model"
    NOT_TAKEN = "it did not take the request"
    REFUSED = "it declined to answer"
    UNREADABLE = "its answer could not be read"
    BUSY = "too many calls to it are under way"
    RESTING = "it failed several times and is left alone for a minute"


class ModelUnavailable(RolecallError):
    """The model gave no completion: `why`, and the kind of the vendor's error in `kind`."""

    def __init__(self, model: str, why: Why, kind: str = "") -> None:
        super().__init__(f"The model {model} gave no answer: {why}.")
        self.model = model
        self.why = why
        self.kind = kind


class ModelNotSetUp(RolecallError):
    """The model that the settings name cannot be made."""

    def __init__(self, model: str, why: str) -> None:
        super().__init__(f"The model “{model}” cannot be used: {why}.")
        self.model = model
        self.remedy = (
            "Name it as in ROLECALL_MODEL=openai:NAME, install the provider's LangChain package "
            "and give its key; or leave the setting out: Rolecall works without a model."
        )


def why(error: Exception) -> Why:
    """What a vendor's error means, by LangChain's families, its HTTP status, or its kind."""
    return _by_family(error) or _by_status(error) or _by_kind(error)


def _by_family(error: Exception) -> Why | None:
    from langchain_core import exceptions as known

    families = (
        (known.ModelTimeoutError, Why.TIMED_OUT),
        (known.ModelRateLimitError, Why.RATE_LIMITED),
        (known.ModelConnectionError, Why.UNREACHABLE),
        (known.ModelAuthenticationError, Why.KEY),
        (known.ModelPermissionDeniedError, Why.KEY),
        (known.ModelNotFoundError, Why.NOT_FOUND),
        (known.ModelInvalidRequestError, Why.NOT_TAKEN),
        (known.ContextOverflowError, Why.NOT_TAKEN),
        (known.ModelAPIError, Why.FAILED),
    )
    return next((said for family, said in families if isinstance(error, family)), None)


_STATUSES = {401: Why.KEY, 403: Why.KEY, 404: Why.NOT_FOUND, 408: Why.TIMED_OUT}
_STATUSES |= {429: Why.RATE_LIMITED, 504: Why.TIMED_OUT}


def _by_status(error: Exception) -> Why | None:
    """For providers whose errors are not of LangChain's families but carry an HTTP status."""
    status = getattr(error, "status_code", None)
    if not isinstance(status, int) or status < 400:
        return None
    return _STATUSES.get(status, Why.FAILED if status >= 500 else Why.NOT_TAKEN)


def _by_kind(error: Exception) -> Why:
    kinds = (
        (TimeoutError, Why.TIMED_OUT),
        (ConnectionError, Why.UNREACHABLE),
        # What reading a malformed body raises; UnicodeError and JSONDecodeError are ValueErrors.
        ((ValueError, TypeError, LookupError, AttributeError), Why.UNREADABLE),
    )
    for kind, said in kinds:
        if isinstance(error, kind):
            return said
    name = type(error).__name__.lower()
    if "timeout" in name:
        return Why.TIMED_OUT
    if "connect" in name:
        return Why.UNREACHABLE
    return Why.KEY if "credentials" in str(error).lower() else Why.FAILED
