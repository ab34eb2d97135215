"""What somebody reads who installs an app from the bot's own page."""

BACK = "Nothing was kept. You can close this page, or begin again."
AGAIN = "Begin again"
INSTALLED = "Rolecall is installed"
NOT_INSTALLED = "Rolecall was not installed"
DECLINED = "You did not agree on Slack's page, so nothing was changed."
STALE = (
    "This page was not opened from an installation that began in this browser in the last ten "
    "minutes, or it was used already."
)
REFUSED = "Slack did not give Rolecall its permission for this workspace."
ROTATING = (
    "The app is set to give tokens that expire (“token rotation”), which Rolecall does not use. "
    "Whoever made the app can make it anew from its manifest, where that is off."
)
AWAY = "Slack could not be reached just now."


def installed(name: str) -> str:
    """Says where, and what to do next."""
    return (
        f"The app is in {name} now. Open it in Slack, under “Apps”, and write “help” to it. You "
        "can close this page."
    )


def not_allowed(name: str, workspace: str) -> str:
    """The workspace is not one of those that may."""
    return (
        f"{name} ({workspace}) is not one of the workspaces that may use this Rolecall. Whoever "
        f"runs it can add {workspace} to ROLECALL_SLACK_WORKSPACES."
    )
