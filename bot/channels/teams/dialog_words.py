"""What the dialogs of the Teams channel say of their own."""

FOR_TEAM = "This is for the hiring team. Please write to me in your own chat with me."
UNKNOWN = "This dialog is not known. Please write what you would like to do instead."
GOES_ON = "This takes a moment. It is being done, and the reply comes in the chat."
ANSWERED = "On this candidate"
FIELD_MISSING = "Please write a sentence."
CHOICE_MISSING = "Please choose one."
