"""A chat model as the rest sees it, and the one adapter that makes it of a LangChain model."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol

from bot.models.breaker import REST_SECONDS, Breaker
from bot.models.deadline import Deadline, TooMany
from bot.models.failures import ModelNotSetUp, ModelUnavailable, Why, why
from bot.models.prompts import Prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

log = logging.getLogger(__name__)

MOST_CHARACTERS = 20_000
"""The longest completion that is read."""
MOST_TOKENS = 2_000
"""The longest completion that is asked for; models that think first count that in."""
AT_ONCE = 8
"""How many calls may be under way, those that were given up included."""


class ChatModel(Protocol):
    """Something that completes a prompt."""

    @property
    def name(self) -> str:
        """The model's name, as stored with what it proposed."""
        ...

    def complete(self, prompt: Prompt) -> str:
        """The completion, without surrounding space. Raises ModelUnavailable if there is none."""
        ...


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model, and how: `name` as "provider:model", `timeout` in seconds for the whole call.

    `max_retries` is 0 or 1 and shares that time. `base_url` and `api_key` are left to the
    provider's own settings where they are empty.
    """

    name: str
    timeout: float = 8.0
    max_retries: int = 0
    base_url: str = ""
    api_key: str = field(default="", repr=False)


class LangChainModel:
    """Any chat model LangChain knows, with one bound on time and a rest after failures.

    Nothing that is sent goes to a tracing service, whatever the environment says. What is logged
    holds no word of a prompt or a completion.
    """

    def __init__(self, settings: ModelSettings, clock: Callable[[], float] = monotonic) -> None:
        """Make the model's client; nothing is sent. Raises ModelNotSetUp."""
        if not settings.name.partition(":")[2]:
            raise ModelNotSetUp(settings.name, "it is not of the form provider:model")
        if settings.max_retries not in (0, 1):
            raise ModelNotSetUp(settings.name, "it may be tried again once at most")
        self._settings = settings
        self._client = _client(settings)
        self._breaker = Breaker(clock)
        self._deadline = Deadline(settings.timeout, AT_ONCE)

    @property
    def name(self) -> str:
        """The model's name as the settings give it."""
        return self._settings.name

    def complete(self, prompt: Prompt) -> str:
        """The completion, without surrounding space.

        Raises ModelUnavailable on a time-out, a rate limit, a refusal, a lost connection, an
        answer that cannot be read, and while the model is left alone.
        """
        if not self._breaker.allows():
            raise ModelUnavailable(self.name, Why.RESTING)
        try:
            text = self._deadline.within(lambda: self._asked(prompt))
        except ModelUnavailable:
            self._breaker.succeeded()  # it declined: the model itself is well
            raise
        except TooMany:
            raise ModelUnavailable(self.name, Why.BUSY) from None
        except Exception as error:
            # Any error of any vendor; not chained, since its text may repeat the prompt.
            raise self._failed(error) from None
        self._breaker.succeeded()
        return text

    def _asked(self, prompt: Prompt) -> str:
        from langchain_core.messages import HumanMessage, SystemMessage
        from langsmith import tracing_context

        with tracing_context(enabled=False):
            message = self._client.invoke(
                [SystemMessage(prompt.instructions), HumanMessage(prompt.data)]
            )
        if _declined(message):
            raise ModelUnavailable(self.name, Why.REFUSED)
        return _text(message)

    def _failed(self, error: Exception) -> ModelUnavailable:
        if self._breaker.failed():
            log.warning("the model %s is left alone for %d s", self.name, REST_SECONDS)
        return ModelUnavailable(self.name, why(error), type(error).__name__)


def _client(settings: ModelSettings) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {
        "timeout": settings.timeout,
        "max_retries": settings.max_retries,
        "max_tokens": MOST_TOKENS,
    }
    options |= {"base_url": settings.base_url} if settings.base_url else {}
    options |= {"api_key": settings.api_key} if settings.api_key else {}
    try:
        client: BaseChatModel = init_chat_model(settings.name, **options)
        if (client.profile or {}).get("temperature", True):
            # Some models take no temperature, and LangChain's profile of a model knows which.
            client = init_chat_model(settings.name, temperature=0, **options)
    except ImportError as error:
        raise ModelNotSetUp(settings.name, str(error).splitlines()[0].rstrip(".")) from None
    except Exception as error:  # a provider's own check, which may repeat the key: kind only
        unknown = f"its provider is not known or not set up ({type(error).__name__})"
        reason = Why.KEY if why(error) is Why.KEY else unknown
        raise ModelNotSetUp(settings.name, reason) from None
    return client


def _declined(message: "BaseMessage") -> bool:
    """Whether the model or its provider's filter refused."""
    ended = message.response_metadata.get("finish_reason") or message.response_metadata.get(
        "stop_reason"
    )
    blocks = message.content if isinstance(message.content, list) else []
    return (
        bool(message.additional_kwargs.get("refusal"))
        or ended in ("content_filter", "refusal")
        or any(isinstance(block, dict) and block.get("type") == "refusal" for block in blocks)
    )


def _text(message: "BaseMessage") -> str:
    """The completion's text. Raises ValueError where there is none, or it is endless or cut off."""
    metadata = message.response_metadata
    cut_off = (
        metadata.get("finish_reason") == "length" or metadata.get("stop_reason") == "max_tokens"
    )
    text = str(message.text).strip()
    if cut_off or not text or len(text) > MOST_CHARACTERS:
        raise ValueError(len(text))
    return text
