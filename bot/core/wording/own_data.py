"""What is said of a candidate's own data as a file."""

READABLE, DATA = "my-data.txt", "my-data.json"
INTRO = "All of it as files to take along: one to read, and one for programs with the same in it."
BESIDE = (
    "They hold your own words and what the team wrote to you. Whoever has the files can read them, "
    "so keep them where only you look."
)
NOT_UPLOADED = (
    "Slack did not take the files: the app may lack the permission “files:write”. What they hold "
    "is said above; whoever runs this bot can add the permission, or send you the files."
)
MESSAGES = "Every message of yours in this chat:"


def title(role: str) -> str:
    """The first line of the file to read."""
    return f"Your data in the screening for {role}"
