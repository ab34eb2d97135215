"""The parts of an activity, whatever their types turn out to be: pure."""

from collections.abc import Mapping


def string(value: object) -> str:
    """A string as it can be stored, "" for anything else: no NUL, no half of a character."""
    if not isinstance(value, str):
        return ""
    return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def part(activity: Mapping[str, object], name: str) -> Mapping[str, object]:
    """A nested object, empty where there is none."""
    value = activity.get(name)
    return value if isinstance(value, dict) else {}


def objects(value: object) -> list[Mapping[str, object]]:
    """The objects of a list, none where it is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
