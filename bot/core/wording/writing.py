"""What the bot says where an answer is written in several messages."""

LISTENING = (
    "Take your time, in as many messages as you like. Say “done” when that is all; only then it "
    "counts as your answer."
)
GO_ON = "Got it. Go on, or say “done” when that is all."
BEGUN = "You have begun an answer:"
NOT_ENDED = "Go on writing, or say “done” when that is all."
NOTHING_YET = "You have not written anything here yet. Take your time, or say “skip”."
FULL = "That is as much as one answer can hold, so I did not add this. Say “done” to send it."
EDITED = "I have put your new words in the place of the old ones."
TAKEN_OUT = "I have taken that out of what you have begun."
ADDED = "Added. What you said before stays, and both count as one answer."


def belongs(before: int, now: int) -> str:
    """Asks whether words go on with the answer before, or answer what is asked now."""
    return (
        f"That sounds as if it goes on with your answer to question {before}. Say “add to "
        f"{before}” if it does, or “use it” if it is your answer to question {now}."
    )


def belongs_to_last(before: int) -> str:
    """Asks whether words go on with the last answer, where nothing else is asked."""
    return (
        f"That sounds as if it goes on with your answer to question {before}. Say “add to "
        f"{before}” to add it there, or “send” to send your answers as they are."
    )
