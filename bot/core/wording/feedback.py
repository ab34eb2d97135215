"""What the bot says about feedback on its answers."""

HELP = (
    "good answer, or bad answer: what you think of the last answer; a thumb under it does the same"
)
GOOD, BAD = "good answer", "bad answer"
"""What pressing a thumb says."""
THUMB_UP, THUMB_DOWN = "Good answer", "Bad answer"
NOTED_GOOD = "Thank you, noted: that answer was good."
NOTED_BAD = (
    "Thank you, noted: that answer was not good. You can ask in other words, or say “ask the team”."
)
NO_ANSWER = "There is no answer in this chat yet that I could note that for."
NO_FEEDBACK = "Nobody has given feedback on an answer yet."
