"""Files that came with a message, fetched from the channel they came by."""

from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment
from bot.core.wording import briefs as words
from bot.ports.installations import Installations
from bot.settings import Settings
from bot.settings.slack_apps import slack_apps
from bot.settings.teams_app import teams_config


def fetched(settings: Settings, installations: Installations, attachment: Attachment) -> bytes:
    """A file's bytes, no more than one more than a brief may have; raises FileNotFetched."""
    for config in slack_apps(settings):
        from bot.channels.slack.config import CHANNELS
        from bot.channels.slack.files import fetch
        from bot.channels.slack.workspaces import named_config

        if CHANNELS[config.app] == attachment.place.channel:
            workspace = dict(attachment.place.address).get("workspace", "")
            there = named_config(config, installations, workspace)
            if there is not None:
                return fetch(there, attachment)
    if attachment.place.channel == "teams":
        from bot.channels.teams import files

        return files.fetch(teams_config(settings), attachment)
    if attachment.place.channel == "terminal":
        from bot.channels.terminal import files as on_disk

        return on_disk.fetch(attachment)
    raise FileNotFetched(attachment.name, words.CANNOT_FETCH, words.SEND_AGAIN)
