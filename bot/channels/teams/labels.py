"""The label and the citations Teams shows with an answer that a program made: pure."""

from bot.core.messages import Citation
from bot.core.plain import sources

Group = tuple[Citation, ...]
"""Citations of one section, which are one claim: never empty."""

CITATIONS = 20
"""The most citations one message may carry."""

NAME = 80
ABSTRACT = 160


def grouped(citations: tuple[Citation, ...]) -> tuple[Group, ...]:
    """The citations by section, in order: one claim for each, and one line of the answer."""
    groups: dict[tuple[str, str], list[Citation]] = {}
    for citation in citations:
        by = citation.author or citation.version
        groups.setdefault((citation.section, by), []).append(citation)
    return tuple(tuple(group) for group in groups.values())


def where(group: Group) -> str:
    """Where a group stands, as people read it."""
    return sources(group)[0]


def entity(groups: tuple[Group, ...]) -> dict[str, object]:
    """The root entity of a message, with its claims numbered from 1.

    Raises ValueError for more than `CITATIONS`.
    """
    if len(groups) > CITATIONS:
        raise ValueError(f"{len(groups)} citations in one message; {CITATIONS} are allowed")
    labelled: dict[str, object] = {
        "type": "https://schema.org/Message",
        "@type": "Message",
        "@context": "https://schema.org",
        "additionalType": ["AIGeneratedContent"],
    }
    claims = [_claim(position, group) for position, group in enumerate(groups, 1)]
    return {**labelled, "citation": claims} if claims else labelled


def _claim(position: int, group: Group) -> dict[str, object]:
    quotes = " · ".join(dict.fromkeys(citation.quote for citation in group))
    return {
        "@type": "Claim",
        "position": position,
        "appearance": {
            "@type": "DigitalDocument",
            "name": _name(group),
            "abstract": _cut(quotes, ABSTRACT) or "–",
        },
    }


def _name(group: Group) -> str:
    # A long section is cut, the lines are not: they are what leads back to the brief.
    section = group[0].section
    lines = _cut(where(group).removeprefix(section).rpartition(" · ")[0], NAME // 2)
    return _cut(section or "Brief", NAME - len(lines)) + lines


def _cut(text: str, most: int) -> str:
    said = " ".join(text.split())
    return said if len(said) <= most else said[: most - 1] + "…"
