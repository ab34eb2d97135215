"""What a replay of a screening's log says."""

SAME = "The summary is the one that was sent, byte for byte."
SAME_ASKED = (
    "The brief was changed since. Everything that was asked reads as it was sent; what was not "
    "asked reads the new brief."
)
OTHER = "The summary is NOT the one that was sent."
NOT_SENT = "No summary was sent for this screening, so there is none to compare with."


def played(screening: str, events: int) -> str:
    """What was replayed."""
    return f"Replayed {events} events of screening {screening}; nothing was rated again."


def verdict(same: bool | None, brief_changed: bool) -> str:
    """How the summary compares with the one that was sent."""
    if same is None:
        return NOT_SENT
    if not same:
        return OTHER
    return SAME_ASKED if brief_changed else SAME
