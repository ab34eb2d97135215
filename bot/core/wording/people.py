"""How a person is called in what the bot says."""

from bot.core.messages import Mention, Text

_SLACK = "slack:"


def called(person: str, name: str = "") -> str:
    """A person as people read it: by name, otherwise by what the platform knows them by."""
    if name:
        return name
    if person.startswith(_SLACK):
        return f"Slack member {person.rpartition(':')[2]}"
    return person


def naming(text: str, person: str, name: str = "") -> Text:
    """A paragraph in which `called(person, name)` stands for the person."""
    return Text(text, (Mention(called(person, name), person),))
