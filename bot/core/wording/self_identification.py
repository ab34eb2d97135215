"""What is said around the voluntary questions about the person, after the end."""

import re

ABOUT_ME, NOT_ABOUT_ME = "about me", "not about me"
TAKE_BACK = "take back what I said about me"
RATHER_NOT = "rather not say"

BEGINS = re.compile(r"(?:the )?(?:questions )?about me", re.IGNORECASE)
DECLINES_ALL = re.compile(r"(?:please )?not about me|nothing about me", re.IGNORECASE)
TAKES_BACK = re.compile(
    r"(?:please )?(?:take back|delete|erase|forget)(?: (?:all|everything))? (?:what )?"
    r"(?:i (?:said|told you)|my answers) about (?:me|myself)",
    re.IGNORECASE,
)
DECLINES = re.compile(
    r"(?:i(?:'d| would)? )?(?:rather not(?: say)?|prefer not to (?:say|answer)|skip|pass|next)"
    r"(?: (?:it|this|that|please))?",
    re.IGNORECASE,
)
STOPS = re.compile(r"(?:stop|no more|enough|that is all|that's all|done)", re.IGNORECASE)


def offer(why: str, number: int) -> str:
    """Offers the questions once the answers are sent."""
    many = "one question" if number == 1 else f"{number} questions"
    return (
        f"One more thing, only if you like: {many} about yourself. {why} It is voluntary and has "
        "no effect on your application; your answers in the screening are sent already. What you "
        "tell here is kept apart, without your name and not with this chat. The hiring team never "
        "sees it; it is only ever shown as counts of many people. You can leave any of it out, and "
        "take it back at any time."
    )


BEGIN = "Say “about me” to begin, or just leave it."


def question(number: int, total: int, text: str) -> str:
    """One of the questions about the person."""
    place = f"Question {number} of {total} about yourself, voluntary. " if total > 1 else ""
    return f"{place}{text}"


HOW = "Say the number or the words of one answer, “rather not say” to leave it out, or “stop”."
UNREAD = (
    "I did not take that, and did not keep what you wrote: only one of these answers can be kept."
)
LEFT = "That is fine. Nothing is asked about yourself."
DONE = (
    "Thank you. What you chose is kept apart from everything else, without your name. To delete "
    f"it, say “{TAKE_BACK}”; “erase my data” deletes it too."
)
STOPPED = (
    "That is fine, nothing more is asked about yourself. What you chose before is kept apart; to "
    f"delete it, say “{TAKE_BACK}”."
)
TAKEN_BACK = "Whatever you told about yourself after the end is deleted."
REVISED = (
    "I did not take that, and did not keep what you wrote. To change what you told about yourself, "
    "say “about me” and choose again."
)
IN_DATA = (
    "If you answered the voluntary questions about yourself, those answers are kept apart, without "
    "your name, and are not in this chat. “erase my data” deletes them too; to delete only them, "
    f"say “{TAKE_BACK}”."
)
