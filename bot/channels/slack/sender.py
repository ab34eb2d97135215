"""Sends blocks to a Slack channel, a thread or one person, once for each key where it can."""

import json
from collections import OrderedDict
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.handing import hand_over
from bot.channels.slack.pictures import UPLOAD, Pictures
from bot.channels.slack.pieces import Message
from bot.channels.slack.readers import Channels, Readers
from bot.channels.slack.refusals import code, translating
from bot.channels.slack.render import rendered
from bot.channels.slack.thumbs import with_thumbs, without_thumbs
from bot.channels.slack.working import Working
from bot.core.fit.cards import erased
from bot.core.messages import Assessed, Block, File, Text
from bot.core.wording.fit import withheld
from bot.core.wording.own_data import NOT_UPLOADED
from bot.ports.delivery import Address

TIMEOUT = 10
REMEMBERED = 1_000
"""How many sent messages are known, so that a second try goes on where the first one failed."""

_CANNOT_WHISPER = frozenset(("not_in_channel", "user_not_in_channel", "channel_not_found"))
_UNKNOWN_BLOCK = frozenset(("invalid_blocks", "invalid_blocks_format"))
_GONE = frozenset(("message_not_found", "thread_not_found"))
_CANNOT_EDIT = frozenset(("edit_window_closed", "cant_update_message"))


