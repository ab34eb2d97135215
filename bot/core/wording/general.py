"""What the bot says in any conversation."""

BUSY = "Somebody else was writing at the same moment. Please send your message again."
FAILED = (
    "Something went wrong on my side and your message was not handled. Please send it again; "
    "if it keeps happening, tell the person who runs this bot."
)
NO_ROLES = "There is no role yet. A recruiter can add one with `rolecall roles add FILE`."
WHICH_ROLE = "Which role do you mean?"
EMPTY = "I did not get any words there. What would you like to know about the role?"
FILE = "I cannot open files, so nothing in it was read. Please write it to me in words."
STOPPED = "Stopped: I am working on nothing for you now. What was said before stays."
YOUR_WELCOME = "You are welcome."


def too_long(length: int, most: int) -> str:
    """Refuses a message for its length."""
    return (
        f"That message has {length:,} characters, and {most:,} is the most I can take at once. "
        "Nothing of it was used. Please send the part that matters most."
    )


def question_too_long(most: int) -> str:
    """Asks for a shorter question."""
    return (
        f"That is too long for me to find the question in it: I read questions of up to {most:,} "
        "characters. Please ask in a sentence or two."
    )


def candidate_hello(role: str) -> str:
    """A greeting for somebody who may ask about a role."""
    return f"Hello! Ask me anything about {role}. I answer from its brief and show you the line."


CANDIDATE_HELP = (
    "Ask me about the role: the tasks, the requirements, the pay, the place. "
    "What its brief does not say, I can ask the hiring team. "
    "If you were invited to a screening, send me the code from your invitation."
)
ASK_PERSON = "The recruiter who invited you can help with that; please write to them."
TEAM_HELLO = "Hello! Ask me about a role, or say “help” to see what else I can do."
FOR_THE_TEAM = (
    "That is for the hiring team, and I do not know you as one of them here. Ask me anything about "
    "the role instead. If you are on the team, write to me directly, or ask whoever runs this bot "
    "to add you."
)
PERHAPS_TWICE = "I was interrupted while I sent this, so you may have it already."
