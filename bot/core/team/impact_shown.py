"""The report on adverse impact as blocks and as data."""

from typing import Any

from bot.core.messages import Aside, Block, Heading, Items, Pairs, Text
from bot.core.team.impact import LEAST, Compared, Finding, Group, Impact
from bot.core.wording import impact as words


def impact_blocks(role: str, since: str, found: Impact) -> tuple[Block, ...]:
    """The report for a person who reads it: groups, then what it shows and does not show."""
    whole = (
        (words.INVITED, str(found.invited)),
        (words.FINISHED, str(found.finished)),
        (words.DECIDED, str(found.decided)),
    )
    tables = [block for one in found.compared for block in _compared(one)]
    return (
        Heading(words.title(role, since)),
        Text(words.WAY),
        Pairs(whole),
        *(tables or (Text(words.NOT_ASKED),)),
        *((Aside(words.UNMATCHED),) if found.unmatched else ()),
        Heading(words.SHOWS),
        Items(words.NOTES),
    )


def _compared(one: Compared) -> tuple[Block, ...]:
    rows = tuple((group.name, _group(group)) for group in one.groups)
    return (Heading(one.question), Text(words.answered(one.answered)), Pairs(rows))


def _group(group: Group) -> str:
    if group.finished is None:
        return words.HIDDEN
    parts = [words.sent(group.finished, group.decided)]
    if group.decided:
        shown = group.advanced is not None and group.rate is not None
        parts.append(words.advanced(group.advanced or 0, group.rate or 0.0) if shown else "")
        parts[-1] = parts[-1] or words.ADVANCED_HIDDEN
    if group.ratio is not None and group.p is not None:
        parts.append(words.ratio(group.ratio, group.p, group.bound))
    rate = " rate" if group.finding is Finding.HIGHEST else ""
    return f"{'; '.join(parts)}: {group.finding.value}{rate}"


def impact_data(role: str, since: str, found: Impact) -> dict[str, Any]:
    """The report as dictionaries, lists, strings and numbers; null is what may not be told."""
    return {
        "role": role,
        "since": since or None,
        "invited": found.invited,
        "finished": found.finished,
        "decided": found.decided,
        "least_decided": LEAST,
        "categories": [
            {
                "question": one.question,
                "answered": one.answered,
                "groups": [_data(group) for group in one.groups],
            }
            for one in found.compared
        ],
        "unmatched": found.unmatched,
        "notes": list(words.NOTES),
    }


def _data(group: Group) -> dict[str, Any]:
    return {
        "group": group.name,
        "finished": group.finished,
        "decided": group.decided,
        "advanced": group.advanced,
        "rate": group.rate,
        "ratio": group.ratio,
        "p": group.p,
        "at_most": group.bound,
        "finding": group.finding.value,
    }