class SlackSender:
    """The outgoing half of the Slack channel.

    An address has `channel` (a channel's, a chat's or a person's id), where there is one
    `thread_ts`, and `user` where only this person may see the message.
    """

    def __init__(self, config: SlackConfig) -> None:
        # Whoever calls `send` decides when to try again, so the client itself must not.
        self._client = WebClient(
            config.bot_token, base_url=config.api_url, timeout=TIMEOUT, retry_handlers=[]
        )
        self._channels = None if config.public_cards else Channels(self._client)
        self._pictures = Pictures(self._client)
        self._working = Working(config)
        self._has_thumbs = True
        self._sent: OrderedDict[tuple[str, ...], tuple[Address, ...]] = OrderedDict()

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> tuple[Address, ...]:
        """Send blocks, in several messages where Slack's limits ask for it.

        Each message carries `key` and its part in its metadata, and stands at a `channel` and `ts`;
        what only one person sees cannot be replaced. Raises TryAgain (with the seconds Slack asks
        to wait) or Undeliverable.
        """
        shown = self._shown(address, blocks)
        drawn = rendered(shown)
        parts = enumerate(with_thumbs(drawn, key, shown) if self._has_thumbs else drawn)
        sent = (self._send_part(address, (key, str(number)), part) for number, part in parts)
        standing = tuple(one for standings in sent for one in standings)
        self._working.ends(address)
        pictured = self._pictured(address, key, standing, shown)
        return (*standing, *pictured, *self._handed_over(address, key, standing, shown))

    def _handed_over(
        self, address: Address, key: str, standing: tuple[Address, ...], blocks: tuple[Block, ...]
    ) -> tuple[Address, ...]:
        """The files of a reply, in the chat it is said in; where Slack takes none, that is said."""
        if not standing or not any(isinstance(block, File) for block in blocks):
            return ()
        thread = address.get("thread_ts", "")

        def upload() -> tuple[Address, ...]:
            places, whole = hand_over(self._client, standing[-1], thread, blocks)
            if whole:
                return places
            told = rendered((Text(NOT_UPLOADED),))[0]
            return (*places, *self._send_part(address, (key, "files"), told))

        return self._once((address["channel"], key, "files"), upload)

    def _pictured(
        self, address: Address, key: str, standing: tuple[Address, ...], blocks: tuple[Block, ...]
    ) -> tuple[Address, ...]:
        """The picture of a card, in its thread; what only one person sees has none."""
        if not standing:
            return ()
        thread = address.get("thread_ts") or standing[0]["ts"]
        known = (address["channel"], key, "picture")
        return self._once(known, lambda: self._pictures.post(standing[0], thread, blocks))

    def _shown(self, address: Address, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks; a notice in the place of a fit summary where too many would read it."""
        summary = any(isinstance(block, Assessed) for block in blocks)
        if self._channels is None or not summary or "user" in address:
            return blocks
        with translating():
            readers = self._channels.readers(address["channel"])
        return blocks if readers is Readers.INVITED else (Text(withheld(readers.value)),)

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """Put the first message of these blocks in the place of one that was sent.

        Where the workspace lets nobody edit it any more, it is deleted. A picture, which says that
        it shows what the bot read, stays as it is, and goes when what it shows was erased. Raises
        TryAgain or Undeliverable.
        """
        if UPLOAD in standing:
            if blocks == erased():
                with translating():
                    self._pictures.take_back(standing[UPLOAD])
            return
        channel, ts = standing["channel"], standing["ts"]
        with translating():
            try:
                said = _said(rendered(self._shown(standing, blocks))[0])
                self._client.chat_update(
                    channel=channel, ts=ts, metadata=_metadata(key, "0"), **said
                )
            except SlackApiError as error:
                if code(error) in _GONE:
                    return
                if code(error) not in _CANNOT_EDIT:
                    raise
                self._client.chat_delete(channel=channel, ts=ts)

    def _send_part(
        self, address: Address, part: tuple[str, str], message: Message
    ) -> tuple[Address, ...]:
        # A hash: what was sent about a candidate is not to stay here when it is erased.
        shown = sha256(json.dumps(message.blocks).encode()).hexdigest()
        known = (address["channel"], *part, shown)
        return self._once(known, lambda: self._send_whole(address, part, message))

    def _once(
        self, known: tuple[str, ...], send: Callable[[], tuple[Address, ...]]
    ) -> tuple[Address, ...]:
        if known not in self._sent:
            self._sent[known] = send()
            if len(self._sent) > REMEMBERED:
                self._sent.popitem(last=False)
        return self._sent[known]

    def _send_whole(
        self, address: Address, part: tuple[str, str], message: Message
    ) -> tuple[Address, ...]:
        """Send one message, in halves where Slack finds it too long."""
        with translating():
            try:
                return self._post(address, part, message)
            except SlackApiError as error:
                plainer = without_thumbs(message)
                if plainer and code(error) in _UNKNOWN_BLOCK:
                    self._has_thumbs = False
                    return self._post(address, part, plainer)
                if code(error) != "msg_blocks_too_long" or not message.halves:
                    raise
        halves = enumerate(message.halves)
        sent = (self._send_part(address, (part[0], f"{part[1]}.{n}"), half) for n, half in halves)
        return tuple(standing for standings in sent for standing in standings)

    def _post(
        self, address: Address, part: tuple[str, str], message: Message
    ) -> tuple[Address, ...]:
        said = _said(message)
        if "user" in address and self._whispered(address, said):
            return ()
        # A person's id as the channel is their own chat with the app.
        posted = self._client.chat_postMessage(
            channel=address.get("user") or address["channel"],
            thread_ts=None if "user" in address else address.get("thread_ts"),
            metadata=_metadata(*part),
            mrkdwn=False,
            unfurl_links=False,
            unfurl_media=False,
            **said,
        )
        return ({"channel": str(posted["channel"]), "ts": str(posted["ts"])},)

    def _whispered(self, address: Address, said: Mapping[str, Any]) -> bool:
        """Whether the person was told in the channel itself; the bot may not be a member of it."""
        try:
            self._client.chat_postEphemeral(
                channel=address["channel"],
                user=address["user"],
                thread_ts=address.get("thread_ts"),
                **said,
            )
        except SlackApiError as error:
            if code(error) not in _CANNOT_WHISPER:
                raise
            return False
        return True


def _metadata(key: str, part: str) -> dict[str, Any]:
    return {"event_type": "rolecall_message", "event_payload": {"key": key, "part": part}}


def _said(message: Message) -> dict[str, Any]:
    return {
        "text": message.text,
        "blocks": message.blocks,
        "parse": "none",
        "link_names": False,
    }
