"""A person opened the app: its Home, its empty chat, or a new thread of an assistant. Pure."""

from dataclasses import dataclass

from bot.channels.slack.payload import Payload, inside, string
from bot.channels.slack.place import Rules, place
from bot.core.roles import Audience


@dataclass(frozen=True, slots=True)
class Opened:
    """Who opened what: `home`, or a chat or thread that is still empty."""

    user: str
    channel: str
    conversation: str
    audience: Audience
    home: bool = False
    thread: str = ""
    person: str = ""


def opened(body: Payload, rules: Rules) -> Opened | None:
    """What `app_home_opened` or `assistant_thread_started` tells; None where a part is missing.

    Slack sends the first for both tabs of the app, `home` and `messages`.
    """
    inner = inside(body, "event")
    started = inside(inner, "assistant_thread")
    channel = string(inner, "channel") or string(started, "channel_id")
    user = string(inner, "user") or string(started, "user_id")
    thread = string(started, "thread_ts")
    where = place(string(body, "team_id"), channel, user, thread)
    if where is None or not where.direct:
        return None
    where = where.within(rules)
    at_home = string(inner, "tab") == "home"
    audience = where.audience(rules)
    return Opened(user, channel, where.conversation, audience, at_home, thread, where.person)
