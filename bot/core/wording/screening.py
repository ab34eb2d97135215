"""What the bot says to a candidate in a screening."""


def notice(role: str, questions: int, minutes: tuple[int, int]) -> tuple[str, ...]:
    """What a candidate is told before anything is asked."""
    asked = "one question" if questions == 1 else f"{questions} questions"
    return (
        f"Hello, and thank you for your interest in {role}. I am Rolecall, a program, not "
        f"a person.",
        f"I will ask you {asked} about your work; it takes about {minutes[0]} to {minutes[1]} "
        "minutes, and you can pause and come back.",
    )


NOTICE_POINTS = (
    "What is looked at: the work you describe, against the requirements in the role's brief. "
    "Not your grammar, your style, your name or where you come from.",
    "Who decides: people. I never reject anybody, and I give no score.",
    "Your words are quoted to the hiring team under a pseudonym. You see and can correct your "
    "answers before they are sent.",
    "Your data: say “my data” to see all of it and “erase my data” to delete it, at any time.",
    "You can ask me about the role at any moment, say “skip” for a question, or “person” to be "
    "put in touch with one instead.",
)
CONSENT_QUESTION = "May I ask you these questions and keep your answers for the hiring team?"
CONSENT_UNCLEAR = (
    "I need a clear yes before I ask anything. Say “yes” to start, or “no” if you would rather not."
)
CONSENT_THANKS = "Thank you. Here we go."
NOT_CONSENTED = (
    "That is fine. Nothing was asked and nothing goes to the team. If you would rather speak with "
    "a person, write to the recruiter who invited you. This link now is closed."
)


def question(number: int, total: int, text: str) -> str:
    """A question with its place in the row."""
    return f"Question {number} of {total}. {text}"


FIRST_HINT = (
    "One real example is enough; you need not cover everything. Take the time and space you like."
)
BACK_TO = "Back to where we were."
GATE_THANKS = "Thank you, noted."
ANSWER_THANKS = ("Thank you.", "Thank you, that is noted.", "Thanks.", "Noted, thank you.")
PROBE_THANKS = "Thank you. One follow-up on that:"
SKIPPED = "Skipped. It will be shown to the team as “declined”, not as a low mark."
SKIPPED_PROBE = "That is fine, your answer stands as it is."
SKIPPED_GATE = "That is fine. It will be shown as unknown."
CLARIFY = (
    "I am asking about real work you did yourself. Name one situation, say what you did in it and "
    "what came of it. If it does not apply to you, say “skip”."
)
CLARIFY_GATE = "A single number is enough, or say “skip”."
PAUSED = (
    "Paused. Everything you said is kept. Come back whenever you like, here, and say “continue”."
)
RESUMED = "Welcome back. Everything you said is still here."
STILL_PAUSED = "We are paused. Say “continue” to go on; nothing was lost."
PERSON = (
    "I have asked the hiring team to get in touch with you in person. You can go on here in the "
    "meantime, or stop; neither counts against you."
)
PERSON_AGAIN = "The hiring team already knows that you would like to speak with a person."
WITHDRAW_SURE = (
    "Do you want to withdraw from this screening? The team will be told that you withdrew. "
    "Say “withdraw” once more to confirm, or “continue” to go on."
)
WITHDRAWN = (
    "You have withdrawn. Thank you for your time. Your answers are not summarized. "
    "Say “erase my data” if you want everything deleted."
)
ERASE_SURE = (
    "This deletes everything you told me, also what the team was shown, and cannot be undone. "
    "Say “erase my data” once more to confirm, or “continue” to keep it."
)
ERASED = "Everything you told me is deleted. Thank you, and all the best."
ENDED = "This screening is finished and your answers are with the team."
ENDED_WITHDRAWN = "This screening was withdrawn, so there is nothing left to answer."
REVIEW_INTRO = "That was the last question. These are your answers, as the team will read them:"
REVIEW_ASK = (
    "Say “send” when they are right. To change one, say for example “change 2” and then your "
    "new answer."
)
REVIEW_SO_FAR = "These are your answers so far. To change one, say for example “change 2: …”."
NOTHING_YET = "You have not answered a question yet."
REVIEW_UNCLEAR = (
    "You can say “send” to send your answers, “change 2” to change the second one, or ask about "
    "the role."
)
CHANGE_UNKNOWN = "There is no answer with that number yet."
CHANGED = "Changed. Your earlier words are kept beside it, and the new ones count."


def change_ask(number: int, question_text: str) -> str:
    """Asks for the new answer to one question."""
    return f"Your new answer to question {number}, please. It was: {question_text}"


SENT = (
    "Thank you, your answers are sent. A person of the hiring team reads them and decides what "
    "comes next; they will write to you either way."
)
HEARD_INTRO = "What I heard, so that you know what the team reads:"
EMPTY = "I did not get any words there. Could you write it again?"
TOO_LONG = (
    "That is very long, so I kept all of it, and the team can read all of it. "
    "For rating I read the first {limit} characters."
)
HELP = (
    "You can answer in your own words, ask about the role, or say “skip”, “repeat”, “review”, "
    "“pause”, “person”, “withdraw”, “my data” or “erase my data”."
)
YOUR_WELCOME = "You are welcome."
HELLO = "Hello! Nice to have you here."


def status(done: int, total: int) -> str:
    """How far the screening is."""
    left = total - done
    return f"{done} of {total} questions are done; {left} to go." if left else "All are answered."


DATA_INTRO = "This is everything kept about you in this screening:"
OWN_WORDS = "your words"
DECLINED = "skipped"
LINK_INVALID = (
    "This link does not open a screening. It may have been typed wrongly, or its time is over. "
    "Please ask the person who sent it for a new one."
)
