"""What the team is told where the bot cannot write in a hiring channel, and where it can again."""

_NAMES = {"teams": "Microsoft Teams", "slack": "Slack"}


def place(channel: str, name: str) -> str:
    """A platform's channel, as people find it in the settings."""
    return f"{_NAMES.get(channel, channel)}, {name}"


def absent(where: str, titles: tuple[str, ...]) -> str:
    """The bot cannot write in a hiring channel; `titles` are the roles whose posts go there."""
    return (
        f"I cannot write in the hiring channel of {_all(titles)} ({where}): I was taken out of it "
        "or never added, or it was archived."
    )


MEND = (
    "Fit summaries and candidates' questions wait and nothing is lost. Please add the app there "
    "again, or choose another channel (“post fit summaries of ROLE to …”); what waits is sent then."
)


def invited_into_silence(where: tuple[str, ...]) -> str:
    """An invitation's reply warns that the summary would reach no channel."""
    return (
        f"Please note: I cannot write in the hiring channel ({'; '.join(where)}), so the fit "
        "summary will wait until the app is added there or another channel is chosen."
    )


def waiting(title: str, where: tuple[str, ...]) -> str:
    """A line of the start page."""
    return f"{title}: I cannot write in the hiring channel ({'; '.join(where)}); add the app there."


def _all(titles: tuple[str, ...]) -> str:
    *others, last = titles
    return f"{', '.join(others)} and {last}" if others else last
