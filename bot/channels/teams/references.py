"""What an activity tells of where the bot can write: how a place is reached, or that it left; pure.

A candidate's own chat is not among them: it is reached by where its last message came from, which
goes when their data is erased.
"""

from collections.abc import Mapping

from bot.channels.teams.config import TeamsConfig
from bot.channels.teams.parse import personal, tenant
from bot.channels.teams.payload import part, string
from bot.channels.teams.presence import moved
from bot.ports.references import Reference

CHANNEL = "teams"

_OF_ONE_CHANNEL = ("channelDeleted", "channelCreated", "channelRestored")


def held(activity: Mapping[str, object], config: TeamsConfig) -> tuple[Reference, ...]:
    """The places that the bot is in, as whatever arrives from there shows; none where it left."""
    if moved(activity, config) == "removed" or not _address(activity)["service_url"]:
        return ()
    person = _recruiter(activity, config)
    if personal(activity) and not person:
        return ()
    team = string(part(part(activity, "channelData"), "team").get("id"))
    address = _address(activity)
    return tuple(
        Reference(CHANNEL, place, {**address, "conversation": place}, team, person)
        for place in _places(activity)
    )


def left(activity: Mapping[str, object], config: TeamsConfig) -> str:
    """The place the bot was taken out of, with all that is part of it; "" where it was not."""
    if moved(activity, config) != "removed":
        return ""
    data = part(activity, "channelData")
    if data.get("eventType") == "channelDeleted":
        return string(part(data, "channel").get("id"))
    return string(part(data, "team").get("id")) or base(_conversation(activity))


def base(conversation: str) -> str:
    """The channel that a thread's id belongs to; any other id is its own."""
    return conversation.partition(";")[0]


def is_channel(place: str) -> bool:
    """Whether a place's id is that of a team's channel, and of nobody's own chat."""
    return place.startswith("19:") and "@thread" in place


def _places(activity: Mapping[str, object]) -> list[str]:
    """The chat itself, and the channel that an event is about, told in the team's first one."""
    data = part(activity, "channelData")
    told = [base(_conversation(activity))]
    if data.get("eventType") in _OF_ONE_CHANNEL:
        told.append(string(part(data, "channel").get("id")))
    told.append(string(part(part(data, "settings"), "selectedChannel").get("id")))
    return list(dict.fromkeys(place for place in told if place))


def _conversation(activity: Mapping[str, object]) -> str:
    return string(part(activity, "conversation").get("id"))


def _recruiter(activity: Mapping[str, object], config: TeamsConfig) -> str:
    """The recruiter whose own chat this is, in the letters of the settings; "" for nobody's."""
    person = string(part(activity, "from").get("aadObjectId"))
    if not personal(activity) or not config.is_recruiter(person, tenant(activity)):
        return ""
    return person.lower()


def _address(activity: Mapping[str, object]) -> dict[str, str]:
    return {
        "service_url": string(activity.get("serviceUrl")),
        "channel_id": string(activity.get("channelId")),
        "bot": string(part(activity, "recipient").get("id")),
        "tenant": tenant(activity),
    }
