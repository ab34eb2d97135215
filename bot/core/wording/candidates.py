"""What the bot says to the team about what candidates said, one alone or side by side."""

from bot.core.ratings import Outcome, Rating

HELP = (
    "ask 7F3: QUESTION: what one candidate said about something, in their own words; in the thread "
    "of a summary the question alone does",
    "compare 7F3 and 2B1 (or: compare everybody): what each showed, side by side; “… on security” "
    "for one requirement, with quotes",
)
ASK_WHAT = "What would you like to know? Say for example “ask {code}: any proof of cost savings?”."
SAID_NOTHING_YET = "Nothing was answered in this screening yet."
WHERE = "Where it was said"
UNFINISHED = "This screening is not finished yet."

COMPARE_WHOM = "Whom should I compare? Say for example “compare 7F3 and 2B1”, “compare everybody”."
COMPARE_ONE = "There is only {pseudonym} to look at, so there is nothing to compare with."
COMPARE_NOBODY = (
    "Nobody has finished a screening for this role yet, so there is nothing to compare."
)
COMPARE_ORDER = (
    "In the order in which the screenings were finished. Nothing is added up, and nobody is ranked."
)
NOT_BY_THIS_BRIEF = "not in the brief then"
COMPARE_PAGE = "All of it as a table"
COMPARE_QUOTES = "For the candidates' own words, name a requirement: “compare everybody on TOPIC”."
OTHER_ROLES = "{one} and {other} were screened for different roles, by different requirements."


def title(role: str) -> str:
    """The heading of a comparison."""
    return f"Side by side · {role}"


def said_this(pseudonym: str, quotes: int) -> str:
    """Introduces the quotes."""
    return f"{pseudonym} said about this{', in several places' if quotes > 1 else ''}:"


def asked(question: str, level: str) -> str:
    """The question a quote answered, and how the whole answer was rated."""
    rated = f"; the whole answer was rated “{level}”" if level else ""
    return f"asked: {question}{rated}"


def not_discussed(pseudonym: str) -> str:
    """Says that nothing was found."""
    return f"I found nothing that {pseudonym} said about this in the screening."


def stands_open(criterion: str, rating: Rating) -> str:
    """Says of a requirement that is asked about why there are no words to quote."""
    about = f"“{criterion.strip().rstrip('.;,')}”"
    match rating.outcome:
        case Outcome.DECLINED:
            return f"{about} was asked, and the candidate chose not to answer."
        case Outcome.NOT_ASKED:
            return f"{about} was not asked: {rating.reasons[0]}"
        case _:
            return f"{about} was asked; the whole answer stands in the record."


def more_rows(left: int) -> str:
    """Says how many requirements a chat does not show."""
    return f"{left} more requirement{' is' if left == 1 else 's are'} not shown here."


def more_people(left: int) -> str:
    """Says how many candidates a chat does not show."""
    people = "candidate is" if left == 1 else "candidates are"
    return f"{left} more {people} not shown here; name those you mean."


def unfinished(count: int) -> str:
    """Says how many are left out."""
    which = "screening was" if count == 1 else "screenings were"
    return f"{count} {which} not finished, or withdrawn, and left out."


def no_such_requirement(wanted: str) -> str:
    """Says that no requirement is about what the comparison was asked for."""
    return f"No requirement of this role is about “{wanted}”."
