"""The few words the Teams channel adds of its own."""

SOURCES = "Sources"
TEAM_ONLY = "Hiring team only"
TEAM_ONLY_WHY = "About a candidate: please do not pass it on outside the hiring team."

PICTURE = "The picture of the levels"
"""What is pressed to see it, and to fold it away again."""


def or_type(typed: tuple[str, ...]) -> str:
    """The line under buttons that says what can be typed instead."""
    return "Or type: " + " · ".join(f"“{text}”" for text in typed)


def line_of_brief(kind: str, line: int) -> str:
    """Which kind of requirement a criterion is, and where the brief says so."""
    return f"{kind}, line {line} of the brief" if line else kind


CHOSEN = "Thank you"
STAYS = "This card stays as it is."
UNKNOWN_BUTTON = "This button is not known. Please write what you would like to say instead."


def chosen(typed: str) -> str:
    """What stands where buttons stood, after one was pressed."""
    return f"You chose “{typed}”."


def continued(title: str) -> str:
    """The line above the second card, and any further one, of the same fit summary."""
    return f"{title} (continued)"


SHORT_DESCRIPTION = "Answers questions on a role from its brief, and screens candidates."
FULL_DESCRIPTION = (
    "Ask about a role in your own words: each answer stands in the role's brief, with its line. "
    "Invited candidates answer the same questions, in the same order, in a private chat, and can "
    "skip, pause, correct their answers, ask for a person, or have their data erased at any time. "
    "The hiring team gets a fit summary with the candidate's own words. Nobody is ranked and "
    "nobody is turned down by the program: a person decides."
)
_SAME = {
    "help": "What you can ask and say here",
    "roles": "The roles there are, and which one we talk about",
}
COMMANDS: dict[str, tuple[tuple[str, str], ...]] = {
    "personal": (
        *_SAME.items(),
        ("show the kit", "The questions of a role's screening, and who signed them off"),
        ("approve the kit", "Sign the questions off, so that candidates can be invited"),
        ("invite", "A private link for one candidate: invite NAME"),
        ("screenings", "Who is where"),
        ("summary", "What one candidate showed: summary NAME"),
        ("pause", "In a screening: go on later, also after days"),
        ("person", "In a screening: ask for a person"),
        ("my data", "In a screening: see what is kept about you"),
    ),
    "team": (
        *_SAME.items(),
        ("screenings", "Who is where"),
        ("summary", "What one candidate showed: summary NAME"),
        ("questions", "What the brief does not say and somebody asked"),
        ("answer", "Answer one of those questions: answer NUMBER WORDS"),
    ),
}
"""What Teams offers while somebody writes to the bot, by the kind of chat: at most 12 of each."""

VERSION_WRONG = "--version is wrong: write three numbers, such as 1.0.2, and raise it each time."
LANGUAGE_TWICE = "--name-in names a language twice."


def full_name(name: str) -> str:
    """The app's long name."""
    return f"{name}: questions on a role, and screenings"


def app_id_wrong(given: bool) -> str:
    """Says that the bot's app id is missing, or is none."""
    what = "is wrong" if given else "is not set"
    return (
        f"ROLECALL_TEAMS_APP_ID {what}: write the app id of the bot's registration, in the form "
        "12345678-abcd-abcd-abcd-1234567890ab."
    )


def address_wrong(address: str) -> str:
    """Says that Teams cannot reach people's pages at this address."""
    return (
        f"ROLECALL_PUBLIC_URL is wrong for Teams ({address}): write an address that begins with "
        "https:// and has a domain name, such as https://rolecall.example.com."
    )


def too_long(option: str, most: int) -> str:
    """Says how long a name may be."""
    return f"{option} is wrong: write 1 to {most} characters."


def link_wrong(option: str) -> str:
    """Says what a link has to look like."""
    return f"{option} is wrong: write an address that begins with https://."


def language_wrong(tag: str, most: int) -> str:
    """Says what a name in another language has to look like."""
    return (
        f"--name-in is wrong for “{tag}”: write LANGUAGE=NAME with a language other than en-us and "
        f"a name of 1 to {most} characters, such as de=Rolecall."
    )


OWN_FILE = "All that is kept of what you said, to take along. It is put into your own OneDrive."
NOT_TAKEN = (
    "Your OneDrive did not take the file. Say “my data as a file” to try again; “my data” shows "
    "the same here."
)
