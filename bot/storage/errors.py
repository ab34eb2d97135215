"""What can go wrong with the database, in words a person can act on."""

from bot.core.errors import RolecallError, Unavailable


class StorageUnavailable(Unavailable):
    """The database cannot be read or written now. Nothing of the turn was kept."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"The database {why}.")
        self.why = why
        self.remedy = remedy


class StorageBusy(StorageUnavailable):
    """Another program held the database too long."""

    def __init__(self) -> None:
        super().__init__("is busy with another program", "Try again in a moment.")


class SchemaTooNew(RolecallError):
    """The database was written by a newer version; it was not touched."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(
            f"The database has schema {found}; this version of Rolecall knows up to {known}."
        )
        self.found = found
        self.known = known
        self.remedy = "Update Rolecall, or give it another database. Nothing was changed."


class Unreadable(RolecallError):
    """Something kept has a shape this version does not know: `why` says which."""

    def __init__(self, why: str) -> None:
        super().__init__(f"A kept record cannot be read: {why}.")
        self.why = why
        self.remedy = "It was written by a newer version, or altered: update, or use a backup."
