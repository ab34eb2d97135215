"""What Slack shows around the chat: the App Home and suggested prompts.

All of it is extra. A workspace may not know these methods, and an app installed earlier may lack a
permission for them: then the chat goes on with plain messages.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from slack_sdk import WebClient

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.extras import Extras
from bot.channels.slack.opening import Opened
from bot.channels.slack.render import rendered
from bot.channels.slack.text import clean
from bot.core.messages import Block, Choice, Choices, Text
from bot.core.roles import Audience

TIMEOUT = 5
HOME_BLOCKS = 100
PROMPTS = 4
PROMPT_TITLE = "You could ask"

_log = logging.getLogger(__name__)


class Desk(Protocol):
    """What is shown to somebody who has said nothing yet."""

    def page(self, audience: Audience, person: str = "") -> tuple[Block, ...]:
        """The start page, as this person may see it."""
        ...

    def steps(self, audience: Audience, conversation: str) -> tuple[Choice, ...]:
        """What they may want to say first in this chat."""
        ...


class Surfaces:
    """One app's surfaces. Calls to Slack are made behind the acknowledgement, a few at a time."""

    def __init__(self, config: SlackConfig, desk: Desk) -> None:
        self._client = WebClient(
            config.bot_token, base_url=config.api_url, timeout=TIMEOUT, retry_handlers=[]
        )
        self._desk = desk
        self._errands = ThreadPoolExecutor(2, "slack-surfaces")
        self._extras = Extras()

    def show(self, opened: Opened) -> None:
        """Show what belongs where somebody has just come; returns at once."""
        self._errands.submit(self._shown, opened)

    def _shown(self, opened: Opened) -> None:
        try:
            if opened.home:
                self._home(opened)
            else:
                self._prompts(opened)
        except Exception:
            # Nobody waits for an errand, so nobody else would tell of a mistake of ours.
            _log.exception("A page of Slack could not be made.")

    def _home(self, opened: Opened) -> None:
        drawn = [
            block
            for message in rendered(self._desk.page(opened.audience, opened.person))
            for block in message.blocks
        ]
        view = {
            "type": "home",
            # A button of the page speaks in the person's own chat.
            "private_metadata": opened.channel,
            "blocks": drawn[:HOME_BLOCKS],
        }
        self._extras.tried(
            "views.publish", self._client.views_publish, user_id=opened.user, view=view
        )

    def _prompts(self, opened: Opened) -> None:
        """Suggest what to say; in a new thread without that surface, as a plain message."""
        steps = self._desk.steps(opened.audience, opened.conversation)[:PROMPTS]
        prompts = [{"title": clean(step.label), "message": step.typed} for step in steps]
        suggested = self._extras.tried(
            "assistant.threads.setSuggestedPrompts",
            self._client.assistant_threads_setSuggestedPrompts,
            channel_id=opened.channel,
            thread_ts=opened.thread or None,
            title=PROMPT_TITLE,
            prompts=prompts,
        )
        if not suggested and opened.thread:
            [message, *_] = rendered((Text(f"{PROMPT_TITLE}:"), Choices(steps)))
            self._extras.tried(
                "chat.postMessage",
                self._client.chat_postMessage,
                channel=opened.channel,
                thread_ts=opened.thread,
                text=message.text,
                blocks=message.blocks,
                parse="none",
            )
