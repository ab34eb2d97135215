"""For another agent: asking about a role as a LangChain tool."""

from typing import Any

from langchain_core.tools import StructuredTool, ToolException
from pydantic import BaseModel, Field

from bot.core.answering.answer_data import answer_data
from bot.core.errors import RolecallError
from bot.core.plain import plain
from bot.core.roles import Audience, role_meant
from bot.core.text.cleaning import cleaned
from bot.dialogues.questions.role_answers import answered
from bot.ports import Ports

ABOUT = (
    "Answers a question about a job from the role's brief, with the lines that say it. Where the "
    "brief does not say, it says so. English only; one question at a time is best."
)


class Question(BaseModel):
    """What the tool is asked."""

    question: str = Field(description="The question about the role, in English.")
    role: str = Field("", description="The role's id or title; not needed where there is one role.")


def ask_role(ports: Ports, audience: Audience = Audience.CANDIDATE) -> StructuredTool:
    """The tool "ask_role", which answers as it would a candidate, or the team where that is given.

    Its content is the answer as text with its lines; its artifact is what `rolecall ask --json`
    prints, with the role's id. What cannot be asked, such as a role that is not there, comes back
    as the tool's error with what to do, so that an agent can mend its call.
    """

    def ask(question: str, role: str = "") -> tuple[str, dict[str, Any]]:
        try:
            meant = role_meant(ports.roles.all(), cleaned(role))
            found = answered(ports, meant, cleaned(question), (), audience)
        except RolecallError as error:
            raise ToolException(str(error)) from error
        return plain(found.blocks), {"role": meant.id, **answer_data(found)}

    return StructuredTool.from_function(
        ask,
        name="ask_role",
        description=ABOUT,
        args_schema=Question,
        response_format="content_and_artifact",
        handle_tool_error=True,
    )
