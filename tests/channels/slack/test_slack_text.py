"""What people write in Slack, as they typed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.text import clean, cut, escaped, typed, unescaped, width


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("<@U0BOT> what is the pay?", "what is the pay?"),
        ("<@U0BOT|rolecall>: what is the pay?", "what is the pay?"),
        ("  <@U0BOT>, hello", "hello"),
        ("ask <@U0RIA> or <@U0RIA|ria>", "ask @U0RIA or @ria"),
        ("R&amp;D, a &lt; b &gt; c", "R&D, a < b > c"),
        ("&amp;lt; stays", "&lt; stays"),
        ("&lt;@U0RIA&gt; typed by hand", "<@U0RIA> typed by hand"),
        ("<https://jobs.example/a?b=1&amp;c=2>", "https://jobs.example/a?b=1&c=2"),
        ("<http://jobs.example|jobs.example>", "jobs.example"),
        ("<https://jobs.example/a|my work>", "my work (https://jobs.example/a)"),
        ("<mailto:ada@mail.example|ada@mail.example>", "ada@mail.example"),
        ("in <#C0PUBLIC|general> and <#C0PUBLIC>", "in #general and #C0PUBLIC"),
        ("<!here> <!subteam^S1|@hr> <!subteam^S1>", "@here @hr @subteam"),
        ("<!date^1392734382^{date}|18 February>", "18 February"),
        ("half \ud83d a pair", "half \ufffd a pair"),
        ("nul \x00 here\r\nand there", "nul  here\nand there"),
        ("<|x> <>", "x () <>"),
    ],
)
def test_slack_markup_becomes_what_was_typed(sent: str, said: str) -> None:
    assert typed(sent, "U0BOT") == said


def test_a_mention_of_somebody_else_is_not_dropped() -> None:
    assert typed("<@U0RIA> said so", "U0BOT") == "@U0RIA said so"


@given(st.text())
def test_escaping_is_undone(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert len(escaped(text)) == width(text)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_what_was_typed_comes_in_as_typed(text: str) -> None:
    assert typed(escaped(text)) == clean(text).strip()


@given(st.text(alphabet="ab& <>\n.", max_size=300), st.integers(5, 40))
def test_a_cut_text_is_whole_and_each_part_fits(text: str, limit: int) -> None:
    parts = cut(text, limit)
    assert "".join(parts) == text
    assert all(width(part) <= limit for part in parts)
