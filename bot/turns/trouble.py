"""Where an error happened, without what it says: its words could be a candidate's."""

from traceback import extract_tb


def where(error: BaseException) -> str:
    """The kind of an error and the calls that led to it, innermost first."""
    calls = [
        f"{call.filename.rpartition('/')[2]}:{call.lineno} in {call.name}"
        for call in reversed(extract_tb(error.__traceback__))
    ]
    return " < ".join((type(error).__qualname__, *calls[:8]))
