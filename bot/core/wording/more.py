"""What is said around one more question after the end: to the team, and to the candidate."""

WHAT = (
    "What should I ask {pseudonym}? Say the question here, or “ask one more {code}: QUESTION”. "
    "“cancel” leaves it."
)
WAITS = "{pseudonym} has not answered your last question yet, so I ask no other one now:"
DECIDED = "{pseudonym} is decided already, so I ask nothing more. “undo {code}: why” comes first."
MAY_NOT = "I do not ask this: {why} {instead}"
ANSWERED = "has answered the question that was asked after the screening; see the card."
SKIPPED = "has chosen not to answer the question that was asked after the screening."


def asked(pseudonym: str, reachable: bool) -> str:
    """Confirms the question."""
    if reachable:
        return f"I ask {pseudonym} this; the answer comes to the card:"
    return (
        f"{pseudonym} finds this with the next look at their link, and the answer comes to the "
        "card. I cannot write to them first, so a word from you helps:"
    )


# To the candidate

INTRO = "The hiring team for {title} has one more question for you:"
STILL = "One more question from the hiring team is open:"
HINT = (
    "Write your answer here whenever it suits you. A person reads it; it is not rated. You can "
    "also say “skip”, and that is fine."
)
THANKS = "Thank you. Your answer is with the hiring team."
SKIP_THANKS = "All right, I have told the hiring team that you would rather not answer."
DATA = "Asked after the end, and your answers:"
THE_TEAM = "the hiring team"
DATA_TOLD = "What the hiring team told you:"
