"""What “help” tells a recruiter: what can be said, by what it is for."""

from bot.core.messages import Block, Heading, Items, Text
from bot.core.wording import blind, briefs, candidates, channels, feedback, questions, reviewing
from bot.core.wording import deciding as about_deciding
from bot.core.wording import notice as about_notice
from bot.core.wording import recruiting as words
from bot.core.wording import teams_of_roles as teams
from bot.dialogues.turn import Turn, turn

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (words.ABOUT_ROLES, (*words.HELP_ROLES, briefs.HELP)),
    (words.ABOUT_KITS, words.HELP_KITS),
    (words.ABOUT_CANDIDATES, (*words.HELP_CANDIDATES, *candidates.HELP, words.HELP_FUNNEL)),
    (
        words.ABOUT_DECIDING,
        (*about_deciding.HELP, *about_notice.HELP, *reviewing.HELP, *blind.HELP),
    ),
    (words.ABOUT_QUESTIONS, (*questions.HELP, feedback.HELP)),
    (words.ABOUT_PLACES, (channels.HELP, teams.HELP)),
)


def told() -> Turn:
    """The turn for a recruiter who asks what can be said."""
    listed: tuple[Block, ...] = tuple(
        block for name, items in _GROUPS for block in (Heading(name), Items(items))
    )
    return turn((Text(words.HELP_INTRO), *listed))
