"""What stands on the forms with which the team acts on a screening."""

from bot.core.screening.team_events import Revealed
from bot.core.wording.card import when
from bot.core.wording.people import called

DECISION = "Decision"
OPEN = "Nothing is decided yet."
UNDECIDED = f"{OPEN} A person decides; the bot suggests nothing."
TO_DECISION = "To the decision"
DECIDE = "What do you decide?"
VERDICTS = {"advance": "Advance", "hold": "Hold", "decline": "Decline"}
REASON = "Why"
REASON_HINT = "Your colleagues read it beside your name. The candidate does not."
DECIDE_BUTTON = "Note the decision"
UNDO = "Take the decision back"
UNDO_HINT = "The decision and your reason stay in the log."
UNDO_BUTTON = "Take it back"
TELL = "Tell the candidate"
TELL_LABEL = "What the candidate reads, word for word"
TELL_HINT = "Nothing is told until you send it here."
TELL_BUTTON = "Tell the candidate this"
MORE = "One more question"
MORE_OPEN = "Ask one more question"
MORE_LABEL = "Your question to the candidate"
MORE_HINT = "The answer comes back here and to the card. It is not rated."
MORE_BUTTON = "Ask the candidate"
NO_MORE = "No further question was asked."
NOTES = "Notes for the record"
NOTE_OPEN = "Add a note"
NOTE_LABEL = "Your note"
NOTE_HINT = "Kept with your name and the time."
NOTE_BUTTON = "Keep the note"
REVEAL = "Name and contact"
REVEAL_OPEN = "Show me the name and contact"
REVEAL_HINT = "Shown to you alone. The log holds who saw it, when, and why."
REVEAL_BUTTON = "Show it to me"
RATE = "Your levels first"
RATE_INTRO = (
    "This role is rated blind: read the words below and find a level for each answer. Then you see "
    "what the bot found; both are kept."
)
RATE_BUTTON = "Keep my levels"
LEVEL = "Level"
CHOOSE_LEVEL = "Choose a level"
OVERRIDE = "Set another level"
OVERRIDE_BUTTON = "Set this level"
DONE = "What was done"


def revealed(one: Revealed) -> str:
    """Who saw the name, when and why."""
    return f"{called(one.by, one.name)}, {when(one.at)}: {one.reason}"
