"""Everything the bot is given."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.core.answering.answers import Answer
from bot.core.answering.feedback import Trace
from bot.core.clock.policy import Policy, usual
from bot.core.errors import FileNotFetched
from bot.core.messages import Attachment
from bot.core.screening.self_identification import NOTHING_ASKED, Questionnaire
from bot.ports.changes import Inbox
from bot.ports.conversations import Conversations, Records
from bot.ports.judging import NoFinder, Phraser, Ranker, Rater, ResumeFinder
from bot.ports.kits import Kits
from bot.ports.questions import Questions, Traces, unheard, untraced
from bot.ports.resumes import NoneWaits, ReadFile, WaitingResumes, unread
from bot.ports.roles import Drafts, EverybodyWorks, HiringChannels, Roles, RoleTeams
from bot.ports.screenings import Reach, Recall, Screenings, anew


def no_files(attachment: Attachment) -> bytes:
    """Where no channel fetches files."""
    raise FileNotFetched(attachment.name, "files cannot be fetched here")


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything the bot is given. `new_id` makes unguessable names.

    `token_of` gives a screening's invitation token: the same each time, and as hard to guess.
    `candidate_link` makes the link an invitation's token opens. `phraser` is None without a model.
    `alerts` tells whether a role has a hiring channel that its posts are sent to, `policies` what
    its policy is. `heard` is told of each question about a role that was answered or not, to count
    them. `name_of` gives a candidate's name by the screening, "" where none is known: it is left
    out of what is shown. `page_link` makes the link to one of the team's pages from its path.
    `thread_of` tells which screening's card a chat is the thread of: None for none, "" where it was
    erased. `fetch` gets a file's bytes from its channel, at most the size of the largest brief and
    one more, or raises FileNotFetched. `absent` names the hiring channels of a role that the bot
    cannot write in. `mark` gives the keyed hash of a name, in at most 64 characters. `traced` is
    told how each question was answered. `reach` tells where a screening's candidate wrote last,
    None where they never did, and `gives_orders` whether words try to tell the bot what to do.
    `self_identification` tells what a role's candidates are asked about themselves after the end.
    `recall` has from memory what was made of a screening before. `read_resume` reads a candidate's
    file, `resume_lines` finds what in it speaks to a requirement.
    """

    roles: Roles
    kits: Kits
    screenings: Screenings
    conversations: Conversations
    questions: Questions
    drafts: Drafts
    hiring_channels: HiringChannels
    traces: Traces
    records: Records
    inbox: Inbox
    ranker: Ranker
    rater: Rater
    phraser: Phraser | None
    new_id: Callable[[], str]
    token_of: Callable[[str], str]
    candidate_link: Callable[[str], str]
    alerts: Callable[[str], bool]
    policies: Callable[[str], Policy] = usual
    self_identification: Callable[[str], Questionnaire] = lambda _: NOTHING_ASKED
    heard: Callable[[Answer], None] = unheard
    name_of: Callable[[str], str] = lambda _: ""
    page_link: Callable[[str], str] = str
    thread_of: Callable[[str], str | None] = lambda _: None
    fetch: Callable[[Attachment], bytes] = no_files
    absent: Callable[[str], tuple[str, ...]] = lambda _: ()
    mark: Callable[[str], str] = str
    traced: Callable[[Trace], None] = untraced
    role_teams: RoleTeams = field(default_factory=EverybodyWorks)
    reach: Callable[[str], Reach | None] = lambda _: None
    gives_orders: Callable[[str], bool] = lambda _: False
    recall: Recall = anew
    read_resume: ReadFile = unread
    resume_lines: ResumeFinder = field(default_factory=NoFinder)
    waiting_resumes: WaitingResumes = field(default_factory=NoneWaits)
