"""The story that `rolecall demo` plays: what is typed is scripted, what is answered is not."""

from typing import TYPE_CHECKING

from bot.channels.terminal.app import TerminalChat
from bot.channels.terminal.parse import chat_of
from bot.channels.terminal.render import render
from bot.cli.session import out
from bot.core.roles import Audience, Role
from bot.core.screening.places import AtGate, AtQuestion
from bot.dialogues.screening.session import standing

if TYPE_CHECKING:
    from bot.assembly.assemble import App

QUESTIONS = (
    "What does it pay?",
    "Is Terraform required?",
    "What are the nice-to-haves?",
    "What does it pay in Germany?",
)
"""Three questions the brief answers, and one it does not."""

ANSWERS = {
    1: (
        "In 2022 our teams at Northwind Example AG decided everything in meetings. I introduced "
        "architecture decision records, wrote the template, and set up a weekly review board. "
        "Review time fell from 34 days to 6.",
    ),
    2: (
        "We ran on two clouds and our own data centre, with shared identity and a recovery plan.",
        "I designed the identity federation myself, and in March 2023 I ran the failover test: "
        "we were back after 40 minutes instead of 5 hours.",
    ),
    3: ("I have not worked on compliance, that was another team.",),
    4: (
        "Our GPU bill had doubled in 2024. I moved the batch jobs to spot capacity and wrote the "
        "idle reaper; the bill went down by 38 percent in one quarter.",
    ),
    5: ("skip",),
    6: (
        "I would use Terraform and ArgoCD, they are the standard tools.",
        "Only small things so far: I keep our Terraform modules up to date.",
    ),
    7: (
        "Last year I built the streaming part of our lakehouse: I set up change data capture for "
        "the orders tables and wrote the lineage checks.",
        "The delay went from a day to two minutes.",
    ),
    8: (
        "I write the one-page briefings for our executives and draw the C4 diagrams.",
        "In June I explained to the board why we should not buy a second platform. I drew the "
        "options, wrote the business case, and they agreed.",
    ),
}
"""What an invented candidate answers to each question, and to its follow-up."""

NOTHING_MORE = "That is all I can say about it."

DIGRESSION = {3: "By the way, is the job remote?", 6: "What is the maximum salary?"}
"""What the candidate asks in between, by question."""

REVIEW = (
    "change 3: I have not owned compliance, but in 2021 I wrote the access model for our EU data.",
    "send",
)
"""What the candidate says to the review."""

NEXT = (
    "On your own: `rolecall run` for the web pages, `rolecall chat` to talk to it here, "
    "`rolecall roles add FILE` for a brief of yours."
)


def play(app: "App", role: Role) -> None:
    """Play the story through the bot, as a recruiter, as a candidate, as the hiring channel."""
    recruiter = _chat(app, Audience.TEAM, role, "")
    out.rule("2. A recruiter asks")
    for question in QUESTIONS:
        _typed(recruiter, question)
    out.rule("3. The recruiter signs the questions off and invites somebody")
    _typed(recruiter, "approve the kit")
    _typed(recruiter, "invite Robin Example")
    out.rule("4. The candidate")
    screening = app.store.screenings.entries(role.id, newest=1)[0].id
    _screened(app, _chat(app, Audience.CANDIDATE, role, screening), screening)
    out.rule("5. The hiring channel")
    for post in app.store.records.posts(role.id):
        out.print(render(post.blocks))
    out.rule("That was the story; nothing of it was kept")
    out.print(NEXT, markup=False, soft_wrap=True)


def _screened(app: "App", candidate: TerminalChat, screening: str) -> None:
    """Answer whatever is asked, until the review; digress once where the script says so."""
    candidate.say("")
    _typed(candidate, "yes")
    asked: set[int] = set()
    while True:
        here = standing(app.ports, screening)
        match here:
            case AtGate():
                _typed(candidate, "I have done this for 11 years")
            case AtQuestion(_, number, probing):
                if number in DIGRESSION and number not in asked:
                    _typed(candidate, DIGRESSION[number])
                asked.add(number)
                said = ANSWERS[number]
                _typed(candidate, said[int(probing)] if probing < len(said) else NOTHING_MORE)
            case _:
                break
    for text in REVIEW:
        _typed(candidate, text)


def _chat(app: "App", audience: Audience, role: Role, screening: str) -> TerminalChat:
    from bot.assembly.assemble import new_id, now

    started = chat_of(audience, role.id, screening, now())
    return TerminalChat(app.bot.handle, started, out, new_id, now)


def _typed(chat: TerminalChat, text: str) -> None:
    chat.show(text)
    chat.say(text)
