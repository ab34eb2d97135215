"""What the bot says when a recruiter sends a role's brief as a file."""

from bot.core.kits.drift import Drift
from bot.core.lint.finding import Finding
from bot.core.roles import Criterion, CriterionKind, Pay
from bot.core.wording import asking
from bot.core.wording.kits import changed_since

HELP = (
    "send me a brief as a file (Markdown, text, PDF, Word or HTML): I show what I read in it first"
)
PRIVATELY = "Please send me a brief in our own chat, where nobody else reads along."
NO_DRAFT = "There is no brief here that waits for a yes. Send me one as a file."
OTHER_DRAFT = "Another brief was sent here since. Press the button under the newest one."
FORGOTTEN = "Forgotten. Nothing was changed."
CRITERIA_INTRO = "What I would hold a candidate's answers against:"
FINDINGS_INTRO = "You may want to mend this in the brief:"
NOTHING_TO_MEND = "I found nothing to mend in the requirements."
ASK_NEW = "Nothing is kept yet. Shall I make this a role? Say yes or no."
CANNOT_FETCH = "Slack or Teams did not hand it over"
SEND_AGAIN = "Please send it again."
ADD, FORGET = "Make it a role", "Forget it"
REPLACE = "Take it as the new brief"
SAME_REQUIREMENTS = "The requirements stay as they are."
TEAM_ONLY = "Never shown to candidates"


def add(version: str) -> str:
    """What a press on the button that takes a brief says."""
    return f"add brief {version}"


def add_as(version: str, role: str) -> str:
    """The same, as the new brief of a role with another id."""
    return f"add brief {version} as {role}"


def forget(version: str) -> str:
    """What a press on the button that drops a brief says."""
    return f"forget brief {version}"


def read(source: str, lines: int) -> str:
    """Says what was read."""
    return f"I have read {source}: {lines} lines that can be cited."


def first_of(files: int) -> str:
    """Several files came at once."""
    return f"You sent {files} files, and I have read the first. Please send the others one by one."


def ask_replace(title: str, role: str) -> str:
    """Asks whether a brief takes the place of a role's present one."""
    return (
        f"{title} (“{role}”) has another brief now. Nothing is changed yet. Shall I take this as "
        "its new brief? Say yes or no."
    )


def same_title(title: str, role: str) -> str:
    """A role of the same title is there under another id."""
    return (
        f"There is a role {title} already (“{role}”). If this is a new version of its brief, say "
        "so; a yes makes a second role."
    )


def is_new_version(role: str) -> str:
    """The button that takes a brief as another role's."""
    return f"New version of “{role}”"


def same(title: str, role: str) -> str:
    """The brief is the role's already."""
    return f"That is the brief that {title} (“{role}”) has already. Nothing was changed."


def added(title: str, role: str) -> str:
    """A role was made."""
    return f"{title} is in, as “{role}”. We now talk about it: ask me anything."


def replaced(title: str, role: str) -> str:
    """A role got a new brief."""
    return f"{title} (“{role}”) has its new brief. We now talk about it."


def differs(found: Drift) -> str:
    """How the requirements differ from the role's present brief."""
    return f"Against the present brief: {changed_since(found)}." if found else SAME_REQUIREMENTS


def criterion(one: Criterion) -> str:
    """One requirement in the preview."""
    kind = "soft skill" if one.kind is CriterionKind.SOFT else one.kind.value
    return f"{kind}: {one.text} (line {one.line})"


def years(least: int, most: int | None, line: int) -> str:
    """The years a brief asks for."""
    return f"{asking.years_criterion(least, most)} (line {line})"


def pay(found: Pay) -> str:
    """One pay figure."""
    amount = f"{found.amount:,.2f}".removesuffix(".00") + ("+" if found.open_ended else "")
    period = f"a {found.period}" if found.period else ""
    place = f"in {found.country}" if found.country else ""
    which = "" if found.which == "pay" else found.which
    said = " ".join(part for part in (which, found.currency, amount, period, place) if part)
    return f"{said} (line {found.line})"


def finding(one: Finding) -> str:
    """One thing to mend in a brief."""
    return f"line {one.line}, “{one.quote}”: {one.why} {one.instead}"
