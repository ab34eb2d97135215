"""Files in Slack: named in a message, fetched with the app's token from Slack alone."""

import pytest

from bot.channels.slack.config import SlackConfig
from bot.channels.slack.files import LARGEST, fetch
from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment, Origin
from tests.channels.slack.fake_api import FakeSlack
from tests.channels.slack.workspace import Workspace


def file(url: str, name: str = "brief.md", media_type: str = "text/markdown") -> Attachment:
    return Attachment(name, media_type, 0, Origin("slack", (("url", url),)))


def at(config: SlackConfig, name: str) -> Attachment:
    return file(config.api_url.replace("/api/", f"/files-pri/{name}"))


def test_a_file_in_a_direct_message_is_named_and_not_opened(
    workspace: Workspace, slack: FakeSlack
) -> None:
    url = "https://files.slack.com/files-pri/T0-F1/download/brief.pdf"
    told = {"id": "F1", "name": "brief.pdf", "mimetype": "application/pdf", "size": 812}
    workspace.direct("", subtype="file_share", files=[{**told, "url_private_download": url}, told])
    (heard,) = workspace.turns.heard
    place = Origin("slack", (("url", url),))
    assert heard.attachment == Attachment("brief.pdf", "application/pdf", 812, place)
    assert heard.files == 2
    assert not [call for call in slack.calls if call[0] == "file"]


def test_a_file_that_slack_hides_is_only_counted(workspace: Workspace) -> None:
    workspace.direct("", subtype="file_share", files=[{"id": "F1", "mode": "hidden_by_limit"}])
    (heard,) = workspace.turns.heard
    assert (heard.files, heard.attachment) == (1, None)


def test_a_file_is_fetched_with_the_apps_token(config: SlackConfig, slack: FakeSlack) -> None:
    slack.files = {"brief.md": b"# Keeper", "long.md": b"x" * (LARGEST + 5)}
    assert fetch(config, at(config, "brief.md")) == b"# Keeper"
    assert len(fetch(config, at(config, "long.md"))) == LARGEST, "no more is read"


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/brief.md",
        "http://files.slack.com/brief.md",
        "https://files.slack.com.elsewhere.example/brief.md",
        "https://files.slack.com@elsewhere.example/brief.md",
        "https://files.slack.com:8443/brief.md",
        "file:///etc/hosts",
        "",
    ],
)
def test_the_token_goes_to_nobody_but_slack(
    config: SlackConfig, slack: FakeSlack, url: str
) -> None:
    with pytest.raises(FileNotFetched, match="not kept by Slack itself"):
        fetch(config, file(url))
    assert slack.calls == []


def test_what_cannot_be_fetched_says_why_and_what_to_do(
    config: SlackConfig, slack: FakeSlack
) -> None:
    with pytest.raises(FileNotFetched, match=r"no longer in Slack\. Please send it again"):
        fetch(config, at(config, "gone.md"))
    with pytest.raises(FileNotFetched, match=r"may not read files.*files:read"):
        fetch(config, at(config, "moved.md"))
    slack.unreadable = True
    with pytest.raises(FileNotFetched, match=r"may not read files.*files:read"):
        fetch(config, at(config, "brief.md"))
