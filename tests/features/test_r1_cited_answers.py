"""R1: every statement about the role carries section, line and version of the brief."""

import re
from itertools import product

from bot.core.messages import Citation, Reply, Sources
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage

QUESTIONS = (
    "What does it pay?",
    "What are the requirements?",
    "How many years of experience do I need?",
    "Is a marine radio licence required?",
    "How often does the boat come?",
)


def cited(reply: Reply) -> tuple[Citation, ...]:
    """The lines of the brief that a reply names."""
    return tuple(
        one for block in reply.blocks if isinstance(block, Sources) for one in block.citations
    )


def stated(reply: Reply) -> list[str]:
    """What a reply states: whatever stands in quotes, and the items of a list."""
    found = re.findall(r"“(.+?)”|^- (.+)$", drawn(reply.blocks), re.MULTILINE)
    return ["".join(groups) for groups in found]


def sections(lines: list[str]) -> list[str]:
    """The heading that each line of a brief stands under."""
    found: list[str] = []
    for line in lines:
        found.append(line.lstrip("# ") if line.startswith("#") else (found or [""])[-1])
    return found


def test_r1_each_statement_is_a_line_of_the_brief_word_for_word(stage: Stage) -> None:
    [role] = stage.roles
    lines = (stage.app.store.roles.markdown(role.id) or "").split("\n")
    for question, who in product(QUESTIONS, (RECRUITER, "Robin")):
        reply = stage.say(who, question)
        quotes = [one.quote for one in cited(reply)]
        told = stated(reply)
        assert told, question
        assert all(one in quotes for one in told), question
        for one in cited(reply):
            assert one.quote in lines[one.line - 1].replace("*", "")
            assert sections(lines)[one.line - 1] == one.section
            assert one.version == role.version


def test_r1_an_answer_names_the_version_of_the_brief_it_comes_from(stage: Stage) -> None:
    [before] = cited(stage.say("Robin", QUESTIONS[0]))
    stage.rewrite_brief("The cottage has a garden.")
    [after] = cited(stage.say("Robin", QUESTIONS[0]))
    assert (after.quote, after.line) == (before.quote, before.line)
    assert after.version == stage.roles[-1].version != before.version


def test_r1_what_is_for_the_team_is_cited_to_nobody_else(stage: Stage) -> None:
    asked = "What are the hiring signals?"
    assert [one.section for one in cited(stage.say(RECRUITER, asked))] == ["Hiring signals"]
    assert "lonely" not in drawn(stage.say("Robin", asked).blocks)
