"""What stands in a terminal, in light and in dark, as HTML."""

from io import StringIO

from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, TerminalTheme

from bot.channels.terminal.render import render
from bot.core.messages import Block
from tests.channels.drawing import html
from tests.channels.drawing.html import tag

COLUMNS = 92
"""How wide the terminal is."""
_COLOURS = [(0, 0, 0), (205, 92, 92), (0, 180, 0), (190, 180, 0), (90, 140, 255), (200, 80, 200)]
_DARK = TerminalTheme((18, 18, 18), (235, 235, 235), [*_COLOURS, (60, 190, 200), (230, 230, 230)])
_THEMES = {"light": DEFAULT_TERMINAL_THEME, "dark": _DARK}


def page(blocks: tuple[Block, ...]) -> str:
    """The blocks as a terminal shows them, one look below the other."""
    style = (html.HERE / "drawing.css").read_text(encoding="utf-8")
    looks = "".join(_look(name, blocks) for name in _THEMES)
    head = '<meta charset="utf-8">' + tag("style", style)
    body = tag("body", looks, "tall")
    return f"<!doctype html><html lang=en><head>{head}</head>{body}</html>"


def _look(name: str, blocks: tuple[Block, ...]) -> str:
    console = Console(file=StringIO(), record=True, width=COLUMNS, highlight=False)
    console.print(render(blocks))
    drawn = console.export_html(theme=_THEMES[name], inline_styles=True, code_format="{code}")
    return tag("section", tag("pre", drawn.strip()), f"terminal {name}")
