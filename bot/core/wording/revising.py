"""What the bot says about a message that was edited or deleted after it was read."""

READ_ALREADY = (
    "You changed a message that I have read already, and I did not act on the new words. "
    "If they should count, please send them as a new message."
)
DELETED_WHICH = (
    "You deleted a message that counts as one of your answers. It still counts. “my answers” shows "
    "them all, and “change 2: …” puts another one in its place."
)
EDITED_WHICH = (
    "You edited a message that counts as more than one of your answers, and I cannot tell which "
    "one you mean. Say for example “change 2: …”; until then your first words count."
)
SHALL_I = "Shall the new words count?"


def edited(name: str) -> str:
    """The answer with this number or letter was edited."""
    return f"You edited your answer to {name}. So far your first words count; the new ones are:"


def deleted(name: str) -> str:
    """The answer with this number or letter was deleted."""
    return (
        f"You deleted your answer to {name} here. It still counts as you gave it. "
        f"Say “change {name}” to give another one, or “erase my data” to have everything deleted."
    )
