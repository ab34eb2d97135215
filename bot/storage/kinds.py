"""The kinds of events and blocks as they are kept: for ever, whatever becomes of the classes."""

from collections.abc import Mapping

from bot.core import messages
from bot.core.screening import events, notice_events, resume, team_events

EVENTS: Mapping[str, type] = {
    "invited": events.Invited,
    "consented": events.Consented,
    "gate answered": events.GateAnswered,
    "answered": events.Answered,
    "probed": events.Probed,
    "skipped": events.Skipped,
    "corrected": events.Corrected,
    "covered": events.Covered,
    "paused": events.Paused,
    "resumed": events.Resumed,
    "person asked": events.PersonAsked,
    "finished": events.Finished,
    "withdrawn": events.Withdrawn,
    "reminded": events.Reminded,
    "unreminded": events.Unreminded,
    "expired": events.Expired,
    "delay told": events.DelayTold,
    "decided": events.Decided,
    "put on hold": events.PutOnHold,
    "resume kept": resume.ResumeKept,
    "resume taken back": resume.ResumeTakenBack,
    "decision undone": team_events.DecisionUndone,
    "candidate told": team_events.CandidateTold,
    "more asked": team_events.MoreAsked,
    "more answered": team_events.MoreAnswered,
    "overridden": team_events.Overridden,
    "rated blind": team_events.RatedBlind,
    "note kept": team_events.NoteKept,
    "revealed": team_events.Revealed,
    "notice given": notice_events.NoticeGiven,
    "notice waived": notice_events.NoticeWaived,
    "begin told": notice_events.BeginTold,
    "another way asked": notice_events.AnotherWayAsked,
    "another way arranged": notice_events.AnotherWayArranged,
}
BLOCKS: Mapping[str, type] = {
    "heading": messages.Heading,
    "text": messages.Text,
    "items": messages.Items,
    "pairs": messages.Pairs,
    "quote": messages.Quote,
    "sources": messages.Sources,
    "assessed": messages.Assessed,
    "choices": messages.Choices,
    "link": messages.Link,
    "aside": messages.Aside,
    "file": messages.File,
}
KINDS: Mapping[type, str] = {named: kind for kind, named in (*EVENTS.items(), *BLOCKS.items())}
"""The kind of each class."""


def kind_named(event: type) -> str:
    """The kind of an event's class, as kept."""
    return KINDS[event]
