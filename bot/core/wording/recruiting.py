"""What the bot says to a recruiter."""

from datetime import date, datetime
from typing import assert_never

from bot.core.screening.events import Decided, PutOnHold
from bot.core.screening.screening import Screening, Stage
from bot.core.wording import notice

HELP_INTRO = "You can ask me anything about a role in your own words, or say:"
HELP = (
    "roles: the roles there are, and which one we talk about",
    "use TITLE: talk about another role",
    "show the kit: the screening's gates and questions, and whether it is signed off",
    "edit the kit: how to change questions, follow-ups, anchors and gates",
    "approve the kit: sign it off, so that candidates can be invited",
    "invite NAME: a private link for one candidate",
    "screenings (or status): who is where",
    "summary NAME: what one candidate showed, for example “summary Candidate 7F3”",
    "funnel: how many began and finished, and which question is unclear",
)
NO_SCREENINGS = "Nobody was invited for this role yet. Say “invite NAME” to start."
OLDER = "These are the {listed} newest. Others are found by name, such as “summary {example}”."
KIT_INTRO = "These are the questions every candidate gets, in this order:"
KIT_RULES = (
    "At most one follow-up per question, for what is missing: real work, own part, a specific "
    "case, or a result. Levels: no evidence, claimed, described, demonstrated, demonstrated "
    "with impact."
)
INVITE_WHOM = "Whom should I invite? Say for example “invite Ada Example”."
NO_RANKING = (
    "I rank nobody and add nothing up: a person decides. “screenings” says who is where, and "
    "“summary NAME” what one candidate showed, requirement by requirement."
)
SIGN_WHAT = (
    "To sign a role's questions off, say “approve the kit”. “show the kit” shows them first."
)
NOT_YET = "This screening is not finished yet."
WHICH_SUMMARY = "Whose summary? Say for example “summary {example}”."


def now_about(title: str) -> str:
    """Confirms the role of the conversation."""
    return f"We now talk about {title}."


def no_such_role(said: str) -> str:
    """Says that no role's title holds these words."""
    return f"There is no role “{said}”."


def approved(title: str, version: str) -> str:
    """Confirms a sign-off."""
    return f"Signed off: kit {version} for {title}. Say “invite NAME” to invite a candidate."


def already_approved(title: str, by: str) -> str:
    """Says who signed the kit off before."""
    return f"The kit for {title} is already signed off, by {by}."


def gate(name: str, text: str) -> str:
    """A gate with its letter."""
    return f"Gate {name}. {text}"


def kit_title(title: str, version: str) -> str:
    """The heading of a kit."""
    return f"Kit for {title} (version {version})"


def kit_state(version: str, by: str = "", signed: str = "") -> str:
    """Whether a kit of this version was signed off; `signed` is the version somebody signed."""
    if not by:
        return "Not signed off yet. Say “approve the kit” to do so."
    if signed == version:
        return f"Signed off by {by}."
    return (
        f"Not signed off: {by} signed version {signed}, and the questions were changed since. "
        "Say “approve the kit” to sign this one."
    )


def invited(name: str, pseudonym: str, title: str, days: int) -> str:
    """Confirms an invitation."""
    return (
        f"{name} is invited to the screening for {title}. The team will see them as {pseudonym}. "
        f"Send them this private link; it is theirs alone and is valid for {days} days:"
    )


def code(token: str) -> str:
    """The invitation for somebody who writes to the bot in Slack or Teams."""
    return f"In Slack or Teams they can also write to me directly: start {token}"


def by_earlier_brief(standing: str) -> str:
    """Where a screening stands that was opened before the requirements were changed."""
    return f"{standing}; by an earlier brief, whose requirements were changed since"


def standing(screening: Screening, now: datetime | None = None) -> str:
    """Where a screening stands, in a few words; where `now` is not known, also before and after."""
    if screening.paused and screening.open:
        return f"paused, {len(screening.given)} answered"
    match screening.stage:
        case Stage.NOTICE:
            return _not_started(screening, now)
        case Stage.TALKING:
            return f"answering, {len(screening.given)} answered"
        case Stage.FINISHED:
            return f"finished{_decided(screening.decision)}"
        case Stage.WITHDRAWN:
            return "withdrawn"
        case Stage.EXPIRED:
            return "closed, not finished in time"
        case Stage.ANOTHER_WAY:
            return "asked for another way" + (", arranged" if screening.arranged else "")


def _not_started(screening: Screening, now: datetime | None) -> str:
    if screening.notice is None or screening.begins_at is None:
        return "invited, has not started"
    if screening.begins_at != screening.notice.begins_at:
        return "gave up its notice, has not started"
    begins = date.fromisoformat(screening.notice.begins_on)
    if now is None:
        return notice.noticed(begins)
    return notice.waiting_until(begins) if screening.waits(now) else notice.may_begin(begins)


def _decided(decision: Decided | PutOnHold | None) -> str:
    match decision:
        case Decided():
            return f", decided: {decision.verdict.value}"
        case PutOnHold():
            return ", on hold"
        case None:
            return ""
        case _:
            assert_never(decision)
