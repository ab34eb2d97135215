"""What stands in and under the picture of a fit summary."""

LEGEND = "From left to right: no evidence, claimed, described, demonstrated, with impact"


def title(card: str) -> str:
    """What the picture is of; `card` is the heading of the fit summary."""
    return f"{card}: what was shown, requirement by requirement"


def as_read(title: str) -> str:
    """The title of a picture that stays as it was first drawn."""
    return f"{title}, as the bot read the answers"
