"""The figures of a role's screenings, as blocks for a chat, as data, and as bars to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

from bot.core.messages import Aside, Block, Heading, Pairs, Text
from bot.core.team.funnel import Funnel, Share
from bot.core.wording import funnel as words

WIDTH, LETTERS = 384, 46
"""As in the picture of a fit summary."""
_LEFT, _LINE, _BAR, _GAP = 10, 19, 8, 14
_LENGTH = 220
_INK = 'fill="currentColor"'


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with their words: what each says stands beside it, and in the description."""

    heading: str
    bars: tuple[Share, ...]
    hint: str = ""


def charts(funnel: Funnel) -> tuple[Chart, ...]:
    """What is drawn, in its order; none that has no bar."""
    way = (
        Share(words.INVITED, funnel.invited, funnel.invited),
        Share(words.STARTED, funnel.started, funnel.invited),
        Share(words.FINISHED, funnel.finished, funnel.invited),
    )
    every = (
        Chart(words.WAY, way if funnel.invited else ()),
        Chart(words.LEFT, funnel.left),
        Chart(words.UNCLEAR, funnel.unclear, words.UNCLEAR_HINT),
        Chart(words.SKIPPED, funnel.skipped),
        Chart(words.OVERRIDDEN, funnel.overridden),
    )
    return tuple(chart for chart in every if chart.bars)


def told(share: Share) -> str:
    """What a bar says."""
    return words.share(share.part, share.whole)


def funnel_blocks(role: str, funnel: Funnel) -> tuple[Block, ...]:
    """The figures for a chat."""
    if not funnel.invited:
        return (Heading(words.title(role)), Text(words.NOBODY))
    shown: list[Block] = [Heading(words.title(role))]
    for chart in charts(funnel):
        shown.append(Text(chart.heading))
        shown.append(Pairs(tuple((bar.what, told(bar)) for bar in chart.bars)))
    return (*shown, Text(" ".join(foot(funnel))), Aside(words.INTRO))


def foot(funnel: Funnel) -> tuple[str, ...]:
    """What stands below: how many go on, and how long it takes."""
    return words.going_on(funnel.going_on), words.took(funnel.minutes)


def funnel_data(role: str, funnel: Funnel) -> dict[str, Any]:
    """The figures for another program; null where nothing may be told."""
    return {
        "role": role,
        "invited": funnel.invited,
        "started": funnel.started,
        "finished": funnel.finished,
        "going_on": funnel.going_on,
        "median_minutes": funnel.minutes,
        "left": _data(funnel.left),
        "not_enough_evidence": _data(funnel.unclear),
        "skipped": _data(funnel.skipped),
        "overridden": _data(funnel.overridden),
    }


def chart_svg(chart: Chart, name: str) -> str:
    """The bars to stand in a page, in its colours; `name` tells them from others on the page."""
    top, pieces = _GAP, []
    for bar in chart.bars:
        lines = wrap(bar.what, LETTERS, max_lines=2, placeholder=" …")
        pieces.append(_bar(bar, lines, top))
        top += (len(lines) + 1) * _LINE + _GAP
    described = "\n".join(f"{bar.what}: {told(bar)}" for bar in chart.bars)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" role="img" '
        f'aria-labelledby="{name}-title {name}-words" font-family="system-ui, sans-serif" '
        f'font-size="14"><title id="{name}-title">{escape(chart.heading)}</title>'
        f'<desc id="{name}-words">{escape(described)}</desc>{"".join(pieces)}</svg>'
    )


def _bar(bar: Share, lines: Sequence[str], top: int) -> str:
    said = "".join(
        f'<text x="{_LEFT}" y="{top + number * _LINE}" {_INK}>{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    at = top + len(lines) * _LINE - 12
    frame = (
        f'<rect x="{_LEFT}" y="{at}" width="{_LENGTH}" height="{_BAR}" fill="none" '
        'stroke="currentColor"/>'
    )
    filled = round(_LENGTH * (bar.ratio or 0))
    full = f'<rect x="{_LEFT}" y="{at}" width="{filled}" height="{_BAR}" {_INK}/>' if filled else ""
    words_at = f'x="{_LEFT + _LENGTH + 8}" y="{at + _BAR}"'
    return f"<g>{said}{frame}{full}<text {words_at} {_INK}>{escape(told(bar))}</text></g>"


def _data(shares: tuple[Share, ...]) -> list[dict[str, Any]]:
    return [{"what": one.what, "count": one.part, "of": one.whole} for one in shares]
