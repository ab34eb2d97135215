"""Plain-text conventions rewritten as Markdown, line for line, so that line numbers stay true."""

import re

from bot.briefs.unmarked import marked

_NUMBERED_CAPITALS = re.compile(
    r"^\s{0,3}(?:\d{1,2}[.)]\s+|[IVX]{1,4}\.\s+)?([^a-zß-ÿ]*[A-Z][^a-zß-ÿ]{2,})$"
)
_NUMBERED_TITLE = re.compile(r"^\d{1,2}[.)]\s+(\S.{1,60})$")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[IVX]{1,4}\.)\s+")
_BOLD_LINE = re.compile(r"^\s{0,3}\*\*([^*]+?):?\*\*:?\s*$")
_SUBNUMBERED = re.compile(r"^(\s*)\d{1,2}\.\d{1,2}\.?\s+(?=\S)")
_BULLET = re.compile(r"^(\s*)[•·▪◦‣●○–—]\s+(?=\S)")
_LABELLED = re.compile(r"^[\w(][^:|]{0,40}:(?:\s|$)")


def as_markdown(text: str) -> str:
    """The same lines, with headings, lists and labelled lines marked the way Markdown does.

    Lines in capitals and lines all in bold become headings, "1.1 text" and "• text" become list
    items, and indented lines under a heading in capitals lose their indent. Where nothing marks a
    heading, it is seen by its place (see `unmarked`).
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    capitals = not any(line.startswith("#") for line in lines)
    if capitals and not any(_heading(line, "", capitals) for line in lines):
        return _with_items(marked(lines))
    out: list[str] = []
    inside = False
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        heading = _heading(line, following, capitals)
        if heading:
            inside = inside or line.strip() == line.strip().upper()
            out.append(heading)
            continue
        out.append(_item(line.lstrip(" ") if inside and not _is_nested(line) else line))
    return "\n".join(out)


def _with_items(lines: list[str]) -> str:
    return "\n".join(_item(line) for line in lines)


def _heading(line: str, following: str, capitals: bool) -> str:
    bold = _BOLD_LINE.match(line)
    if bold and not _begins_list_of_label(line, following):
        return f"##### {bold[1].strip()}"
    if not capitals:
        return ""
    loud = _NUMBERED_CAPITALS.match(_without_brackets(line))
    if loud and ":" not in line and not line.lstrip().startswith(("|", "-", "*", "=", "+")):
        return "#### " + _NUMBER.sub("", line).strip()
    titled = _NUMBERED_TITLE.match(line)
    if titled and re.match(r"\s+\S", following) and len(line) < 50:
        return f"#### {titled[1]}"
    return ""


def _without_brackets(line: str) -> str:
    """ "DEVELOPER (m/f/d)" is in capitals, whatever the brackets hold."""
    return re.sub(r"\([^)]*\)", "", line).rstrip().rstrip("*").lstrip("*")


def _begins_list_of_label(line: str, following: str) -> bool:
    """ "**Salary Range (US):**" over a list is a label of that list, not a heading."""
    return ":" in line and re.match(r"\s*[-*+]\s", following) is not None


def _is_nested(line: str) -> bool:
    return re.match(r"\s{5,}", line) is not None


def _item(line: str) -> str:
    line = _SUBNUMBERED.sub(r"\1- ", line)
    return _BULLET.sub(r"\1- ", line)


def labelled(line: str) -> bool:
    """Whether a line reads "Name: value", with one sentence at most as its value."""
    found = _LABELLED.match(line)
    return found is not None and not re.search(r"[.!?]\s+[A-Z]", line[found.end() :])
