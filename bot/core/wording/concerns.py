"""What the bot says when something else comes first, before the next question."""

from bot.core.screening.concerns import Concern

_STOPPED = {
    Concern.SELF_HARM: (
        "Thank you for telling me. I am sorry that you are going through this. I am a program, "
        "and you deserve a person.",
        "If you might hurt yourself, please call the emergency number where you are now: 112 in "
        "Europe, 911 in North America, 999 in the United Kingdom. Or call somebody you trust.",
        "I have stopped the screening. What you just wrote is no answer, is not rated, and is not "
        "shown to the hiring team. If you would like one of them to get in touch, say “person”. "
        "If you ever want to go on, say “continue”; there is no hurry, and nothing is lost.",
    ),
    Concern.MISTREATMENT: (
        "Thank you for telling me, and I am sorry. That is nothing for a program to judge; a "
        "person should hear it.",
        "I have stopped the screening here. What you just wrote is no answer, is not rated, and "
        "is not shown to the hiring team.",
        "Say “person” and I ask the hiring team to get in touch with you. If it is about somebody "
        "there, please write to the company's complaints or personnel office instead. To go on "
        "with the screening at any time, say “continue”.",
    ),
}


def stopped(concern: Concern) -> tuple[str, ...]:
    """What is said, paragraph by paragraph, where the screening is stopped at once."""
    return _STOPPED[concern]


HOSTILE = (
    "I can hear that this is annoying. I did not take that as an answer, and it does not count "
    "against you. You can skip this question, pause, or say “person” to speak with somebody."
)
FOREIGN = (
    "I only read English so far, so I cannot rate that answer. It is kept word for word for a "
    "person to read, and marked as “not enough evidence”, never as a low mark. If you like, say it "
    "in English with “change {number}: …”, or say “person” to speak with somebody."
)
FOREIGN_GATE = (
    "I only read English so far, so I noted that as unknown; a person reads your own words. To "
    "say it in English, use “change {letter}: …”."
)
FOREIGN_ELSEWHERE = (
    "I only read English so far. If that does not suit you, say “person”, and somebody of the "
    "hiring team gets in touch with you."
)
FOREIGN_REASON = "Written in a language the bot does not read; a person should read it."
PASTED = (
    "Those are words from the role's brief. I would rather hear about work of your own, even if "
    "it is small. If they are meant as your answer, say “use it”."
)
SAME = (
    "That is word for word your answer to question {number}. If it is meant for this question too, "
    "say “use it”; otherwise tell me something of your own about this one."
)
