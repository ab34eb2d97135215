"""The few words the Teams channel adds of its own."""

SOURCES = "Sources"


def or_type(typed: tuple[str, ...]) -> str:
    """The line under buttons that says what can be typed instead."""
    return "Or type: " + " · ".join(f"“{text}”" for text in typed)


def line_of_brief(kind: str, line: int) -> str:
    """Which kind of requirement a criterion is, and where the brief says so."""
    return f"{kind}, line {line} of the brief" if line else kind


def continued(title: str) -> str:
    """The line above the second card, and any further one, of the same fit summary."""
    return f"{title} (continued)"
