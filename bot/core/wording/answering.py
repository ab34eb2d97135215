"""What the bot says when it answers a question about a role, or cannot."""

from bot.core.roles import CriterionKind, SectionKind

REQUIREMENTS = "This is what the brief says about that:"
NO_VERDICT = "Whether that fits is for a person to judge, not for me."
TEAM_ONLY = "That part is for the hiring team, so I cannot share it here."
NOT_ABOUT_ROLE = (
    "I can only help with questions about the role: the work, the requirements, the pay, the place."
)
NO_ORDERS = "I answer questions about the role from its brief, and that does not change by request."
ENGLISH_ONLY = (
    "I understand English only, so I could not read that question. Please ask it in English; or "
    "the hiring team can read it just as you wrote it."
)
UNCLEAR = "I am not sure what you would like to know about the role. Could you put it another way?"


def shorten(text: str, most: int) -> str:
    """A person's words for use within a sentence, at most so many characters of them."""
    return text if len(text) <= most else text[: most - 1] + "…"


def says(quote: str) -> str:
    """One line of the brief as an answer."""
    return f"The brief says: “{quote}”"


def called(title: str) -> str:
    """What the role is called."""
    return f"The brief calls the role “{title}”."


def says_several(count: int) -> str:
    """Introduces a few lines of the brief."""
    return "The brief says:" if count > 1 else "The brief says this:"


def not_said(what: str) -> str:
    """What the brief does not say; `what` completes the sentence."""
    return f"The brief does not say {'anything ' if what.startswith('about ') else ''}{what}."


def not_mentioned(names: tuple[str, ...]) -> str:
    """Names that the brief does not mention."""
    listed = " or ".join(f"“{shorten(name, 60)}”" for name in names[:6])
    return f"The brief does not mention {listed}."


def not_found(words: tuple[str, ...]) -> str:
    """The brief says nothing about these words."""
    if not words:
        return "The brief does not say."
    about = shorten(" ".join(words[:6]), 120)
    return f"The brief does not say anything about “{about}”."


def required(kind: CriterionKind, quote: str) -> str:
    """Whether something is a must or a plus, in the brief's words."""
    if kind in (CriterionKind.ESSENTIAL, CriterionKind.GATE):
        return f"It is among the requirements: “{quote}”"
    if kind is CriterionKind.DESIRABLE:
        return f"It is a plus, not a must: “{quote}”"
    return f"The brief names it here: “{quote}”"


_LISTS = {
    SectionKind.REQUIRED: "The brief lists these as required:",
    SectionKind.PREFERRED: "The brief lists these as a plus, not a must:",
    SectionKind.SOFT: "The brief lists these soft skills and leadership expectations:",
    SectionKind.DUTIES: "The brief describes the work like this:",
    SectionKind.PROCESS: "The brief gives these steps:",
    SectionKind.OFFER: "The brief offers this:",
    SectionKind.PAY: "The brief gives these figures:",
    SectionKind.SIGNALS: "For the hiring team, the brief notes:",
}


def listed(kind: SectionKind) -> str:
    """Introduces a whole section."""
    return _LISTS.get(kind, "The brief says:")


_MISSING_LISTS = {
    SectionKind.REQUIRED: "what is required",
    SectionKind.PREFERRED: "what would be a plus",
    SectionKind.SOFT: "anything about soft skills",
    SectionKind.DUTIES: "what the tasks are",
    SectionKind.PROCESS: "how people are chosen",
    SectionKind.OFFER: "which benefits there are",
    SectionKind.SIGNALS: "anything for the hiring team alone",
}


def missing_list(kind: SectionKind) -> str:
    """What is missing where the brief has no such section; completes "does not say …"."""
    return _MISSING_LISTS.get(kind, "that")


def pay_of(countries: list[str]) -> str:
    """Which countries the pay figures are for."""
    return f"The brief gives {' and '.join(countries)} pay."


def pay_as(currencies: list[str], periods: list[str]) -> str:
    """In which currency, and for which period, the pay is given."""
    currency = f" in {' and '.join(currencies)}" if currencies else ""
    period = f" a {' and a '.join(periods)}" if periods else ""
    return f"The brief gives the pay{currency}{period}."


def pay_but(given: str, missing: str) -> str:
    """Which pay the brief gives, and what of it the brief does not say."""
    return f"{given.removesuffix('.')}; it does not say {missing}."


def pay_in(place: str) -> str:
    """Pay in another place or currency; completes "does not say …"."""
    return f"what the role pays in {place}"


PAY_NEGOTIABLE = "whether that can be negotiated"


def pay_by(period: str) -> str:
    """Pay for another period; completes "does not say …"."""
    return f"what that is {'an' if period == 'hour' else 'a'} {period}"
