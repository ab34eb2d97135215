"""Settings that nobody knows: a name typed wrongly is ignored by the program, and told by this."""

from difflib import get_close_matches

from pydantic_settings import DotEnvSettingsSource, EnvSettingsSource

from bot.settings.settings import Settings
from bot.settings.wrong import named

_OTHERS = frozenset({"ROLECALL_PORTS"})
"""Read by docker-compose.yml, which shares the file `.env`."""
_PREFIX = "ROLECALL_"


def strange_settings() -> tuple[tuple[str, str], ...]:
    """The names in the environment and `.env` that are no setting; beside each the likely one.

    The likely one is "" where none is near. No value is looked at.
    """
    taken = {f"{_PREFIX}{field.upper()}" for field in Settings.model_fields} | _OTHERS
    sources = (EnvSettingsSource(Settings), DotEnvSettingsSource(Settings))
    given = {name.upper() for source in sources for name in source.env_vars}
    strange = sorted(name for name in given if name.startswith(_PREFIX) and name not in taken)
    return tuple((name, _likely(name)) for name in strange)


def _likely(name: str) -> str:
    """The setting that begins with the same words, otherwise the one spelled most alike."""
    said = name.removeprefix(_PREFIX).casefold()
    fields = list(Settings.model_fields)
    longer = [field for field in fields if field.startswith(f"{said}_")]
    near = longer if len(longer) == 1 else get_close_matches(said, fields, n=1, cutoff=0.8)
    return named(near[0]) if near else ""
