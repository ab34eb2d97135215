"""The check of a rewriting: nothing comes in, nothing goes, nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.faithful import MAY_COME, MOST_ADDED, Fault, fault, may_be_rewritten

PLACE = "The brief says: “Location: Berlin, hybrid (3–5 days on site)”"
PAY = "The brief says: “Salary (US): Min: $165,000, Max: $350,000+”"
CLOUD = "The brief says: “Kubernetes, Python or Go; C# / .NET is a plus”"


@pytest.mark.parametrize(
    ("line", "statement"),
    [
        (PLACE, "The location is Berlin, hybrid, with 3 to 5 days on site."),
        (PLACE, "Thanks for asking! The location is Berlin: hybrid, 3-5 days on site."),
        (PLACE, PLACE),
        (PAY, "The salary in the US: from min $165,000 to max $350,000+."),
        (CLOUD, "For this role: Kubernetes, Python or Go. C# / .NET is a plus."),
        ("Reports to the CTO", "The job reports to the CTO."),
    ],
)
def test_the_same_words_in_the_same_order_are_kept(line: str, statement: str) -> None:
    assert fault(statement, line, (line,)) is None


@pytest.mark.parametrize(
    ("line", "statement", "expected"),
    [
        # a number, a name, a tool, a currency of its own
        (PAY, "The salary (US): min $165,000, max $355,000+.", Fault.CLAIMS),
        (PLACE, "The location is Berlin, hybrid, 3 to 5 days on site, 30 in August.", Fault.CLAIMS),
        (PLACE, "The location is Berlin, hybrid, 3 to 5 days on site at Zephyrine.", Fault.CLAIMS),
        (CLOUD, "Kubernetes, Python or Go with Node.js; C# / .NET is a plus", Fault.CLAIMS),
        (PAY, "The salary (US): min €165,000, max €350,000+.", Fault.SIGNS),
        # left out: a name, a qualifier, an open end, the middle of a range, capitals that matter
        (PLACE, "The location is Berlin, 3 to 5 days on site.", Fault.MISSING),
        (CLOUD, "Kubernetes, Python or Go; C# / .NET", Fault.MISSING),
        (PAY, "The salary (US): min $165,000, max $350,000.", Fault.SIGNS),
        (PLACE, "The location is Berlin, hybrid, 3, 5 days on site.", Fault.MISSING),
        ("IT manager", "The job is manager.", Fault.MISSING),
        ("IT manager", "The it manager.", Fault.MISSING),
        ("Class A licence", "A class licence.", Fault.MISSING),
        ("Up to 3 days on site", "3 days on site.", Fault.MISSING),
        # another sense: negated, swapped, made an "and", a word with the same stem
        (PLACE, "The location is not Berlin, hybrid, 3 to 5 days on site.", Fault.WORDS),
        (PLACE, "The location isn't Berlin, hybrid, 3 to 5 days on site.", Fault.WORDS),
        (PAY, "The salary (US): max $165,000, min $350,000+.", Fault.MISSING),
        (CLOUD, "Kubernetes, Python and Go; C# / .NET is a plus", Fault.MISSING),
        (CLOUD, "Kubernetes, Python or Go; C# or .NET is a plus", Fault.SIGNS),
        ("The international travel", "The internal travel.", Fault.WORDS),
        ("Some travel", "Some brief travel.", Fault.WORDS),
        ("Travel: some", "Travel: some, in the US.", Fault.CLAIMS),
        # a verdict, a promise, praise
        (PLACE, "You are qualified: location Berlin, hybrid, 3 to 5 days on site.", Fault.WORDS),
        (PLACE, "Unfortunately the location is Berlin, hybrid, 3-5 days on site.", Fault.CLAIMS),
        (PLACE, "The location is Berlin, hybrid, 3 to 5 days on site, so we reject.", Fault.WORDS),
        (PLACE, "The great location is Berlin, hybrid, 3 to 5 days on site.", Fault.WORDS),
        # links, mentions, markup, things one cannot see
        (PLACE, "Location: Berlin, hybrid, 3-5 days on site, https://evil.example", Fault.LINK),
        (PLACE, "Location: Berlin, hybrid, 3-5 days on site www.role", Fault.LINK),
        (PLACE, "Location: *Berlin*, hybrid, 3 to 5 days on site", Fault.SIGNS),
        (PLACE, "Location: <!here> Berlin, hybrid, 3 to 5 days on site", Fault.SIGNS),
        (PLACE, "Location: [Berlin](role), hybrid, 3 to 5 days on site", Fault.SIGNS),
        (PLACE, "Location: @here Berlin, hybrid, 3 to 5 days on site", Fault.SIGNS),
        (PLACE, "Location:\nBerlin, hybrid, 3 to 5 days on site", Fault.SIGNS),
        (PLACE, "Location: Berlin\u202e, hybrid, 3 to 5 days on site", Fault.SIGNS),
        (PLACE, "Location: Berlin, hybrid, 3 to 5 days on site 🎉", Fault.SIGNS),
        # no length
        (PLACE, "", Fault.LENGTH),
        (PLACE, "Location: Berlin, hybrid, 3 to 5 days on site. " * 10, Fault.LENGTH),
        (PLACE, "to " * (MOST_ADDED + 1) + PLACE, Fault.WORDS),
    ],
)
def test_anything_else_is_dropped(line: str, statement: str, expected: Fault) -> None:
    assert fault(statement, line, (line,)) is expected


@pytest.mark.parametrize(
    "line",
    [
        "Visa sponsorship is not available.",
        "We don’t sponsor visas.",
        "No Java, Python",
        "Remote, except in Germany",
        "It is a plus, not a must: “Rust”",
        "",
        "long " * 100,
    ],
)
def test_some_lines_are_left_as_they_are(line: str) -> None:
    assert not may_be_rewritten(line)
    assert fault(line, line, (line,)) is Fault.NOT_FOR_IT


def test_a_word_of_the_question_is_no_support() -> None:
    # "Is it fully remote?" was asked; the check never sees the question.
    statement = "The location is fully remote: Berlin, hybrid, 3 to 5 days on site."
    assert fault(statement, PLACE, (PLACE,)) is Fault.WORDS


WORDS = st.sampled_from(
    ["Berlin", "hybrid", "Python", "3", "5", "travel", "or", "up", "least", "IT", "US", "days"]
)


@given(st.lists(WORDS, min_size=2, max_size=8), st.data())
def test_a_line_may_lose_no_word_and_gain_small_words_only(
    line: list[str], data: st.DataObject
) -> None:
    text = " ".join(line)
    assert fault(text, text, (text,)) is None
    at = data.draw(st.integers(0, len(line) - 1))
    small = data.draw(st.sampled_from(MAY_COME))
    assert fault(" ".join([*line[:at], small, *line[at:]]), text, (text,)) is None
    assert fault(" ".join([*line[:at], *line[at + 1 :]]), text, (text,)) is not None
    other = data.draw(WORDS)
    assert fault(" ".join([*line[:at], other, *line[at:]]), text, (text,)) is not None
    moved = [*line[:at], *line[at + 1 :], line[at]]
    assert (fault(" ".join(moved), text, (text,)) is None) == (moved == line)
