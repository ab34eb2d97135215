"""What is handed over as files: JSON for programs, CSV for spreadsheets, Markdown for people."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import StringIO

from bot.core.fit.summary import Assessment, FitSummary
from bot.core.screening.resume import ResumeKept
from bot.core.team.hand_over import HandOver, hand_over_data
from bot.core.team.record import spoken_in
from bot.core.team.resume_shown import notes
from bot.core.wording import hand_over as words
from bot.core.wording import resume as in_resume

COLUMNS = (
    "screening",
    "candidate",
    "role",
    "criterion",
    "kind",
    "brief_line",
    "outcome",
    "level",
    "evidence",
    "start",
    "end",
    "reasons",
    "question",
    "answer",
    "rater",
)
"""The CSV's first line. A criterion has a row for each quote, or one where nothing is quoted."""
_ACTS = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet would take for a formula at the beginning of a cell."""
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~@&]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)

Write = Callable[[Sequence[HandOver]], str]


def as_json(handed: Sequence[HandOver]) -> str:
    """A JSON list, an object for each screening."""
    return json.dumps([hand_over_data(one) for one in handed], ensure_ascii=False, indent=2) + "\n"


def as_csv(handed: Sequence[HandOver]) -> str:
    """A table of criteria and quotes (RFC 4180)."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for one in handed:
        for assessment in one.summary.assessments:
            writer.writerows(_rows(one.summary, assessment))
    return written.getvalue()


def as_markdown(handed: Sequence[HandOver]) -> str:
    """A document to read. Nothing that a person wrote is a link, a heading or a mention in it."""
    return "\n".join(line for one in handed for line in _document(one)) + "\n"


FILES: Mapping[str, Write] = {"json": as_json, "csv": as_csv, "md": as_markdown}
"""The files there are, by how their names end."""


def _rows(summary: FitSummary, assessment: Assessment) -> Iterator[tuple[str, ...]]:
    criterion, rating = assessment.criterion, assessment.rating
    quoted: list[tuple[str, str, str]] = [
        (each.quote, str(each.start), str(each.end)) for each in rating.evidence
    ]
    for quote, start, end in quoted or [("", "", "")]:
        yield tuple(
            map(
                _cell,
                (
                    summary.screening,
                    summary.pseudonym,
                    summary.role_title,
                    criterion.text,
                    criterion.kind.value,
                    str(criterion.line),
                    rating.outcome.value,
                    rating.level.words if rating.level is not None else "",
                    quote,
                    start,
                    end,
                    " ".join(rating.reasons),
                    assessment.question,
                    assessment.answer,
                    rating.rater,
                ),
            )
        )


def _cell(text: str) -> str:
    """The text as a cell that is no formula: one that looks like one has an apostrophe before."""
    return f"'{text}" if text.startswith(_ACTS) else text


def _document(handed: HandOver) -> Iterator[str]:
    summary = handed.summary
    yield f"# {_plain(summary.pseudonym)} · {_plain(summary.role_title)}\n"
    yield f"{words.DECIDES}\n"
    for note in summary.notes:
        yield f"*{_plain(note)}*\n"
    yield from _gates(summary)
    for kind, heading in words.KINDS.items():
        yield from _criteria(heading, summary.of_kind(kind), handed.resume)
    if summary.ask_next:
        yield f"## {words.ASK_NEXT}\n"
        yield from (f"{n}. {_plain(one)}" for n, one in enumerate(summary.ask_next, 1))
        yield ""
    yield f"## {words.RECORD}\n"
    for spoken in spoken_in(handed.record):
        yield f"**{_plain(spoken.asked)}**\n"
        yield f"{_quoted(spoken.answer)}\n" if spoken.answer else f"{words.NO_ANSWER}\n"
    yield from _resume(handed.resume)
    yield words.foot(summary.brief_version, summary.kit_version, handed.log[-1].hash)
    yield ""


def _gates(summary: FitSummary) -> Iterator[str]:
    if not summary.gates:
        return
    yield f"## {words.GATES}\n"
    for gate in summary.gates:
        said = f": “{_plain(gate.words)}”" if gate.words else ""
        yield f"- {_plain(gate.gate)}: {gate.outcome.value}{said}"
    yield ""


def _criteria(
    heading: str, assessments: Sequence[Assessment], resume: ResumeKept | None
) -> Iterator[str]:
    if not assessments:
        return
    yield f"## {heading}\n"
    for one in assessments:
        yield f"### {_plain(one.criterion.text)}\n"
        yield f"**{one.rating.words}** ({words.brief_line(one.criterion.line)})\n"
        yield from (f"{_quoted(quote)}\n" for quote in one.rating.quotes)
        yield from (f"- {_plain(reason)}" for reason in one.rating.reasons)
        for found in resume.quoted_for(one.criterion.id) if resume else ():
            yield f"\n{in_resume.IN_RESUME}, {in_resume.line(found.line)}:\n"
            yield _quoted(found.quote)
        yield ""


def _resume(resume: ResumeKept | None) -> Iterator[str]:
    """The whole résumé, below what was said."""
    if resume is None:
        return
    yield f"## {in_resume.TITLE}\n"
    yield from (f"*{_plain(note)}*\n" for note in notes(resume))
    yield f"{_quoted(resume.text)}\n"


def _plain(text: str) -> str:
    """The text in one line, with everything escaped that Markdown would take for its own."""
    return _MARKS.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))


def _quoted(text: str) -> str:
    """What a person wrote as a quotation, line by line as it was written."""
    lines = _MARKS.sub(lambda found: f"\\{found[0]}", text).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)
