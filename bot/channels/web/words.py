"""Every sentence of the web pages that is not the bot's own."""

from datetime import datetime

from bot.core.roles import CriterionKind
from bot.core.text.cleaning import LONGEST

BRAND = "Rolecall"
SKIP_LINK = "Skip to the content"
SITE_NAV = "Pages"
NAV_ASK = "Ask"
NAV_CHANNEL = "Hiring channel"
NAV_ROLES = "All roles"
YOU = "You"
TRANSCRIPT = "Conversation"
YOUR_MESSAGE = "Your message"
SEND = "Send"
KEYS = "Enter sends, Shift + Enter starts a new line."
SHOW_REST = "Show the rest"
SOURCES = "Sources"
COPY = "Copy the link"
COPIED = "Copied"
SENDING = "Sending"
TRY_AGAIN = "Try again"

ROLES_TITLE = "Which role is it about?"
ROLES_INTRO = "Each role has its own conversation and its own hiring channel."
NO_ROLES_TITLE = "There is no role yet"

TEAM_INTRO = "Ask anything about the role. Each answer shows the line of the brief it comes from."
TEAM_EMPTY = "Nothing was said here yet. For example:"
TEAM_EXAMPLES = (
    "What does the role pay?",
    "Which skills are required?",
    "show the kit",
    "screenings",
    "help",
)
SCREENINGS = "Screenings"
NO_SCREENINGS = "Nobody was invited yet. Say “invite” and a name once the kit is signed off."
TRIAL = "trial"
LOG_UNREADABLE = "its log cannot be read"

CANDIDATE_TITLE = "Your screening"
CANDIDATE_INTRO = "A written conversation, at your own pace. You can pause and come back."
CANDIDATE_LABEL = "Your message or answer"
DOWNLOAD = "Download"
HAND_IN = "Hand in a résumé (not needed, and not rated)"
HAND_IN_LABEL = "Your file: PDF, Word, Markdown or text, up to 10 MB"
HAND_IN_HINT = "You see what was read in it before anything is kept."
HAND_IN_BUTTON = "Read this file"
CANDIDATE_FOOT = (
    "You are writing with a program; people read your answers and decide. This link is yours "
    "alone, so please do not share it. You can write “person”, “pause”, “my data” or “erase my "
    "data” at any time."
)
OVER_TITLE = "This conversation has ended"

CHANNEL_TITLE = "Hiring channel"
CHANNEL_INTRO = "What the screenings of this role bring in. The newest is at the end."
CHANNEL_EMPTY = "Nothing here yet."
CHANNEL_EMPTY_HINT = (
    "When a candidate finishes a screening, the fit summary appears here: each criterion with a "
    "level in words and the candidate’s own words. So does a note when a candidate asks for a "
    "person or withdraws."
)
REFRESH = "Refresh"
WAITING = "Questions that wait for an answer"
WAITING_INTRO = (
    "Asked because the brief does not say. Whoever asked is told, and the answer is cited with "
    "your name and the date from then on."
)
YOUR_ANSWER = "Your answer"
ANSWER_HINT = "In full sentences, so that it can be understood without the question."
YOUR_NAME = "Your name, as people will read it (may be left empty)"
FOR_WHOM = "Who may read it"
FOR_ALL = "Everybody who asks about this role"
FOR_TEAM = "The hiring team alone"
ANSWER_BUTTON = "Answer"
FULL_SUMMARY = "Full summary"
NEW_POSTS = "Something new was added at the end of the page."
POST = "Post"

SUMMARY_TITLE = "Fit summary"
GLANCE = "At a glance"
GATES = "Conditions"
GATES_INTRO = "Pass, unknown or fail, never a level. A fail rejects nobody: a person looks at it."
NO_WORDS = "No answer was given."
QUESTION = "Asked"
WHOLE_ANSWER = "Whole answer"
ANSWER_FOLD = "The question and the whole answer"
MARKED_HINT = "Marked: the words the level rests on."
NO_QUOTES = "No words to quote."
NOT_ASKED = "Not asked"
NOT_ASKED_INTRO = "The kit does not ask about these, so nothing is said about them."
ASK_NEXT = "To ask next"
PICTURE = "As a picture"
KEEP_PICTURE = "Keep the picture (SVG)"
HAND_OVER = "Keep it as a file:"
FORMS = {"json": "JSON", "csv": "CSV", "md": "Markdown"}
PRINT_HINT = "Printed, this page shows everything; your browser can save that as PDF."
ASK_ABOUT = "Ask about what was said"
ASK_HINT = "For example: any proof of cost savings? The answer is in the candidate’s own words."
ASK_BUTTON = "Look it up"
IN_RECORD = "In the record"
RECORD = "Record"
RECORD_LINK = "Everything that was asked and said"
RECORD_INTRO = (
    "Everything that was asked and said, in its order. Contact data and the candidate’s name are "
    "left out. What the candidate asked about the role is not part of it."
)
RATED = "Rated"
BACK_TO_RATING = "to the rating"
SKIPPED = "The candidate chose not to answer."
FOLLOW_UP = "Follow-up"
EARLIER_ANSWERS = "Earlier answers, since corrected"
HIDDEN = "left out"
MARK_BEGINS = "the rating rests on this:"
MARK_ENDS = "end"
SUMMARY_LINK = "Fit summary"

