"""What the bot says about who of the team works on which role."""

HELP = "who works on ROLE: who of the team may; “only U0123 and S0456 work on ROLE” chooses them"
HOW = (
    "Say for example “only U0123, S0456 and admins work on ROLE”, or “everybody works on ROLE”: "
    "U… is a member's id, S… a user group's, and in Teams a person has an object id."
)
EVERYBODY = "every recruiter"
BY_SETTINGS = "by the settings"
NOT_YOURSELF = (
    "You would not be among them yourself. Name yourself or a group of yours too; nothing was "
    "changed."
)


def not_yours(title: str) -> str:
    """A polite no to somebody of the team who does not work on a role."""
    return (
        f"You are not among those who work on {title}, so I cannot do that here. Ask one of them, "
        "or whoever runs this bot, to add you."
    )


def works(title: str, members: tuple[str, ...] | None) -> str:
    """Who works on a role."""
    listed = EVERYBODY if members is None else ", ".join(members)
    return f"On {title} works: {listed}."


def unknown(name: str) -> str:
    """A name that is none of a member or a group."""
    return f"I do not know who “{name}” is. {HOW}"
