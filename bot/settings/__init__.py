"""What the environment says: read and checked in one place, and what follows from it."""

from bot.settings.settings import Settings, read_settings
from bot.settings.wrong import SettingsWrong

__all__ = ["Settings", "SettingsWrong", "read_settings"]
