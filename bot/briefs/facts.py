"""The figures a brief states: pay with currency and country, and years of experience."""

import re

from bot.core.roles import Passage, PassageKind, Pay, SectionKind, Years
from bot.core.text.numbers import NUMBER_WORDS

_CURRENCIES = {
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "US$": "USD",
    "C$": "CAD",
    "A$": "AUD",
    "S$": "SGD",
    "$": "USD",
    "zł": "PLN",
    "euro": "EUR",
    "dollar": "USD",
    "pound": "GBP",
    "rupee": "INR",
    "yen": "JPY",
    "franc": "CHF",
    "crown": "",
    "krone": "",
    "kroner": "",
    "kronor": "",
    "peso": "",
    "rand": "ZAR",
    "ringgit": "MYR",
    "zloty": "PLN",
}
"""Marks and names of currencies; "" for a name that several countries' money has."""
_CODE = r"(?:USD|EUR|GBP|CAD|AUD|SGD|CHF|DKK|SEK|NOK|PLN|INR|JPY|NZD|ZAR|BRL|MXN|CZK|HKD|AED)"
_AMOUNT = r"\d{1,3}(?:[,. ’']\d{3})+(?:\.\d{2})?|\d+(?:[.,]\d{1,2})?"
_NAMES = rf"(?:{'|'.join(name for name in _CURRENCIES if name.isascii() and name.islower())})s?"
_FIGURE = re.compile(
    rf"(?P<before>{_CODE}|US\$|C\$|A\$|S\$|[£€¥₹$])?\s?(?P<amount>{_AMOUNT})\s?(?P<thousand>k\b)?"
    rf"\s?(?P<after>{_CODE}\b|[€£]|zł|{_NAMES}\b)?(?P<open>\+)?",
    re.IGNORECASE,
)
_PAY_LABEL = re.compile(
    r"\b(?:salary|pay|wage|rate|compensation|basic pay|remuneration|gross|min(?:imum)?|"
    r"max(?:imum)?|"
    r"median|mid(?:point)?)\b",
    re.IGNORECASE,
)
# "The salary is 31,400 crowns a year": prose that is pay wherever it stands.
_PAID = re.compile(
    rf"\b(?:salary|pay|wages?|rate)\b[^.;]{{0,30}}?\b(?:{_AMOUNT})\s?(?:k\b)?[^.;\d]{{0,20}}"
    r"\b(?:an?|per) (?:hour|day|week|month|year|annum)\b",
    re.IGNORECASE,
)
_NOT_BASE_PAY = re.compile(
    r"\b(?:supplement|bonus|allowance|overtime|pension|budget|course|travel|sick|parental|"
    r"tips?|leave|per diem|ceiling|fees?|payment)\b",
    re.IGNORECASE,
)
_PERIODS = (
    ("hour", r"\b(?:an|per|/)\s?h(?:ou)?r\b|hourly|/h\b"),
    ("day", r"\b(?:a|per) day\b|daily"),
    ("month", r"\b(?:a|per|/) ?month\b|monthly"),
    ("year", r"\b(?:a|per|/) ?(?:year|annum)\b|yearly|annual|p\.a\."),
)
_WHICH = (
    ("min", r"\bmin(?:imum)?\b|\bfrom\b"),
    ("median", r"\bmedian\b|\bmid(?:point)?\b"),
    ("max", r"\bmax(?:imum)?\b|\bup to\b"),
)
_COUNTRIES = (
    "US|USA|UK|EU|United States|United Kingdom|Germany|France|Ireland|Canada|Singapore|Denmark|"
    "Netherlands|Spain|Portugal|Italy|Poland|Sweden|Norway|Switzerland|Austria|"
    "Australia|India|Japan"
)
_COUNTRY = re.compile(
    rf"\((?P<bracket>{_COUNTRIES})\)|\b(?:in|for) (?:the )?(?P<named>{_COUNTRIES})\b"
)


def pay_of(passages: tuple[Passage, ...]) -> tuple[Pay, ...]:
    """The base pay figures, in the brief's order; supplements and budgets are left out."""
    return tuple(pay for passage in passages if _is_pay(passage) for pay in _figures(passage))


