"""What Slack calls by name and this program answers to: the same in the manifest and the app."""

COMMAND = "/rolecall"
ANSWER_SHORTCUT = "answer_from_brief"
"""The message shortcut “Answer from the brief”."""
