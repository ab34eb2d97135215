"""What comes before the next question: somebody in distress, anger, words that cannot be read."""

from bot.core.messages import Text
from bot.core.screening.commands import NoReminders, Pause
from bot.core.screening.concerns import hostile as is_hostile
from bot.core.screening.concerns import urgent
from bot.core.screening.dialogue import stopped_choices
from bot.core.text.language import foreign
from bot.core.wording import concerns as words
from bot.dialogues.screening.session import Session
from bot.dialogues.turn import Turn

STOPPED = "stopped"
"""The step that waits for a yes to the offer of a person."""


def stopped(session: Session) -> Turn | None:
    """Stop politely and offer a person, where a message tells of self-harm or mistreatment.

    Nothing of it goes into the log or to the team: whether they hear of it is the person's choice.
    Nor are they reminded of the screening from then on.
    """
    concern = urgent(session.incoming.text)
    if concern is None:
        return None
    at = session.incoming.at
    events, after = session.stay(Pause(at), NoReminders(at))
    said = tuple(Text(paragraph) for paragraph in words.stopped(concern))
    return session.keep((*said, *stopped_choices()), events, after, pending=STOPPED)


def hostile(session: Session) -> Turn | None:
    """Hear anger as anger: no answer, no mark, and ways out."""
    if not is_hostile(session.incoming.text):
        return None
    return session.ask_again(Text(words.HOSTILE))


def unreadable(session: Session) -> bool:
    """Whether the message is in a language the bot does not read."""
    return foreign(session.incoming.text)
