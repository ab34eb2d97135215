"""What the dialogs of the Teams channel say."""

TITLES = {"invite": "Invite a candidate", "kit": "Questions of the screening"}

FOR_TEAM = "This is for the hiring team. Please write to me in your own chat with me."
NO_ROLES = "There is no role yet: a recruiter adds one from its brief."
UNKNOWN = "This dialog is not known. Please write what you would like to do instead."
GOES_ON = "This takes a moment. It is being done, and the reply comes in the chat."

ROLE = "Role"
NAME = "The candidate's name"
NAME_MISSING = "Please write the candidate's name."
NAME_LONG = "Please write a name of at most {most} characters."
ROLE_MISSING = "Please choose a role."
PRIVATE = (
    "You get a private link to send them. The team sees a made-up name in its place, and the kit "
    "must be signed off first."
)
INVITE = "Invite"
NEXT = "Next"
SAVE = "Save"
APPROVE = "Sign these questions off, so that candidates can be invited"
SIGNED = "These questions are signed off. A change needs a new sign-off."
EDIT_MORE = "Follow-ups, anchors and gates are edited in the chat: say “edit the kit”."
QUESTION_MISSING = "Question {number} is empty. To take it out, say “remove question {number}”."
QUESTION_LONG = "Question {number} is too long: please write at most {most} characters."
CHANGED = "Somebody changed these questions while you wrote. This is how they are now."
ANSWERED = "On this candidate"
FIELD_MISSING = "Please write a sentence."
SAVED = "Saved."
SAME = "Nothing was changed."
TOO_LONG = "These questions are too long for a dialog. Say “show the kit” and “edit the kit”."


def question(number: int) -> str:
    """The label over a question."""
    return f"Question {number}"
