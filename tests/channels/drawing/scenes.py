"""What the pictures show: payloads as the product makes them, about invented roles and people."""

from bot.channels.slack import modals
from bot.channels.slack.render import rendered
from bot.channels.teams import dialog_cards
from bot.channels.teams.render import activities
from bot.core.fit.sketch import of_card
from bot.core.forms import STEP_FIELD
from bot.core.messages import Block, Choice, Choices, Text
from bot.dialogues.recruiting.forms import KitForm
from bot.drawing.png import png
from tests.channels.drawing import slack, teams, terminal
from tests.channels.drawing.html import page
from tests.channels.drawing.played import REASON, Played
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


PLAYED = (
    *("slack-fit-card", "slack-decide", "slack-decided"),
    *("teams-fit-card", "teams-decide", "teams-decided"),
    *("terminal-fit-card", "terminal-decided"),
)
"""The pictures of a card, as it is posted about a screening that is played."""


def pages() -> dict[str, str]:
    """The pages by the pictures' names, but for those of a card."""
    invite = dialog_cards.invite(dialog_cards.Chosen(ROLES, "architect"), "", "", ())
    return {
        "slack-answer": _slack(in_slack.answer()),
        "slack-question": _slack(in_slack.question()),
        "teams-answer": _teams(in_teams.ANSWER),
        "teams-question": _teams(in_teams.QUESTION),
        "teams-invite": page("teams", _activities(SIGNED) + teams.dialog(invite)),
        "teams-kit": page("teams", teams.dialog(dialog_cards.kit(KIT, "", {}, ()))),
    }


def played_pages(played: Played) -> dict[str, str]:
    """The pages of a card by the pictures' names, PLAYED: before, during and after a decision."""
    typed = {STEP_FIELD: REASON}
    view = modals.drawn(played.form, {"channel": "C1"})
    dialog = dialog_cards.step(played.form, "", "", typed, ())
    return {
        "slack-fit-card": page("slack", _messages(played.posted) + _picture(played.posted), "wide"),
        "slack-decide": page("slack", slack.modal(view, typed)),
        "slack-decided": page(
            "slack", _messages(played.decided) + slack.in_thread(_messages(played.reply)), "wide"
        ),
        "teams-fit-card": page("teams", _activities(played.posted), "wide"),
        "teams-decide": page("teams", teams.dialog(dialog)),
        "teams-decided": page("teams", _activities(played.decided), "wide"),
        "terminal-fit-card": terminal.page(played.posted),
        "terminal-decided": terminal.page(played.decided),
    }


def _slack(blocks: tuple[Block, ...]) -> str:
    return page("slack", _messages(blocks))


def _messages(blocks: tuple[Block, ...]) -> str:
    return "".join(slack.message(said.blocks) for said in rendered(blocks))


def _picture(blocks: tuple[Block, ...]) -> str:
    """The picture below a card, as it is uploaded."""
    sketch = of_card(blocks)
    assert sketch is not None
    return slack.in_thread(slack.file(sketch.title, png(sketch)))


def _teams(blocks: tuple[Block, ...]) -> str:
    return page("teams", _activities(blocks))


def _activities(blocks: tuple[Block, ...]) -> str:
    return "".join(teams.activity(drawn) for drawn in activities(blocks))
