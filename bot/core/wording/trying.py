"""What is said about a dry run of a kit."""

from bot.core.ratings import Level

QUESTIONS = "The questions, over all samples"
LOOK = "What to look at"
NOTHING = "Nothing stands out."
KEPT = "Nothing of this was kept, and nobody was told."


def intro(role: str, version: str, samples: int) -> str:
    """What was played."""
    many = "1 sample" if samples == 1 else f"{samples} samples"
    return f"{many} played through kit {version} for {role}."


def expected(level: str, found: str) -> str:
    """A level that was expected, beside the one that was found."""
    return f"expected {level}, found {found}" + (" ✓" if level == found else "")


def question(number: int, about: str) -> str:
    """How a question is named in the figures."""
    return f"{number}. {about}"


def figures(levels: tuple[int, ...], not_enough: int, skipped: int, probed: int) -> str:
    """What came of a question, over all samples."""
    told = [f"{count} {level.words}" for level, count in zip(Level, levels, strict=True) if count]
    told += [f"{not_enough} not enough evidence"]
    told += [f"{skipped} skipped"] if skipped else []
    told += [f"{probed} with a follow-up"] if probed else []
    return ", ".join(told)


def agreed(same: int, beside: int, apart: int) -> str:
    """How the expected levels were met."""
    of = same + beside + apart
    return f"; expected levels: {same} of {of} found, {beside} one step beside, {apart} further off"


def unclear(number: int, count: int, samples: int) -> str:
    """A question whose answers mostly showed nothing."""
    return (
        f"Question {number}: {count} of {samples} answers showed no or not enough evidence. "
        "It may be hard to understand, or ask for what nobody tells."
    )


def alike(number: int, level: str) -> str:
    """A question whose answers all have one level."""
    return f"Question {number}: every answer is “{level}”. It does not tell these people apart."


def off(number: int, name: str, said: str) -> str:
    """An answer whose level is two or more steps from the expected one."""
    return (
        f"Question {number}, {name}: {said}. Read the answer again; if you still expect the same, "
        "other words for the question or its anchors may help, or a level set by a person."
    )