def _is_pay(passage: Passage) -> bool:
    context = f"{passage.section} {passage.label} {passage.text}"
    if _PAID.search(passage.text) and not _NOT_BASE_PAY.search(passage.text):
        return True
    if passage.kind is PassageKind.PARAGRAPH and passage.section_kind is not SectionKind.PAY:
        return False
    named = _PAY_LABEL.search(f"{passage.section.split(' › ')[-1]} {passage.label}") is not None
    return (
        named
        and not _NOT_BASE_PAY.search(f"{passage.label} {passage.text}")
        and any(
            found["before"] or found["after"] or re.search(_CODE, context)
            for found in _FIGURE.finditer(passage.text)
        )
    )


def _figures(passage: Passage) -> list[Pay]:
    context = f"{passage.section} {passage.text}"
    shared = re.search(rf"\b{_CODE}\b", context)
    told = _PAID.search(passage.text)
    marks = [one["before"] or one["after"] for one in _FIGURE.finditer(passage.text)]
    usual = shared[0] if shared else next((mark for mark in marks if mark), "")
    figures = []
    for found in _FIGURE.finditer(passage.text):
        mark = found["before"] or found["after"]
        if not mark and not found["thousand"] and not shared and not told:
            continue
        if not mark and "," not in found["amount"] and not found["thousand"]:
            continue
        figures.append((found, _currency(mark or usual)))
    return [
        Pay(
            which=_which(passage, position, len(figures)),
            amount=_amount(found),
            currency=currency,
            country=_country(context),
            period=_period(context),
            open_ended=bool(found["open"]),
            line=passage.line,
        )
        for position, (found, currency) in enumerate(figures)
    ]


def _amount(found: re.Match[str]) -> float:
    digits = found["amount"]
    if re.fullmatch(r"\d{1,3}(?:[,. ’']\d{3})+(?:\.\d{2})?", digits):
        digits = re.sub(r"[, ’']|\.(?=\d{3})", "", digits)
    return float(digits.replace(",", ".")) * (1000 if found["thousand"] else 1)


def _currency(mark: str) -> str:
    name = mark.casefold().removesuffix("s") if mark.isalpha() else mark
    return _CURRENCIES.get(mark, _CURRENCIES.get(name, mark.upper()))


def _period(context: str) -> str:
    for period, pattern in _PERIODS:
        if re.search(pattern, context, re.IGNORECASE):
            return period
    return ""


def _which(passage: Passage, position: int, count: int) -> str:
    for which, pattern in _WHICH:
        if re.search(pattern, passage.label, re.IGNORECASE):
            return which
    return ("min", "max")[position] if count == 2 else "pay"


def _country(context: str) -> str:
    found = _COUNTRY.search(context)
    return (found["bracket"] or found["named"]) if found else ""


_ONE_TO_TWELVE = "|".join(NUMBER_WORDS[1:13])
_YEARS = re.compile(
    rf"\b(?P<least>\d{{1,2}}|{_ONE_TO_TWELVE})\s*(?:\+|(?:-|–|—|to)\s*(?P<most>\d{{1,2}}))?"
    r"\s*\+?\s*(?P<unit>years?|months?)(?:'|’)?\b(?!\s+(?:old|after|fully|of probation))",
    re.IGNORECASE,
)


def years_of(passages: tuple[Passage, ...]) -> Years | None:
    """The first years of experience a requirement or an experience label asks for."""
    for passage in passages:
        if passage.section_kind is not SectionKind.REQUIRED and not re.search(
            r"experience", passage.label, re.IGNORECASE
        ):
            continue
        found = _YEARS.search(passage.text)
        if found and found["unit"].lower().startswith("year"):
            most = int(found["most"]) if found["most"] else None
            return Years(_whole(found["least"]), most, passage.line)
    return None


def _whole(number: str) -> int:
    if number.isdigit():
        return int(number)
    return NUMBER_WORDS.index(number.casefold())
