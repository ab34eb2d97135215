"""What the team sees, as blocks: the fit card, a short note about a screening, a kit."""

from collections.abc import Callable, Iterator

from bot.core.fit.summary import Assessment, FitSummary, GateResult
from bot.core.kits.kit import Kit, Question, letter
from bot.core.messages import (
    Aside,
    Assessed,
    Block,
    Citation,
    Heading,
    Items,
    Pairs,
    Quote,
    Sources,
    Text,
)
from bot.core.ratings import Outcome, Part, Rating
from bot.core.roles import CriterionKind
from bot.core.screening.screening import Screening
from bot.core.wording import anchors, asking
from bot.core.wording import fit as words
from bot.core.wording import kits as about_kits
from bot.core.wording import recruiting as to_recruiters


def fit_card(summary: FitSummary, shown_as: Callable[[str], str] = str) -> tuple[Block, ...]:
    """A fit summary as blocks: words and quotes, no total, no rank, no verdict.

    `shown_as` leaves out of the candidate's words what the reader is not to see.
    """
    essential = summary.of_kind(CriterionKind.ESSENTIAL)
    others = summary.of_kind(CriterionKind.DESIRABLE, CriterionKind.SOFT)
    shown, unasked = _split(essential + others)
    blocks: list[Block] = [Heading(words.title(summary.pseudonym, summary.role_title))]
    blocks += [Aside(note) for note in summary.notes]
    if summary.gates:
        gates = tuple((gate.gate, shown_as(_gate(gate))) for gate in summary.gates)
        blocks.append(Pairs(gates))
    blocks += [_assessed(assessment, shown_as) for assessment in shown]
    if unasked:
        blocks.append(Text(words.UNASKED_INTRO))
        blocks.append(Items(tuple(assessment.criterion.text for assessment in unasked)))
    if summary.ask_next:
        blocks.append(Text(words.ASK_NEXT_INTRO))
        blocks.append(Items(summary.ask_next, numbered=True))
    return (*blocks, *_foot(summary))


def _split(
    assessments: tuple[Assessment, ...],
) -> tuple[tuple[Assessment, ...], tuple[Assessment, ...]]:
    """What is shown in full, and what the kit does not ask about."""
    unasked = [a for a in assessments if a.rating.outcome is Outcome.NOT_ASKED and not a.question]
    shown = [a for a in assessments if a not in unasked]
    return tuple(shown), tuple(unasked)


def _gate(gate: GateResult) -> str:
    return f"{gate.outcome.value}: “{gate.words}”" if gate.words else gate.outcome.value


def _assessed(assessment: Assessment, shown_as: Callable[[str], str]) -> Assessed:
    rating = assessment.rating
    return Assessed(
        criterion=assessment.criterion.text,
        kind=assessment.criterion.kind.value,
        words=rating.words,
        level=rating.level,
        quotes=tuple(map(shown_as, rating.quotes)),
        reasons=tuple(map(shown_as, rating.reasons)),
        line=assessment.criterion.line,
    )


def _foot(summary: FitSummary) -> tuple[Block, ...]:
    versions = words.versions(summary.brief_version, summary.kit_version, summary.raters)
    return (
        Aside(f"{words.DECIDES} {words.TOOK}: {words.took(summary.minutes)}."),
        Aside(versions),
    )


def note(pseudonym: str, role: str, about: str, quoted: str = "") -> tuple[Block, ...]:
    """A short note to the team about a screening."""
    blocks: tuple[Block, ...] = (Heading(words.title(pseudonym, role)), Text(about))
    return (*blocks, Quote(quoted, pseudonym)) if quoted else blocks


def erased() -> tuple[Block, ...]:
    """What stands where something about a candidate stood, once their data was erased."""
    return (Text(words.ERASED),)


def heard(kit: Kit, screening: Screening) -> tuple[Block, ...]:
    """What was heard for each question, for the candidate: own words, no level, no verdict."""
    blocks: list[Block] = []
    for question in kit.questions:
        given = screening.latest(question.id)
        blocks.append(Heading(question.criterion.text))
        blocks += _heard(given.rating if given else None)
    return tuple(blocks)


def _heard(rating: Rating | None) -> list[Block]:
    if rating is None:
        return [Text(words.HEARD_NOTHING)]
    if rating.outcome is not Outcome.RATED:
        return [Text(words.HEARD_UNREAD)]
    quotes: list[Block] = [Quote(quote) for quote in rating.quotes]
    if not quotes:
        return [Text(words.HEARD_NO_WORK), Aside(words.heard_missing(Part.WORK))]
    missing = words.heard_missing(rating.missing)
    return quotes + ([Aside(missing)] if missing else [])


def _own_texts(kit: Kit) -> tuple[Block, ...]:
    """The follow-ups and anchors that are not the usual ones: they are signed off too."""
    own = tuple(
        about_kits.own_text(number, what, text)
        for number, question in enumerate(kit.questions, 1)
        for what, text in (*_own_probes(question), *_own_anchors(question))
    )
    return (Text(about_kits.OWN_INTRO), Items(own)) if own else ()


def _own_probes(question: Question) -> Iterator[tuple[str, str]]:
    for part, text in question.probes:
        if text != asking.probe(part):
            yield f"follow-up “{part.value}”", text


def _own_anchors(question: Question) -> Iterator[tuple[str, str]]:
    for level, text in question.anchors:
        if text != anchors.anchor(level, question.criterion.text):
            yield f"level “{level.words}”", text


def kit_blocks(kit: Kit) -> tuple[Block, ...]:
    """A kit as a recruiter reads it before signing it off."""
    asked = tuple(question.text for question in kit.questions)
    lines = tuple(
        Citation(q.criterion.section, q.criterion.line, q.criterion.text, kit.brief_version)
        for q in kit.questions
    )
    return (
        Heading(to_recruiters.kit_title(kit.role_title, kit.version)),
        *(Text(to_recruiters.gate(letter(at), gate.text)) for at, gate in enumerate(kit.gates)),
        Text(to_recruiters.KIT_INTRO),
        Items(asked, numbered=True),
        Aside(to_recruiters.KIT_RULES),
        *_own_texts(kit),
        Sources(lines),
    )
