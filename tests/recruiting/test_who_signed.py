"""Who signed a kit off: by name where the platform gives one, and never as a bare id."""

import pytest

from bot.channels.slack.render import rendered
from bot.core.messages import Incoming, Quote, Text
from bot.core.roles import Audience
from bot.core.wording.people import naming
from tests.recruiting.office import KEEPER, NOON, Office, words


def approve(office: Office, person: str, name: str = "") -> None:
    """As somebody does in the channel that knows them by this id."""
    office.bot.handle(
        Incoming(
            "m-ok", "c", person, Audience.TEAM, "approve the kit", NOON, role=KEEPER, name=name
        )
    )


@pytest.mark.parametrize(
    ("person", "name", "called"),
    [
        ("slack:T0:U0RIA", "", "Slack member U0RIA"),
        ("slack:T0:U0RIA", "ria", "ria"),
        ("11111111-0000-4000-8000-0000000000aa", "Ria Example", "Ria Example"),
        ("Ria Example", "", "Ria Example"),
        ("a recruiter at this computer", "", "a recruiter at this computer"),
    ],
)
def test_a_sign_off_names_who_signed(office: Office, person: str, name: str, called: str) -> None:
    approve(office, person, name)
    assert f"Signed off by {called}." in words(office.team("show the kit", role=KEEPER))
    assert f"already signed off, by {called}." in words(office.team("approve the kit", role=KEEPER))
    approval = office.store.kits.approved(KEEPER)
    assert approval
    assert (approval.by, approval.name) == (person, name), "the id is what an audit needs"


def test_slack_shows_its_member_where_the_bot_names_one() -> None:
    (message,) = rendered((naming("Signed off by Slack member U0RIA.", "slack:T0:U0RIA"),))
    assert message.text == "Signed off by Slack member U0RIA."
    (section,) = message.blocks[0]["elements"]
    assert section["elements"] == [
        {"type": "text", "text": "Signed off by "},
        {"type": "user", "user_id": "U0RIA"},
        {"type": "text", "text": "."},
    ]


@pytest.mark.parametrize(
    "block",
    [
        Text("Ask Slack member U0RIA or slack:T0:U0RIA or <@U0RIA>"),
        Quote("Slack member U0RIA", "slack:T0:U0RIA"),
        naming("Signed off by <!channel>.", "slack:T0:<!channel>"),
        naming("Signed off by Ria.", "somebody else", "Ria"),
    ],
)
def test_no_other_words_become_a_member(block: Text | Quote) -> None:
    (message,) = rendered((block,))
    assert '"user"' not in str(message.blocks).replace("'", '"')
