"""What the pictures show: payloads as the product makes them, about invented roles and people."""

from bot.channels.slack.render import rendered
from bot.channels.teams import dialog_cards
from bot.channels.teams.render import activities
from bot.core.messages import Block, Choice, Choices, Text
from bot.dialogues.forms import KitForm
from tests.channels.drawing import slack, teams
from tests.channels.drawing.html import page
from tests.channels.slack import samples as in_slack
from tests.channels.teams import samples as in_teams

ROLES = (("architect", "AI Infrastructure Architect"), ("engineer", "Data Engineer"))
KIT = KitForm(
    "architect",
    "AI Infrastructure Architect",
    "0f0f0f0f0f0f",
    False,
    (
        "Which training cluster did you build or run yourself? What was your own part?",
        "Tell me about a service that you moved to Kubernetes, and what came of it.",
        "When did you last work out what a system would cost? How far off were you?",
    ),
)
SIGNED: tuple[Block, ...] = (
    Text("Signed off: kit 0f0f0f0f0f0f for AI Infrastructure Architect."),
    Choices((Choice("Invite a candidate", "invite", primary=True),)),
)


def pages() -> dict[str, str]:
    """The pages by the pictures' names."""
    invite = dialog_cards.invite(dialog_cards.Chosen(ROLES, "architect"), "", "", ())
    return {
        "slack-answer": _slack(in_slack.answer()),
        "slack-question": _slack(in_slack.question()),
        "slack-fit-card": _slack(in_slack.card()),
        "teams-answer": _teams(in_teams.ANSWER),
        "teams-question": _teams(in_teams.QUESTION),
        "teams-fit-card": _teams(in_teams.FIT_CARD),
        "teams-invite": page("teams", _activities(SIGNED) + teams.dialog(invite)),
        "teams-kit": page("teams", teams.dialog(dialog_cards.kit(KIT, "", {}, ()))),
    }


def _slack(blocks: tuple[Block, ...]) -> str:
    return page("slack", "".join(slack.message(said.blocks) for said in rendered(blocks)))


def _teams(blocks: tuple[Block, ...]) -> str:
    return page("teams", _activities(blocks))


def _activities(blocks: tuple[Block, ...]) -> str:
    return "".join(teams.activity(drawn) for drawn in activities(blocks))
