"""Base pay: the figures for what is asked, or what about them the brief does not say."""

import re

from bot.answers.case import Case
from bot.answers.kinds import form_of
from bot.answers.selecting import stated_lines
from bot.answers.terms import covers, stem
from bot.core.answering.answers import Answer, Reason
from bot.core.roles import Passage, Pay
from bot.core.wording import answering as words

_CURRENCIES = {
    "EUR": "euros euro eur",
    "USD": "dollars dollar usd bucks",
    "GBP": "pounds pound gbp sterling quid",
    "CHF": "francs franc chf",
    "JPY": "yen jpy",
    "INR": "rupees rupee inr lakh lakhs",
    "MYR": "ringgit myr",
    "CNY": "yuan renminbi cny rmb",
    "PLN": "zloty zlotys pln",
    "SEK": "krona kronor sek",
    "DKK": "dkk",
    "NOK": "nok",
    "SGD": "sgd",
    "CAD": "cad",
    "AUD": "aud",
    "BRL": "reais brl",
    "MXN": "pesos mxn",
}
_DOLLARS = frozenset(("USD", "CAD", "AUD", "SGD"))
_BY_WORD = {word: code for code, names in _CURRENCIES.items() for word in names.split()}

_NOT_FIGURES = frozenset(("how many", "how often", "when", "who", "where"))
"""Forms of questions that are about pay and ask for no figure of it: "When do I get my money?"."""

YEARLY_FROM = 10_000
"""An amount above this, in any currency of the list, is nobody's pay for less than a month."""

_PERIODS = {
    "year": r"\b(?:year|yearly|annual|annually|annum)\b",
    "month": r"\b(?:month|monthly)\b",
    "week": r"\b(?:week|weekly)\b",
    "day": r"\b(?:day|daily)\b",
    "hour": r"\b(?:hour|hourly)\b",
}
_LOW = r"\b(?:lowest|minimum|min|bottom|least|starting|floor)\b"
_HIGH = r"\b(?:highest|maximum|max|top|ceiling|most|upper|cap)\b"
_NEGOTIABLE = re.compile(r"\bnegotia\w+|\bhaggle|\bflexible\b|\bwiggle room\b", re.I)
_MIDDLE = r"\b(?:median|mid(?:dle|point)?|average|typical)\b"

# Words that questions about pay are built with, beside those every question is built with.
_ABOUT_PAY = frozenset(
    stem(word)
    for word in """
    pay pays paid paying salary salaries wage wages earn earns earning earnings money compensation
    comp package remuneration rate rates range band bracket scale grade figure figures base basic
    gross lowest highest minimum maximum min max top bottom least most starting floor ceiling upper
    cap median middle midpoint mid average typical end number numbers amount total negotiate
    negotiable negotiation year yearly annual annually annum month monthly week weekly day daily
    hour hourly apply country gap difference hard within budget currency dollars dollar euros euro
    pounds pound ballpark roughly worth income above below under slary sum
    """.split()  # noqa: SIM905 - a word list reads best as words
)


def pay(case: Case) -> Answer | None:
    """The pay figures a question asks for; a refusal for another place, currency or period.

    None where the question is not about base pay, or is about something else beside it: then the
    lines are weighed like any others.
    """
    if not case.role.pay or not (asks_for_pay(case) or _names_pay(case)):
        return None
    if form_of(case.asked.text) in _NOT_FIGURES:
        return None
    lines = {pay.line for pay in case.role.pay}
    passages = tuple(p for p in case.passages if p.line in lines and re.search(r"\d", p.text))
    if not passages:
        return None
    place = _place(case.asked.text)
    if _besides(case, passages, place):
        return None
    missing = _not_given(case, passages, place)
    if missing:
        return Answer(
            False,
            words.pay_but(given(case.role.pay), missing),
            reason=Reason.NOT_IN_BRIEF,
            missing=missing,
            related=(),
        )
    lines = _asked_figures(case)
    return stated_lines(case, [p for p in passages if p.line in lines])


