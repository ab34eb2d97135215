"""What the bot says about the screening itself."""

from bot.core.answering.about import Topic

_SAID = {
    Topic.PURPOSE: (
        "It is for the hiring team: they read about your work in your own words, the same "
        "questions for everybody, and then decide whom to talk to. It replaces no talk with a "
        "person."
    ),
    Topic.READERS: (
        "The people who hire for this role. They see your words under a pseudonym; who may see "
        "your name is up to them."
    ),
    Topic.DECIDES: "People decide. I reject nobody, add nothing up and rank nobody.",
    Topic.PROGRAM: (
        "I am a program, not a person. If you would rather speak with one, say “person”, at any "
        "time."
    ),
    Topic.RATED: (
        "I look for work you did yourself: one real situation, what you did in it, and what came "
        "of it. The team sees that in words, with your own sentences beside it. There are no "
        "points, and grammar or style play no part."
    ),
    Topic.VOLUNTARY: (
        "No, you are free to. You can skip any question, stop at any time, or say “person” to "
        "speak with somebody instead. None of that is a low mark."
    ),
    Topic.KEPT: (
        "Your answers are kept for the hiring team of this role until they or you delete them. Say "
        "“my data” to see them, or “erase my data” to have them deleted."
    ),
    Topic.ADJUSTMENT: (
        "Of course. Nothing here is timed: take as long as you need, and pause for days if you "
        "like. Short answers are fine, and spelling and grammar play no part. If another way suits "
        "you better, such as a talk on the phone or with somebody beside you, say “person” and the "
        "hiring team gets in touch, or “another way” to leave all of it to them. You "
        "need not say why. What you just wrote is no answer and is not shown to them."
    ),
}


def said(topic: Topic, minutes: tuple[int, int], questions: int) -> str:
    """The answer to a question about the screening."""
    if topic is Topic.LENGTH:
        return (
            f"About {minutes[0]} to {minutes[1]} minutes for {questions} questions. There is no "
            "clock: you can pause and come back, also days later."
        )
    return _SAID[topic]
