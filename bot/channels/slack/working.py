"""The sign that an answer is on its way, and the title, of a thread in an agent's chat.

The sign is set before a message is taken and ended after its reply was sent, so that it can never
be left standing by a reply that was faster.
"""

from slack_sdk import WebClient

from bot.channels.slack.config import App, SlackConfig
from bot.channels.slack.extras import Extras
from bot.channels.slack.text import clean
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.ports.delivery import Address

TIMEOUT = 1
"""Seconds: the request of a person waits for it, and Slack waits three for the request."""
TITLE = 60
"""Characters; Slack takes up to 200."""
SAYS = "is reading the brief…"

_AGENT = "agents.sessions.setStatus"
_ASSISTANT = "assistant.threads.setStatus"
_TITLE = "assistant.threads.setTitle"


class Working:
    """Shows in a thread that an answer comes: as an agent, or as an assistant of the older kind."""

    def __init__(self, config: SlackConfig) -> None:
        self._client = WebClient(
            config.bot_token, base_url=config.api_url, timeout=TIMEOUT, retry_handlers=[]
        )
        self._extras = Extras()
        self._is_agent = config.app is App.RECRUITER

    def begins(self, incoming: Incoming, address: Address) -> None:
        """A message is about to be taken. Slack keeps the first title that a thread is given."""
        if not self._shows(address):
            return
        where = {"channel_id": address["channel"], "thread_ts": address["thread_ts"]}
        title = _title(incoming)
        call = self._client.agents_sessions_setStatus
        if self._extras.tried(_AGENT, call, **where, status="processing", title=title):
            return
        # An assistant's status ends by itself when the app writes.
        self._extras.tried(
            _ASSISTANT, self._client.assistant_threads_setStatus, **where, status=SAYS
        )
        if title:
            self._extras.tried(
                _TITLE, self._client.assistant_threads_setTitle, **where, title=title
            )

    def ends(self, address: Address) -> None:
        """A reply was sent."""
        if self._shows(address):
            call = self._client.agents_sessions_setStatus
            where = {"channel_id": address["channel"], "thread_ts": address["thread_ts"]}
            self._extras.tried(_AGENT, call, **where, status="active")

    def _shows(self, address: Address) -> bool:
        direct = address["channel"].startswith("D") and "user" not in address
        return self._is_agent and direct and "thread_ts" in address


def _title(incoming: Incoming) -> str | None:
    """A recruiter's own words. A candidate's are in no title, where no erasure would reach them."""
    words = clean(" ".join(incoming.text.split()))
    if incoming.audience is not Audience.TEAM or not words:
        return None
    return words if len(words) <= TITLE else words[: TITLE - 1].rstrip() + "…"
