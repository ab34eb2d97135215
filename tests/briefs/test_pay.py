"""Which pay figures are read from a brief, and which numbers are none."""

import pytest

from bot.briefs.reading import read_brief
from bot.core.roles import Pay, Role


def pay_in(*lines: str, heading: str = "What we offer") -> tuple[Pay, ...]:
    return role_with(*lines, heading=heading).pay


def role_with(*lines: str, heading: str = "What we offer") -> Role:
    text = "\n".join(
        ("# Lighthouse Keeper", "", "## Requirements", "- Repairs lamps.", "", f"## {heading}")
    )
    return read_brief("lighthouse-keeper", "lighthouse.md", "\n".join((text, *lines, "")))


@pytest.mark.parametrize(
    ("line", "amount", "currency", "period"),
    [
        ("- Salary: £31,400", 31_400, "GBP", ""),
        ("- Salary: 31.400 € per year", 31_400, "EUR", "year"),
        ("- Pay: CHF 29.50 an hour", 29.5, "CHF", "hour"),
        ("- Salary: $165k", 165_000, "USD", ""),
        ("- The salary is 31,400 crowns a year.", 31_400, "", "year"),
        ("- The salary is 2,900 euros a month.", 2_900, "EUR", "month"),
        ("You live on the rock. The pay is 29,000 pounds a year.", 29_000, "GBP", "year"),
    ],
)
def test_one_figure(line: str, amount: float, currency: str, period: str) -> None:
    (pay,) = pay_in(line)
    assert (pay.which, pay.amount, pay.currency, pay.period) == ("pay", amount, currency, period)
    assert pay.line == 7


def test_a_range_in_prose_has_two_ends_in_one_currency() -> None:
    low, high = pay_in("The salary is between 30,000 and 34,000 pounds a year.")
    assert (low.which, low.amount, low.currency) == ("min", 30_000, "GBP")
    assert (high.which, high.amount, high.currency) == ("max", 34_000, "GBP")


def test_an_open_end_and_a_country_are_kept() -> None:
    low, high = pay_in("- Min: $165,000", "- Max: $350,000+", heading="Salary Range (US)")
    assert (low.country, low.open_ended) == ("US", False)
    assert (high.country, high.open_ended) == ("US", True)


@pytest.mark.parametrize(
    "line",
    [
        "- Night bonus: £12 a shift",
        "- Training budget of 1,500 euros a year",
        "- The allowance is 300 crowns a month.",
        "- You look after 31,400 lamps a year.",
        "- At this rate, three lamps burn out a year.",
    ],
)
def test_numbers_that_are_no_base_pay(line: str) -> None:
    assert pay_in(line) == ()
