"""A candidate's own data in Slack: files in their chat, or plainly none."""

from bot.channels.slack.sender import SlackSender
from bot.core.messages import File, Text
from bot.core.wording.own_data import NOT_UPLOADED
from tests.channels.slack.fake_api import FakeSlack

CHAT = {"channel": "D0ADA"}
BLOCKS = (Text("All of it:"), File("my-data.txt", "text/plain", "Ünï words"))


def test_the_files_are_uploaded_once_and_can_be_taken_back(
    sender: SlackSender, slack: FakeSlack
) -> None:
    places = sender.send(CHAT, "k", BLOCKS)
    assert sender.send(CHAT, "k", BLOCKS) == places
    [file] = slack.uploads.values()
    assert file["content"].decode() == "Ünï words"
    assert (file["name"], file["channel"], file["thread"]) == ("my-data.txt", "D0ADA", "")
    sender.replace(places[-1], "retract", (Text("gone"),))
    assert slack.uploads == {}


def test_where_the_app_may_not_upload_that_is_said(sender: SlackSender, slack: FakeSlack) -> None:
    slack.refusing["files.getUploadURLExternal"] = "missing_scope"
    sender.send(CHAT, "k", BLOCKS)
    assert [message["text"] for message in slack.messages][-1] == NOT_UPLOADED
