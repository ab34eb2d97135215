"""What the bot says to a candidate in a screening."""

from datetime import datetime


def hello(role: str) -> str:
    """The first words of the notice."""
    return (
        f"Hello, and thank you for your interest in {role}. I am Rolecall, a program, not a person."
    )


def length(questions: int, gates: int, minutes: tuple[int, int]) -> str:
    """How much is asked and how long it takes, in minutes."""
    work = "one question" if questions == 1 else f"{questions} questions"
    short = "one short question" if gates == 1 else f"{gates} short questions"
    return (
        f"I will ask you {f'{short} and then ' if gates else ''}{work} about your work. It takes "
        f"about {minutes[0]} to {minutes[1]} minutes; there is no clock, and you can pause and "
        "come back, also days later."
    )


_NOTICE = (
    "What is looked at: the work you describe, against the requirements in the role's brief. "
    "Not your grammar, your style, your name or where you come from.",
    "Who decides: people. I never reject anybody, and I give no score.",
    "Your words are quoted to the hiring team under a pseudonym. You see and can correct your "
    "answers before they are sent.",
    "Your data: what you tell me is kept for this role's hiring team{until}. Say “my data” to see "
    "all of it and “erase my data” to delete it, at any time.",
    "A résumé is not needed. If you like, send one as a file: the team reads it beside your "
    "answers, and it is not rated.",
    "You can ask me about the role at any moment, say “skip” for a question, or “person” to be "
    "put in touch with one instead.",
)


def notice_points(kept_days: int) -> tuple[str, ...]:
    """What is told before anything is asked. It goes `kept_days` after the end, or never with 0."""
    days = "1 day" if kept_days == 1 else f"{kept_days} days"
    until = f" and erased {days} after the end" if kept_days else ""
    return tuple(point.format(until=until) for point in _NOTICE)


CONSENT_QUESTION = "May I ask you these questions and keep your answers for the hiring team?"
CONSENT_UNCLEAR = (
    "I need a clear yes before I ask anything; nothing is kept as an answer until then. Say “yes” "
    "to start, or “no” if you would rather not. You can also ask me what this is for, or say "
    "“person” to speak with somebody."
)
CONSENT_THANKS = "Thank you. Here we go."
NOT_CONSENTED = (
    "That is fine, and thank you for telling me. Nothing was asked; the team only sees that you "
    "chose not to start. If you would rather speak with a person, say “person”."
)


def question(number: int, total: int, text: str) -> str:
    """A question with its place in the row."""
    return f"Question {number} of {total}. {text}"


def follow_up(number: int, total: int, text: str) -> str:
    """The one follow-up to a question."""
    return f"Question {number} of {total}, follow-up. {text}"


def had_asked(question_text: str) -> str:
    """What a follow-up follows on."""
    return f"I had asked: {question_text} You said:"


def covered(number: int) -> str:
    """Offers what was said before as the answer to this question."""
    return (
        f"What you said to question {number} may answer this too. Say “use it” to let it stand "
        "here, or answer in other words:"
    )


def covers(numbers: tuple[int, ...]) -> str:
    """Tells which later questions an answer touches."""
    listed = " and ".join(map(str, numbers))
    which = "question" if len(numbers) == 1 else "questions"
    return (
        f"You also touched on {which} {listed}. I will still ask, and you can say “use it” there "
        "or answer anew."
    )