def _names_pay(case: Case) -> bool:
    """A currency, or an end of the range and nothing else: "and the lowest?"."""
    asked = case.asked
    if _currencies(asked.text):
        return True
    ends = any(re.search(end, asked.text, re.I) for end in (_LOW, _HIGH, _MIDDLE))
    bare = all(stem(word) in _ABOUT_PAY for word in asked.words)
    return ends and bare and asked.slot is None and asked.whole is None


def _currencies(text: str) -> tuple[str, ...]:
    """The currencies a question names, as codes."""
    named = (_BY_WORD.get(word) for word in re.findall(r"[a-z]+", text.casefold()))
    return tuple(code for code in named if code)


def _place(text: str) -> str:
    """The place a question is about: "in Germany", "for the UK"; "" where it names none."""
    found = re.search(r"\b(?:in|for|from) (?:the )?([A-Z][\w.-]*(?:,? [A-Z][\w.-]*)*)", text)
    return found[1].strip(" ,.") if found else ""


def _not_given(case: Case, passages: tuple[Passage, ...], place: str) -> str:
    """What of the pay the brief does not give, completing "does not say …"; "" if it does."""
    text = case.asked.text
    held = " ".join(f"{p.section} {p.text}" for p in passages)
    if _NEGOTIABLE.search(text) and not _NEGOTIABLE.search(held):
        return words.PAY_NEGOTIABLE
    codes = {figure.currency for figure in case.role.pay if figure.currency}
    for code in _currencies(text):
        words_of = _CURRENCIES[code].split()
        named = not codes and any(covers(held, word) for word in words_of)
        if code not in codes and not named and not (code == "USD" and codes & _DOLLARS):
            return words.pay_in(words_of[0])
    if place and not all(covers(held, word) for word in place.replace(",", " ").split()):
        return words.pay_in(place)
    return _period_not_given(text, case.role.pay)


def _period_not_given(text: str, figures: tuple[Pay, ...]) -> str:
    given = {figure.period for figure in figures if figure.period}
    asked = {period for period, pattern in _PERIODS.items() if re.search(pattern, text, re.I)}
    if not given:
        # Figures without a period are by the year where no other fits such amounts.
        given = {"year"} if min(figure.amount for figure in figures) > YEARLY_FROM else asked
    return words.pay_by(sorted(asked)[0]) if asked and not asked & given else ""


def _besides(case: Case, passages: tuple[Passage, ...], place: str) -> bool:
    """Whether the question names something that neither pay nor its lines are about."""
    held = " ".join(f"{p.section} {p.text}" for p in passages)
    held = f"{held} {case.role.title}"
    return any(
        stem(word) not in _ABOUT_PAY
        and word not in place.replace(",", " ").split()
        and word.casefold() not in _BY_WORD
        and not covers(held, word)
        for word in case.asked.words
        if not word[0].isdigit()
    )


def _asked_figures(case: Case) -> set[int]:
    """The lines of the figures asked for: the low end, the high end, the middle, or all."""
    text = case.asked.text
    low, high = (re.search(pattern, text, re.I) for pattern in (_LOW, _HIGH))
    which = ""
    if re.search(_MIDDLE, text, re.I):
        which = "median"
    elif low and not high:
        which = "min"
    elif high and not low:
        which = "max"
    chosen = {figure.line for figure in case.role.pay if figure.which == which}
    return chosen or {figure.line for figure in case.role.pay}


def asks_for_pay(case: Case) -> bool:
    """Whether the question asks for pay by its words."""
    return case.asked.slot is not None and case.asked.slot.id == "pay"


def given(figures: tuple[Pay, ...]) -> str:
    """What the figures are for: "US pay", "the pay in GBP", "the pay a month"."""
    countries = sorted({figure.country for figure in figures if figure.country})
    if countries:
        return words.pay_of(countries)
    codes = sorted({figure.currency for figure in figures if figure.currency})
    periods = sorted({figure.period for figure in figures if figure.period})
    return words.pay_as(codes, periods)
