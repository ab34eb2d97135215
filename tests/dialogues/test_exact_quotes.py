"""In every dialogue that ends in a summary, every quote in every rendering is an exact span."""

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.channels.slack.render import rendered
from bot.channels.slack.text import clean
from bot.channels.teams.render import activities
from bot.channels.terminal.render import render
from bot.channels.web import render as web
from bot.core.cards import fit_card
from bot.core.fit import FitSummary
from bot.core.hand_over import HandOver, hand_over_data
from bot.core.hand_over_files import as_csv, as_markdown
from bot.core.record import spoken_in
from bot.core.screening import Stage
from tests.dialogues.play import Play
from tests.dialogues.script import Script, read, scripts
from tests.dialogues.stage import Stage as Theatre

FINISHING = tuple(path for path in scripts() if "Fit summary" in path.read_text("utf-8"))
_QUOTED = re.compile(r"“([^”]*)”", re.DOTALL)
