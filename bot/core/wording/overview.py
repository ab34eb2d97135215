"""What the bot's start page says: roles, who is where, and what waits for somebody."""

from bot.core.team.funnel import Funnel

WELCOME = (
    "I answer questions about a role from its brief, and show you the line. "
    "Write to me in the chat, in your own words."
)
CODE = "If you were invited to a screening, send me the code from your invitation there."
ROLES = "Roles"
OPEN = "Open screenings"
WAITING = "Waiting for the team"
NOTHING_WAITS = "Nothing waits for you."
NOBODY_OPEN = "No screening is open."
FIGURES = "How the screenings go"
WHAT_NOW = "What would you like to do?"
SAY_HELP = "Say “help” in the chat for all I can do."
_BARS = 10


def figures(found: Funnel) -> str:
    """How a role's screenings go: a bar of those who finished, and the same in words."""
    full = round(_BARS * found.finished / found.invited) if found.invited else 0
    bar = "▰" * full + "▱" * (_BARS - full)
    took = f"{found.minutes:g} minutes (median)" if found.minutes is not None else ""
    counted = f"{found.finished} of {found.invited} finished, {found.started} started"
    return f"{bar} {counted}{f', {took}' if took else ''}"


def role(signed: bool, waiting: int) -> str:
    """How a role stands: its kit, and how many questions wait for the team."""
    kit = "kit signed off" if signed else "kit not signed off yet"
    if not waiting:
        return kit
    return f"{kit}, {waiting} question{'s wait' if waiting > 1 else ' waits'} for an answer"


def unsigned(title: str) -> str:
    """A kit waits for somebody to sign it off."""
    return f"{title}: the kit is not signed off, so nobody can be invited."


def questions(title: str, count: int) -> str:
    """Questions of a role wait for an answer."""
    said = f"{count} question{'s wait' if count > 1 else ' waits'} for an answer"
    return f"{title}: {said}; say “questions”."


def summary(pseudonym: str, title: str) -> str:
    """A screening is finished, and somebody may read what was shown."""
    return f"{pseudonym}, {title}: finished; say “summary {pseudonym}”."


def more(count: int, say: str) -> str:
    """How many more there are than are shown."""
    return f"and {count} more: say “{say}”"
