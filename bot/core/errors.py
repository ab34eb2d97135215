"""One family of errors: each carries its data, and says what happened and what to do."""

from collections.abc import Sequence


class RolecallError(Exception):
    """Something a person can put right: `str(error)` says what happened, then the remedy."""

    remedy: str = ""

    def __str__(self) -> str:
        """What happened and what to do."""
        said = super().__str__()
        return f"{said} {self.remedy}".strip()


class BriefUnreadable(RolecallError):
    """A brief could not be read: `source` names it and `why` says what is wrong with it."""

    def __init__(self, source: str, why: str, remedy: str = "") -> None:
        super().__init__(f"{source} was not read: {why}.")
        self.source = source
        self.why = why
        self.remedy = remedy or "Nothing was changed."


class FileNotFetched(BriefUnreadable):
    """A file that came with a message could not be fetched from its platform."""


class ResumeUnreadable(RolecallError):
    """A candidate's file could not be read: `why` says what is wrong with it. Its name is not told.

    Nothing of it is kept.
    """

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"I could not read that file: {why}.")
        self.why = why
        self.remedy = remedy


class NoCriteria(BriefUnreadable):
    """A brief was read but holds no requirement, so nobody could be screened by it."""

    def __init__(self, source: str, looked_for: Sequence[str], found: Sequence[str]) -> None:
        seen = ", ".join(f"“{heading}”" for heading in found) or "none"
        super().__init__(
            source,
            f"it has no requirement. Looked for headings such as {', '.join(looked_for)}; "
            f"found these headings: {seen}",
            "Put the requirements in a list under one of those headings.",
        )
        self.looked_for = tuple(looked_for)
        self.found = tuple(found)


class UnknownRole(RolecallError):
    """No role has this id, or none was named ("") among several. `known` lists the ids."""

    def __init__(self, role: str, known: Sequence[str]) -> None:
        super().__init__(f"There is no role “{role}”." if role else "No role was named.")
        self.role = role
        self.known = tuple(known)
        told = "Known roles" if role else "Name one of these"
        self.remedy = (
            f"{told}: {', '.join(self.known)}."
            if self.known
            else "There is none yet: add one with `rolecall roles add FILE`."
        )


class UnknownScreening(RolecallError):
    """No screening has this id, pseudonym or link."""

    def __init__(self, named: str) -> None:
        super().__init__(f"There is no screening “{named}”.")
        self.named = named
        self.remedy = (
            "Candidates go by the name that the team sees, such as “Candidate 7F3”: “screenings” "
            "(`rolecall summary` without a name) lists them. Where a candidate had their data "
            "erased, nothing is left."
        )


class ErasedHere(UnknownScreening):
    """Something was said under the card of a screening whose candidate had their data erased."""

    remedy = "There is nothing left to decide on or to add to."

    def __init__(self) -> None:
        RolecallError.__init__(
            self, "The candidate had their data erased. What stood here is gone."
        )
        self.named = ""


class NotSummarized(UnknownScreening):
    """The candidate stopped, for this reason: nothing they said is summarized."""

    def __init__(self, named: str, why: str = "withdrew") -> None:
        RolecallError.__init__(self, f"“{named}” {why}, so nothing is summarized.")
        self.named = named


class NotWritten(RolecallError):
    """A picture or an export could not be written: `file` names it, `why` says what is wrong."""

    def __init__(self, file: str, why: str, remedy: str) -> None:
        super().__init__(f"{file} was not written: {why}.")
        self.file = file
        self.why = why
        self.remedy = remedy


class UnknownQuestion(RolecallError):
    """Nobody asked the team a question with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no question {number}.")
        self.number = number
        self.remedy = (
            "Say “questions” or “answers” (`rolecall answers list`) to see those there are."
        )


class KitNotApproved(RolecallError):
    """A screening was asked for before a recruiter signed the role's kit off."""

    def __init__(self, role: str) -> None:
        super().__init__(f"The questions for “{role}” are not signed off yet.")
        self.role = role
        self.remedy = (
            "Say “show the kit” to read them, then “approve the kit” (`rolecall kit show "
            f"{role}`, `rolecall kit approve {role}`)."
        )


class Unavailable(RolecallError):
    """Something without which nothing can be kept is away for now: the same will work later."""


class KitNotChanged(RolecallError):
    """A change to a kit that cannot be made: `str(error)` says why, and what there is."""


class KitUnreadable(RolecallError):
    """A kit's file was not taken in: each of `mistakes` is a line (from 1) and what is wrong."""

    def __init__(self, source: str, mistakes: Sequence[tuple[int, str]]) -> None:
        listed = "\n".join(f"  line {line}: {what}" for line, what in mistakes)
        super().__init__(f"{source} was not taken in; nothing was changed.\n{listed}")
        self.source = source
        self.mistakes = tuple(mistakes)


class LostRace(RolecallError):
    """Somebody else wrote first: read again and decide again."""


class BrokenLog(RolecallError):
    """A screening's log does not hold together: its hash chain breaks at event `number`."""

    def __init__(self, screening: str, number: int) -> None:
        super().__init__(f"The log of screening {screening} was altered at event {number}.")
        self.screening = screening
        self.number = number
        self.remedy = "Restore it from a backup; do not decide on it."