FIRST_HINT = (
    "One real example is enough; you need not cover everything. Take the time and space you like. "
    "To answer in several messages, say “more” first and “done” at the end."
)
BACK_TO = "Back to where we were."
GATE_THANKS = "Thank you, noted."
GATE_UNCLEAR = (
    "Thank you. I could not read a plain yes, no or number in that, so the team will see your own "
    "words."
)
ANSWER_THANKS = ("Thank you.", "Thank you, that is noted.", "Thanks.", "Noted, thank you.")
PROBE_THANKS = "One follow-up on that:"
REUSED = "Good, what you said stands here too."
NOTHING_TO_USE = "There is nothing from before that I could use here."
SKIPPED = "Skipped. It will be shown to the team as “declined”, not as a low mark."
SKIPPED_REST = (
    "That is fine. The rest is skipped and will be shown as “declined”, not as a low mark."
)
SKIPPED_PROBE = "That is fine, your answer stands as it is."
SKIPPED_GATE = "That is fine. It will be shown as unknown."
CLARIFY = (
    "I am asking about real work you did yourself. Name one situation, say what you did in it and "
    "what came of it. If it does not apply to you, say “skip”."
)
MORE_THAN_YES = "Good. What did you do? One real situation is enough; or say “skip”."
CLARIFY_YES_OR_NO = (
    "The brief names this as a condition. Say “yes” if you have it, “no” if you do not, or tell me "
    "how it stands; a person reads it. Or say “skip”."
)
CLARIFY_GATE = "A single number is enough, or say “skip”."
NOT_ALL_ASKED = (
    "There is still something to ask. Answer it, say “skip” to leave it out, or “skip the rest” to "
    "go straight to your review."
)
PAUSED = (
    "Paused. Everything you said is kept. Come back whenever you like, here, and say “continue”."
)
RESUMED = "Welcome back. Everything you said is still here."
STILL_PAUSED = "We are paused. Say “continue” to go on; nothing was lost."
HELD = (
    "Welcome back. We were paused, so I did not take that as an answer yet. If it is your answer "
    "to the question below, say “use it”; otherwise just answer."
)
PERSON = (
    "I have asked the hiring team to get in touch with you in person. You can go on here in the "
    "meantime, or stop; neither counts against you."
)
PERSON_AFTER = (
    "I have asked the hiring team to get in touch with you in person. It has no bearing on your "
    "answers."
)
PERSON_AGAIN = "The hiring team already knows that you would like to speak with a person."
WITHDRAW_SURE = (
    "Do you want to withdraw from this screening? It is final, and the team will be told that you "
    "withdrew. Say “withdraw” once more to confirm, or “continue” to go on. You can also say "
    "“pause”, “skip the rest” to send what there is, or “person” to speak with somebody."
)
KEPT_GOING = "Good, nothing was changed."
WITHDRAWN = (
    "You have withdrawn. Thank you for your time. Your answers are not summarized. "
    "Say “erase my data” if you want everything deleted."
)
ERASE_SURE = (
    "This deletes everything you told me, also what the team was shown, and cannot be undone. "
    "Say “erase my data” once more to confirm, or “continue” to keep it."
)
ERASED = "Everything you told me is deleted. Thank you, and all the best."
ROLE_GONE = (
    "This role is not hired for here any more, so nothing is asked or answered about it. What you "
    "told is kept until it is erased; say “erase my data” to have that done now."
)
ENDED = (
    "This screening is finished and your answers are with the team, so nothing can be added or "
    "changed here. You can still ask me about the role, say “person” to speak with somebody, “my "
    "data” to see what is kept, or “erase my data” to have it deleted."
)
ENDED_WITHDRAWN = (
    "You withdrew from this screening, so nothing more is asked. You can still ask me about the "
    "role, say “person” to speak with somebody, or “erase my data” to have everything deleted."
)
ENDED_UNSTARTED = (
    "You chose not to start this screening, so nothing is asked. You can still ask me about the "
    "role, or say “person” to speak with somebody; they can also invite you again."
)
ENDED_EXPIRED = (
    "The time for this screening is over, so it was closed and nothing more is asked. Your answers "
    "were not sent. You can still ask me about the role, say “person” to speak with somebody, “my "
    "data” to see what is kept, or “erase my data” to have it deleted."
)
REVIEW_INTRO = "That is all I ask. These are your answers, as the team will read them:"
REVIEW_ASK = (
    "Say “send” when they are right. To change one, or to answer one you skipped, say its number "
    "or letter and the new answer, for example “change 2: …”. Your earlier words are kept beside "
    "the new ones."
)
REVIEW_SO_FAR = (
    "These are your answers so far. To change one, say its number or letter and the new answer, "
    "for example “change 2: …”."
)
NOTHING_YET = "You have not answered a question yet."
REVIEW_UNCLEAR = (
    "I did not take that as an answer, since everything was asked. Say “send” to send your "
    "answers, “change 2: …” to change the second one, or ask about the role."
)
CHANGE_UNKNOWN = "There is no answer with that number yet."
CHANGE_AFTER = (
    "Your answers are already with the team, so I can no longer change them here. Say “person”, "
    "and somebody will get in touch; tell them what you would like to put right."
)
CHANGED = "Changed. Your earlier words are kept beside it, and the new ones count."
CHANGE_STILL = "Now your new answer, please, or say “continue” to leave it as it is."


def change_ask(name: str, asked: str) -> str:
    """Asks for the new answer to what has this number or letter."""
    return f"Your new answer to {name}, please. It was: {asked}"


def add_ask(number: int, asked: str) -> str:
    """Asks for what is to be added to the answer with this number."""
    return f"What shall I add to your answer to {number}? It was: {asked}"


SENT = (
    "Thank you, your answers are sent. A person of the hiring team reads them and decides what "
    "comes next. If you hear nothing for longer than you like, come back and say “person”."
)
HEARD_INTRO = "What I heard, so that you know what the team reads:"


def long_answer(rated: int) -> str:
    """Says what becomes of an answer that is longer than what is rated."""
    return (
        f"That is a long answer. All of it is kept, and the team can read it; I rate its first "
        f"{rated:,} characters. If the most important part comes later, you can change the answer."
    )


EMPTY = "I did not get any words there. Could you write it again?"
HELP = (
    "You can answer in your own words, ask about the role, send a résumé as a file (it is not "
    "rated), or say “skip”, “repeat”, “more” to "
    "write an answer in several messages, “review”, “change 2: …”, “add to 2: …”, “pause”, "
    "“person”, “status”, “withdraw”, “my data” or “erase my data”."
)
YOUR_WELCOME = "You are welcome."
HELLO = "Hello! Nice to have you here."
LATER = "Until then. Nothing is lost; say “continue” whenever you are back."


def status(done: int, total: int) -> str:
    """How far the screening is."""
    left = total - done
    return f"{done} of {total} questions are done; {left} to go." if left else "All are answered."


DATA_INTRO = "This is what is kept about you in this screening, in your own words:"
DATA_BESIDE = (
    "Beside it are kept: the name the recruiter invited you by, the messages of this chat, and for "
    "each answer a rating with quotes from it; after the end also what a person of the team "
    "decided and why. “erase my data” deletes all of it."
)
SHOWN_AS = "The team sees you as"
INVITED = "Invited on"
CONSENTED = "You said yes on"
ENDED_ON = "Ended on"


def moment(at: datetime) -> str:
    """A day and time, in UTC."""
    return f"{at.day} {at:%B %Y, %H:%M} UTC"


def earlier(number: int) -> str:
    """Introduces an answer that was changed later."""
    return f"Your earlier answer to question {number}, which you changed:"


DECLINED = "skipped"
LINK_INVALID = (
    "This does not open a screening. It may have been typed wrongly, or its time is over. "
    "Please ask the person who sent it for a new one."
)
CODE_IN_PUBLIC = (
    "That looks like an invitation to a private screening, and others can read along here. Please "
    "send it to me in a direct message."
)
