"""Everything that is kept, opened by a database's URL."""

import time
from dataclasses import dataclass

from sqlalchemy import text

from bot.storage.agenda import StoredAgenda
from bot.storage.apart import StoredApart
from bot.storage.codes import TokenOf, no_token
from bot.storage.conversations import StoredConversations
from bot.storage.database import Database
from bot.storage.drafts import StoredDrafts
from bot.storage.engine import open_database
from bot.storage.errors import StorageUnavailable
from bot.storage.feedback import StoredTraces
from bot.storage.hiring_channels import StoredHiringChannels
from bot.storage.holds import StoredHolds
from bot.storage.inbox import StoredInbox
from bot.storage.installations import StoredInstallations, StoredInstallStates
from bot.storage.kits import StoredKits
from bot.storage.locks import Locks, lane_locks, seat_locks
from bot.storage.memories import Memories
from bot.storage.notices import StoredNotices
from bot.storage.outbox import StoredOutbox
from bot.storage.questions import StoredQuestions
from bot.storage.records import StoredRecords
from bot.storage.references import StoredReferences
from bot.storage.resumes import StoredWaitingResumes
from bot.storage.role_teams import StoredRoleTeams
from bot.storage.roles import Parse, StoredRoles
from bot.storage.schema import KNOWN, revision
from bot.storage.screenings import StoredPeople, StoredScreenings
from bot.storage.sealing import KeyOf, no_key
from bot.storage.seats import Seat
from bot.storage.sign_ins import StoredSignIns
from bot.storage.standings import StoredStandings
from bot.storage.states import States

REMEDY = "Start Rolecall again: it brings the schema up to date when it starts."


@dataclass(frozen=True, slots=True)
class Store:
    """The storage ports on one database. Threads may share it; other processes may use it too."""

    database: Database
    memories: Memories
    roles: StoredRoles
    kits: StoredKits
    screenings: StoredScreenings
    people: StoredPeople
    conversations: StoredConversations
    questions: StoredQuestions
    drafts: StoredDrafts
    waiting_resumes: StoredWaitingResumes
    hiring_channels: StoredHiringChannels
    role_teams: StoredRoleTeams
    traces: StoredTraces
    inbox: StoredInbox
    outbox: StoredOutbox
    standings: StoredStandings
    references: StoredReferences
    agenda: StoredAgenda
    holds: StoredHolds
    notices: StoredNotices
    apart: StoredApart
    records: StoredRecords
    sign_ins: StoredSignIns
    installations: StoredInstallations
    install_states: StoredInstallStates

    def check(self) -> None:
        """Raises what is wrong where the database cannot be read, or has another schema."""
        with self.database.reading() as connection:
            found = revision(connection)
        if found != KNOWN[-1]:
            raise StorageUnavailable("was not brought to this version's schema", REMEDY)

    def seconds_ahead(self) -> float:
        """How many seconds the database server's clock is ahead of ours; 0 for a file."""
        if self.database.engine.dialect.name != "postgresql":
            return 0.0
        with self.database.reading() as connection:
            there = connection.scalar(text("SELECT extract(epoch FROM clock_timestamp())"))
        return float(there) - time.time()

    def seat(self, wanted: str = "") -> Seat:
        """A name for this program among those on the database; raises NameTaken, NoSeat."""
        return Seat(seat_locks(self.database.engine), wanted)

    def lane_locks(self) -> Locks:
        """Locks that keep apart what programs on the database do in one lane of work."""
        return lane_locks(self.database.engine)

    def close(self) -> None:
        """Close every connection."""
        self.database.close()


def open_store(
    url: str, parse: Parse, token_of: TokenOf = no_token, key_of: KeyOf = no_key
) -> Store:
    """The store at this URL, at the newest schema; `parse` reads a role's brief.

    `token_of` gives a screening's invitation token; without it, replies that were kept are read
    without their invitation links. `key_of` gives the keys of what is kept sealed.

    `sqlite:///FILE` (its folder is made), `sqlite://` (in memory) or
    `postgresql://USER@SERVER/DATABASE`. Raises StorageUnavailable, SchemaTooNew.
    """
    database = open_database(url)
    states = States(database)
    memories = Memories(database, states.known)
    return Store(
        database=database,
        memories=memories,
        roles=StoredRoles(database, parse),
        kits=StoredKits(database),
        screenings=StoredScreenings(database, states),
        people=StoredPeople(database),
        conversations=StoredConversations(database),
        questions=StoredQuestions(database),
        drafts=StoredDrafts(database),
        waiting_resumes=StoredWaitingResumes(database),
        hiring_channels=StoredHiringChannels(database),
        role_teams=StoredRoleTeams(database),
        traces=StoredTraces(database),
        inbox=StoredInbox(database, token_of, memories.forget),
        outbox=StoredOutbox(database),
        standings=StoredStandings(database),
        references=StoredReferences(database),
        agenda=StoredAgenda(database),
        holds=StoredHolds(database),
        notices=StoredNotices(database),
        apart=StoredApart(database),
        records=StoredRecords(database, token_of),
        sign_ins=StoredSignIns(database),
        installations=StoredInstallations(database, key_of),
        install_states=StoredInstallStates(database),
    )
