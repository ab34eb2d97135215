"""What the bot says about where a role's fit summaries go."""

from datetime import datetime

HELP = (
    "where do summaries go: the hiring channels; “post fit summaries to slack:C0123” chooses them, "
    "“post fit summaries here” takes this channel"
)
HOW = (
    "Say for example “post fit summaries of ROLE to slack:C0123 and slack:C0456”, “post fit "
    "summaries here” in the channel itself, or “post fit summaries to the web page only”. A Slack "
    "channel's id stands at the bottom of its details."
)
NOT_HERE = (
    "This is no channel that a team reads. Say it in the hiring channel itself, or name the "
    "channel: “post fit summaries to slack:C0123”."
)
WEB_ONLY = "the role's channel page on the web only"
BY_SETTINGS = "by the settings"


def unknown(place: str) -> str:
    """A channel that cannot be read."""
    return f"I do not know which channel “{place}” is. {HOW}"


def listed(places: tuple[str, ...]) -> str:
    """Channels in a sentence."""
    return " and ".join(places) or WEB_ONLY


def by(name: str, at: datetime) -> str:
    """Who chose, and when."""
    return f"chosen by {name}, {at.day} {at:%B %Y}"


def goes(places: tuple[str, ...], why: str) -> str:
    """Where the posts of a role go, and why there."""
    return f"{listed(places)} ({why})"


def chosen(title: str, places: tuple[str, ...]) -> str:
    """Confirms a choice."""
    return f"From now on, fit summaries and questions about {title} go to {listed(places)}."


def reset(title: str, places: tuple[str, ...]) -> str:
    """Confirms that the settings decide again."""
    return f"For {title} the settings decide again: {listed(places)}."


def begins(title: str, name: str) -> str:
    """Tells a channel that it is a hiring channel from now on."""
    return f"{name} chose this channel: fit summaries and questions about {title} come here."


NOT_INVITED = "Where a summary does not arrive: invite me to the channel, and keep it private."
