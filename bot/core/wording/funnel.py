"""What the figures of a role's screenings say."""

TITLE = "How the screenings go"
INTRO = (
    "Without trials, and without what was erased. Nobody is named; of groups of one to four people "
    "nothing is told."
)
NOBODY = "Nobody was invited yet, so there is nothing to count."
WAY = "From the invitation to the end"
INVITED, STARTED, FINISHED = "invited", "started", "finished"
LEFT = "Where those stopped who did not finish"
UNCLEAR = "Answers with not enough evidence, by question"
UNCLEAR_HINT = "A question with many of them may be hard to understand: look at its words."
SKIPPED = "Skipped, by question"
OVERRIDDEN = "Levels that a person changed, by requirement"
ELSEWHERE = "at places with fewer than five each"
AT_NOTICE = "before saying yes to the notice"
AT_GATES = "at the short questions"
AT_REVIEW = "at the review"
TOO_FEW = "too few to say"


def title(role: str) -> str:
    """The heading of a role's figures."""
    return f"{role}: how the screenings go"


def at_question(text: str) -> str:
    """Somebody stopped at this question."""
    return f"at “{text}”"


def people(count: int) -> str:
    """How many people."""
    return "1 person" if count == 1 else f"{count} people"


def going_on(count: int) -> str:
    """How many screenings are open."""
    if not count:
        return "None is still open."
    return f"{count} {'is' if count == 1 else 'are'} still open."


def took(minutes: float | None) -> str:
    """How long it takes."""
    if minutes is None:
        return f"Time from the yes to the end: {TOO_FEW}."
    return f"Time from the yes to the end: {minutes:g} minutes (median)."


def share(part: int | None, whole: int | None) -> str:
    """So many of so many, as far as it may be told."""
    if whole is None:
        return TOO_FEW
    if part is None:
        return f"fewer than 5 of {whole}"
    if part == 0:
        return f"none of {whole}"
    return f"{part} of {whole} ({100 * part / whole:.0f} %)"
