"""Whether a Slack member belongs to what a name says, asked of the app that is set up."""

from bot.ports.installations import Installations
from bot.settings import Settings
from bot.settings.role_teams import InSlack
from bot.settings.slack_apps import slack_apps


def in_slack(settings: Settings, installations: Installations) -> InSlack:
    """What tells it; without a recruiters' app, a name is a member's own id alone."""
    for config in slack_apps(settings):
        from bot.channels.slack.belonging import Belonging
        from bot.channels.slack.config import App

        if config.app is App.RECRUITER:
            return Belonging(config, installations)
    return lambda person, name: person.rpartition(":")[2] == name
