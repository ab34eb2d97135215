"""Reads the quotes out of every rendering of a fit summary, and holds them against the answers."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import StringIO
from typing import Any

from rich.console import Console

from bot.channels.slack.render import rendered
from bot.channels.teams.render import activities
from bot.channels.terminal.render import render
from bot.channels.web import render as web
from bot.core.fit.cards import fit_card
from bot.core.fit.summary import Assessment
from bot.core.messages import Assessed, Block
from bot.core.screening.screening import Stage as Standing
from bot.core.screening.screening import replayed
from bot.core.team.card import team_card
from bot.core.team.hand_over import HandOver, hand_over_data
from bot.core.team.hand_over_files import as_csv, as_markdown
from bot.core.text.contact import LEFT_OUT
from bot.core.wording.hand_over import RECORD
from bot.dialogues.candidates.finding import entry_by_id, screened
from tests.dialogues.stage import Stage

_QUOTED = re.compile(r"\s*“(.*)”\s*", re.DOTALL)


class Inexact(AssertionError):
    """A quote that is not what the candidate wrote where it says so."""


def check_quotes(stage: Stage) -> int:
    """Look at every finished screening of a stage; how many quotes there are. Raises Inexact."""
    count = 0
    for handed in finished(stage):
        count += _check(handed, _typed(stage, handed))
        ports, screening = stage.app.ports, handed.summary.screening
        _posted(handed, team_card(screened(ports, entry_by_id(ports, screening))))
    return count


def _posted(handed: HandOver, card: tuple[Block, ...]) -> None:
    """The posted card shows one quote each, exact in every channel: whole, or its beginning."""
    quotes = [_one_line(quote) for one in _asked(handed) for quote in one.rating.quotes]
    rows = [block for block in card if isinstance(block, Assessed)]
    for row in rows:
        for quote in row.quotes:
            beginning = [one for one in quotes if one.startswith(quote)]
            if LEFT_OUT not in quote and not beginning:
                raise Inexact(f"the card quotes “{quote}”, which is not what was said")
            if LEFT_OUT not in quote and not row.goes_on and quote not in quotes:
                raise Inexact(f"the card does not say that “{quote}” goes on")
    shown = [quote for row in rows for quote in row.quotes]
    for name, read in RENDERINGS.items():
        _same(f"{name}, on the card,", read(tuple(rows)), shown)


def finished(stage: Stage) -> Iterator[HandOver]:
    """The finished screenings, trials included."""
    screenings = stage.app.store.screenings
    for entry in screenings.entries():
        if replayed(entry.id, screenings.events(entry.id)).stage is Standing.FINISHED:
            yield stage.app.handing_over.by_id(entry.id)


def _typed(stage: Stage, handed: HandOver) -> tuple[str, ...]:
    """Everything that was written in the chats of the screening's candidate."""
    chats = {seat.conversation for seat in stage.seats.values()} | {
        f"link:{handed.summary.screening}"
    }
    records = stage.app.store.records
    return tuple(one.text for chat in sorted(chats) for one in records.transcript(chat))


def _check(handed: HandOver, typed: tuple[str, ...]) -> int:
    quotes = [quote for one in handed.summary.assessments for quote in _exact(one, typed)]
    card = fit_card(handed.summary)
    shown = [_one_line(quote) for one in _asked(handed) for quote in one.rating.quotes]
    for name, read in RENDERINGS.items():
        _same(name, read(card), shown)
    for name, read_file in FILES.items():
        _same(name, read_file(handed), [_one_line(quote) for quote in quotes])
    return len(quotes)


def _asked(handed: HandOver) -> list[Assessment]:
    """In the order of a card: what is required first."""
    every = [one for one in handed.summary.assessments if one.question]
    return sorted(every, key=lambda one: one.criterion.kind.value != "essential")


def _exact(one: Assessment, typed: tuple[str, ...]) -> Iterator[str]:
    for evidence in one.rating.evidence:
        there = one.answer[evidence.start : evidence.end]
        if there != evidence.quote or not there.strip():
            raise Inexact(f"“{evidence.quote}” stands nowhere: there stands “{there}”")
        if not any(there in text for text in typed):
            raise Inexact(f"“{there}” was never written")
        yield evidence.quote


def _same(name: str, read: list[str], shown: list[str]) -> None:
    if list(dict.fromkeys(read)) != list(dict.fromkeys(shown)):
        raise Inexact(f"{name} quotes {read}, but the answers hold {shown}")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _in_slack(card: tuple[Block, ...]) -> list[str]:
    drawn = [block for message in rendered(card) for block in message.blocks]
    found: list[str] = []
    for block in drawn:
        for part in block.get("elements", ()):
            if part["type"] == "rich_text_quote":
                found.append("".join(run["text"] for run in part["elements"]))
    return [_one_line(one) for one in found]


def _in_teams(card: tuple[Block, ...]) -> list[str]:
    every: list[Any] = [one["attachments"] for one in activities(card)]
    body = [part for one in every for part in one[0]["content"]["body"]]
    runs = [run for part in body for run in part.get("inlines", ()) if run.get("italic")]
    return [_unquoted(run["text"]) for run in runs]


def _in_terminal(card: tuple[Block, ...]) -> list[str]:
    written = StringIO()
    Console(file=written, width=100_000).print(render(card))
    quoted = [line for line in written.getvalue().split("\n") if _QUOTED.fullmatch(line)]
    return [_unquoted(line) for line in quoted]


class _Quotations(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "blockquote":
            self._inside = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def _on_the_web(card: tuple[Block, ...]) -> list[str]:
    parser = _Quotations()
    parser.feed(str(web.blocks(card)))
    return [_one_line(one) for one in parser.found]


def _in_json(handed: HandOver) -> list[str]:
    found = []
    for one in hand_over_data(handed)["criteria"]:
        for evidence in one["evidence"]:
            found.append(one["answer"][evidence["start"] : evidence["end"]])
    return [_one_line(one) for one in found]


def _in_csv(handed: HandOver) -> list[str]:
    rows = csv.DictReader(StringIO(as_csv((handed,)), newline=""))
    return [_one_line(row["evidence"]) for row in rows if row["evidence"]]


def _in_markdown(handed: HandOver) -> list[str]:
    told = as_markdown((handed,)).partition(f"## {RECORD}")[0]
    quotations = re.findall(r"(?:^> .*\n?)+", told, re.MULTILINE)
    plain = (re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", one.replace("> ", "")) for one in quotations)
    return [_one_line(one) for one in plain]


def _unquoted(text: str) -> str:
    found = _QUOTED.fullmatch(text)
    return _one_line(found[1] if found else text)


RENDERINGS: Mapping[str, Callable[[tuple[Block, ...]], list[str]]] = {
    "Slack": _in_slack,
    "Teams": _in_teams,
    "the terminal": _in_terminal,
    "the web": _on_the_web,
}
FILES: Mapping[str, Callable[[HandOver], list[str]]] = {
    "JSON": _in_json,
    "CSV": _in_csv,
    "Markdown": _in_markdown,
}
