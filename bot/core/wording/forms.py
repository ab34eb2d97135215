"""What stands on the forms that some channels draw."""

INVITE, INVITE_DO = "Invite a candidate", "Invite"
NAME, ROLE = "The candidate's name", "The role"
NAME_MISSING = "Write the candidate's name."
NAME_LONG = "Write a name of at most {most} characters."
ROLE_MISSING = "Choose a role."
NOT_SIGNED = (
    "The questions for this role are not signed off yet. Say “show the kit” to read them, then "
    "“approve the kit”."
)
PRIVATE = (
    "You get a private link to send them. The team sees a made-up name in its place, and the kit "
    "must be signed off first."
)
KIT = "Questions of the screening"
APPROVE = "Sign these questions off, so that candidates can be invited"
SIGNED = "These questions are signed off. A change needs a new sign-off."
EDIT_MORE = (
    "Follow-ups and levels of one question: say “edit question 1”. Gates, and adding or taking out "
    "a question: write “edit the kit” in the chat to read how."
)
EDIT, SAVE = "Edit a question", "Save"
QUESTION = "The question"
SIGN, SIGN_DO = "Sign the kit off", "Sign off"
CHANNELS, CHANNELS_DO = "Hiring channels", "Save"
WHERE = "Fit summaries and questions go to"
NONE_IS_WEB = "Choose none to keep them on the role's web page only."
ANSWERS, ANSWERS_DO = "Your answers", "Save changes"
ANSWERS_INTRO = (
    "Change whatever is not right yet. Your first answer stays in the record beside the new one."
)
TOO_LONG_HERE = "Some of your answers are too long for this form: say “change 2” to change one."
SAME = "Nothing was changed yet."
MEANWHILE = (
    "Somebody changed this while you had the form open. Close it, and open it again to see how it "
    "reads now."
)
CORRECT = "Review and correct"
WHY, WHY_MISSING = "Why?", "Write why in a sentence: nothing is noted without a reason."
KEPT = (
    "The reason stands on the card and in the log, with your name. The candidate is told nothing "
    "until you approve the words."
)
MORE, MORE_DO, MORE_MISSING = "Your question", "Ask", "Write the question."
MORE_KEPT = "The candidate gets this one question. The answer comes to the card and is not rated."
RATE_DO = "Keep my levels"
RATE_ONCE = (
    "“Details” on the card gives the whole answers. What you choose is kept once and stays as it "
    "is; after that you see the bot's levels."
)
LEVEL_MISSING = "Choose a level."
UNDO, UNDO_DO = "Undo the decision", "Take it back"
UNDO_KEPT = "What was decided stays in the log, beside your reason."


def question(number: int) -> str:
    """The label of a question."""
    return f"Question {number}"


def follow_up(part: str) -> str:
    """The label of a follow-up."""
    return f"Follow-up, if this is missing: {part}"


def anchor(level: int, words: str) -> str:
    """The label of a level's anchor."""
    return f"Level {level}, {words}"


def answer(number: int, question: str) -> str:
    """The label of an answer."""
    return f"{number}. {question}"