COMPARE_TITLE = "Side by side"
NAV_COMPARE = "Side by side"
NAV_FUNNEL = "Figures"
COMPARE_INTRO = (
    "What each candidate showed, requirement by requirement. The columns stand in the order in "
    "which the screenings were finished. Nothing is added up, and nobody is ranked."
)
COMPARE_CHOOSE = "Choose whom and what to see"
COMPARE_ON = "Only requirements about (may be left empty)"
COMPARE_BUTTON = "Show"
COMPARE_TABLE = "Requirements by candidates; it can be scrolled sideways"
REQUIREMENT = "Requirement"
WORDS_OF = "Own words"
NOT_BY_THIS_BRIEF = "not in the brief then"
NOT_FINISHED = "not finished"
ABOUT = "How this came about"
UNFINISHED = "This screening is not finished. What stands here is what was said so far."

SIGN_IN_TITLE = "Sign in"
SIGN_IN_INTRO = "This link signs this browser in to the hiring team’s pages for 12 hours."
SIGN_IN_NAME = "Your name"
SIGN_IN_NAME_HINT = "Your colleagues see it beside what you sign off."
SIGN_IN_NAME_MISSING = "Please give your name first."
SIGN_IN_BUTTON = "Sign in"
SIGN_IN_NOTE = "The link works once. If you did not ask for it, close this page."
SIGN_IN_DEAD_TITLE = "This sign-in link does not work"
SIGN_IN_DEAD = (
    "A sign-in link works once and for 15 minutes. Ask the person who runs Rolecall for a new "
    "one: `rolecall run` shows it when it starts."
)
SIGN_IN_NEEDED_TITLE = "Please sign in"
SIGN_IN_NEEDED = (
    "This page is for the hiring team. Ask the person who runs Rolecall for a sign-in link: "
    "`rolecall run` shows one when it starts."
)
SIGN_IN_AGAIN = "If you have signed in with this browser before, open the page once more from here."
OPEN_AGAIN = "Open the page again"

DEAD_LINK_TITLE = "This link opens nothing"
LOST_TITLE = "There is no such page"
LOST = "The address may have been typed wrongly, or what stood here was deleted."
FOREIGN_TITLE = "This came from another website"
FOREIGN = "For your safety it was not taken. Open the page itself and send your message from there."
TOO_LONG_TITLE = "That is too long to send"
TOO_LONG = (
    f"A message can have {LONGEST:,} characters. Nothing of it was used. Go back in your browser "
    "to find your text, and send the part that matters most."
)
FILE_TOO_LARGE_TITLE = "That file is too large"
FILE_TOO_LARGE = (
    "A résumé can have 10 MB, so this one was not read. Go back in your browser and send it "
    "without pictures, or just tell me in your answers: nobody is rated by a résumé."
)
TOO_LONG_KEPT = (
    f"A message can have {LONGEST:,} characters. Nothing of it was used; your text stands below. "
    "Please send the part that matters most."
)
TOO_LONG_HERE = (
    f"That is too long to send: a message can have {LONGEST:,} characters. Your text is still "
    "here; please send the part that matters most."
)
BAD_TITLE = "That was not understood"
BAD = "Your browser sent something this page does not know. Please go back and try once more."
FAILED_TITLE = "Something went wrong"
FAILED_PAGE = (
    "The mistake is on this side, not yours. Please try again; if it keeps happening, tell the "
    "person who runs Rolecall."
)
KEPT_LABEL = "Your message, so that it is not lost"
SEND_AGAIN = "Send it again"
OFFLINE = "Your message was not sent. It is still here; please try again."

LOCAL_PERSON = "a recruiter at this computer"


def signed_in_person(short: str) -> str:
    """Who a signed-in recruiter is, where a name is kept."""
    return f"a recruiter signed in on the web ({short})"


def question_title(number: int, asks: int) -> str:
    """A question's heading, with how many people asked it."""
    return f"Question {number}" + (f", asked by {asks} people" if asks > 1 else "")


def rest_length(characters: int) -> str:
    """How much of a long message is folded away."""
    return f"{SHOW_REST} ({characters:,} characters)"


def sources_count(number: int) -> str:
    """The label of many folded citations."""
    return f"{number} sources"


def brief_line(line: int) -> str:
    """Where in the brief a requirement stands."""
    return f"brief, line {line}"


def moment(at: datetime) -> str:
    """A time as people read it."""
    return f"{at.day} {at:%B %Y, %H:%M} UTC"


def finished(at: datetime, took: str) -> str:
    """When a screening ended and how long it took."""
    return f"Finished {moment(at)} · {took}"


KINDS = {
    CriterionKind.ESSENTIAL: "Required",
    CriterionKind.DESIRABLE: "Preferred",
    CriterionKind.SOFT: "Soft skills",
}
"""The headings of the criteria, in the order they are shown."""
