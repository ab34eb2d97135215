"""What the bot needs from outside, in its own words; each port has one contract test."""

from bot.ports.changes import Append, Approve, Change, EditKit, Erase, Inbox, Open, Redraw, Remember
from bot.ports.conversations import Conversation, Conversations, Exchange, Records, file_offered
from bot.ports.everything import Ports, no_files
from bot.ports.judging import Phraser, Ranker, Rater, ResumeFinder
from bot.ports.kits import Approval, KitEdit, Kits
from bot.ports.questions import Questions, Traces, unheard, untraced
from bot.ports.resumes import DropWaiting, KeepWaiting, WaitingResume, WaitingResumes
from bot.ports.roles import Drafts, EverybodyWorks, HiringChannels, Members, Roles, RoleTeams
from bot.ports.screenings import Agenda, Entry, Hold, Holds, Reach, Recall, Screenings, anew
from bot.ports.sign_ins import SignIns

__all__ = [
    "Agenda",
    "Append",
    "Approval",
    "Approve",
    "Change",
    "Conversation",
    "Conversations",
    "Drafts",
    "DropWaiting",
    "EditKit",
    "Entry",
    "Erase",
    "EverybodyWorks",
    "Exchange",
    "HiringChannels",
    "Hold",
    "Holds",
    "Inbox",
    "KeepWaiting",
    "KitEdit",
    "Kits",
    "Members",
    "Open",
    "Phraser",
    "Ports",
    "Questions",
    "Ranker",
    "Rater",
    "Reach",
    "Recall",
    "Records",
    "Redraw",
    "Remember",
    "ResumeFinder",
    "RoleTeams",
    "Roles",
    "Screenings",
    "SignIns",
    "Traces",
    "WaitingResume",
    "WaitingResumes",
    "anew",
    "file_offered",
    "no_files",
    "unheard",
    "untraced",
]
