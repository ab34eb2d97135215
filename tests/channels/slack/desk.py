"""A recruiter's desk in Slack: presses buttons and hands modals in, the real bot behind it."""

import json
from dataclasses import dataclass
from typing import Any

from tests.channels.slack.fake_api import FakeSlack
from tests.channels.slack.workspace import Json, Workspace
from tests.recruiting.office import Office

RIA = {"id": "U0RIA", "team_id": "T0", "username": "ria"}
AT_RIA = {"user": RIA, "channel": {"id": "D0RIA", "name": "directmessage"}}


@dataclass
class Desk:
    """A workspace with the real bot behind it, and a role to hire for."""

    office: Office
    workspace: Workspace
    slack: FakeSlack

    def press(self, said: str, **more: Any) -> None:
        button = {"type": "button", "action_id": "say:0", "value": said}
        sent = self.workspace.press(button, trigger_id="17.1", **{**AT_RIA, **more})
        assert sent.status_code == 200

    @property
    def view(self) -> Json:
        return self.slack.views[-1]

    def hand_in(self, values: Json | None = None, **more: Any) -> Any:
        """Hand the newest modal in as it was opened, with these values instead."""
        view = self.view
        state = {
            block["block_id"]: {"entry": _kept(block["element"])}
            for block in view["blocks"]
            if block["type"] == "input"
        }
        for name, value in (values or {}).items():
            state[name] = {"entry": value if isinstance(value, dict) else {"value": value}}
        around = {**view, "id": f"V{len(self.slack.views)}", "state": {"values": state}}
        body = {"type": "view_submission", "team": {"id": "T0"}, "user": RIA, "view": around}
        sent = self.workspace.form(payload=json.dumps({**body, **more}))
        assert sent.status_code == 200
        return json.loads(sent.text) if sent.text else None

    @property
    def heard(self) -> list[str]:
        return [one.text for one in self.workspace.turns.heard]

    @property
    def told(self) -> str:
        return "\n".join(message["text"] for message in self.slack.messages)


def _kept(element: Json) -> Json:
    """What Slack sends of an input that nobody touched."""
    match element["type"]:
        case "static_select":
            return {"type": element["type"], "selected_option": element.get("initial_option")}
        case "multi_conversations_select":
            chosen = element.get("initial_conversations", [])
            return {"type": element["type"], "selected_conversations": chosen}
    return {"type": element["type"], "value": element.get("initial_value")}
