"""What the bot says about questions for the hiring team, and about the team's answers."""

from datetime import datetime, timedelta

SECTION = "Answers from the team"
TEAM = "Answers from the team, for the team alone"
A_RECRUITER = "A recruiter"
SOMEBODY = "Somebody"
THE_TEAM = "the hiring team"

OFFER = "Shall I ask the hiring team?"
CAN_ASK = "I can pass that question on to the hiring team, if you like."
ASK_BUTTON = "Ask the hiring team"
NOT_ASKED = "All right, I did not ask."
ASK_WHAT = "What shall I ask the hiring team? Say for example “ask the team: How big is the team?”."
ASKED_ALREADY = "The hiring team has that question from you already. The answer comes here."
TOO_MANY = (
    "Five of your questions wait for the hiring team already. Please wait for an answer before "
    "you ask more."
)
NO_CHANNEL = (
    "The question waits where recruiters see it when they look. No chat channel is set up in which "
    "they are told at once, so an answer may take longer."
)
NO_CHANNEL_TEAM = (
    "No Slack or Teams channel is set for this role, so nobody was alerted: only this list and the "
    "role's channel page show new questions. ROLECALL_HIRING_CHANNELS sets one."
)
OPEN_INTRO = "These questions wait for an answer:"
ANSWERS_INTRO = "This is what the team answered:"
NO_OPEN = "No question waits for an answer."
NO_ANSWERS = "The team has not answered any question yet."
YOURS = "Your questions for the hiring team:"
ERASED = "a question whose words were erased"
TEAM_ONLY_TOLD = (
    "They would rather not answer it here. Please ask the person who invited you, or bring it up "
    "when you talk."
)
WITHDRAWN_TOLD = "They took their answer back, so please do not rely on it."
CLOSED_TOLD = "They cannot answer it here. Please ask the person who invited you."


def day(at: datetime) -> str:
    """A date as people read it, in UTC."""
    return f"{at.day} {at:%B %Y}"


def signed(author: str, at: datetime) -> str:
    """Who answered, and when."""
    return f"answered by {author} on {day(at)}"


def says(text: str) -> str:
    """The team's answer as an answer to a question about the role."""
    return f"The hiring team says: “{text}”"


def asked(text: str, shown: str) -> str:
    """Confirms that a question was passed on, and how the person is shown to the team."""
    name = f"They see you as {shown}" if shown else "They are not told your name"
    return f"I have asked the hiring team: “{text}” {name}. The answer comes here, in this chat."


def title(number: int, role: str) -> str:
    """The heading of a question in the hiring channel."""
    return f"Question {number} · {role}"


def wants_to_know(who: str) -> str:
    """Introduces the question's words."""
    return f"{who} asks what the brief does not say:"


def how_to_answer(number: int) -> str:
    """How a recruiter answers, the same in every channel."""
    return (
        f"To answer, say “answer {number}” and one or two full sentences, for example “answer "
        f"{number} The team is eight people.” Candidates will read it; for the team alone say "
        f"“answer {number} team: …”."
    )


def waits(who: str, count: int, since: timedelta, late: bool) -> str:
    """Who asked and how long ago, with a reminder where it is too long."""
    others = f" and {count - 1} more" if count > 1 else ""
    days = since.days
    if not days:
        return f"{who}{others}, today"
    ago = "1 day" if days == 1 else f"{days} days"
    return f"{who}{others}, {ago} ago" + ("; please answer soon" if late else "")


def listed(number: int, text: str) -> str:
    """A question with its number."""
    return f"Question {number}: {text or ERASED}"


def waiting(count: int) -> str:
    """Reminds the team of open questions."""
    what = "1 question waits" if count == 1 else f"{count} questions wait"
    return f"{what} for an answer. Say “questions” to see them."


def yours_waits(text: str, since: datetime) -> str:
    """Tells who asked that the team has not answered yet."""
    return f"Your question “{text}” is with the hiring team since {day(since)}; no answer yet."


def answered_already(number: int, text: str, by: str) -> str:
    """A question that has an answer is corrected, not answered again."""
    return (
        f"Question {number} was {by}: “{text}” To change that, say “correct {number}” and the new "
        "words."
    )


def nothing_to_correct(number: int) -> str:
    """A correction needs an answer."""
    return f"Question {number} has no answer yet. Say “answer {number}” and the words."


def nothing_to_withdraw(number: int) -> str:
    """What is withdrawn stays so."""
    return f"Question {number} was withdrawn before."


def answer_what(number: int, command: str) -> str:
    """The words are missing."""
    return f"What is the answer? Say for example “{command} {number} The team is eight people.”"


def answer_too_long(most: int) -> str:
    """An answer is one line of the brief, not another brief."""
    return f"That is too long: an answer has at most {most:,} characters. Nothing was kept."


def published(number: int, by: str, team_only: bool) -> str:
    """Confirms an answer, and how it is cited."""
    seen = "for the team alone" if team_only else "for everybody who asks about this role"
    return f"Question {number}: kept {seen}, cited as “{by}”."


def told(who: tuple[str, ...]) -> str:
    """Who hears of it."""
    return f"Told now: {', '.join(who)}." if who else "Nobody has to be told."


def withdrawn(number: int) -> str:
    """Confirms that an answer no longer counts."""
    return f"Question {number}: the answer is withdrawn and not used any more."


def closed(number: int) -> str:
    """Confirms that a question will not be answered."""
    return f"Question {number} is closed without an answer."


def you_asked(text: str) -> str:
    """Reminds somebody of their question, perhaps days later."""
    return f"You asked the hiring team: “{text}”"


FOR_TEAM = "for the team alone"
ANSWERED = "They answered:"
CORRECTED = "They corrected their answer:"

HELP = (
    "questions: what candidates asked that the brief does not say",
    "answer 12 TEXT: answer question 12; “answer 12 team: TEXT” is for the team alone, and "
    "“answer 12 as NAME: TEXT” signs it",
    "answers: what the team answered; “correct 12 TEXT” or “withdraw 12” changes it",
)
